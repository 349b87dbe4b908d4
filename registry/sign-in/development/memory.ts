import type { Adapter, AdapterPayload } from 'oidc-provider';

interface Entry {
  payload: AdapterPayload;
  expiresMs: number;
}

/** Where the development provider keeps things of one kind: sessions, codes, refresh tokens. A restart forgets them. */
export function memory(): Adapter {
  const entries = new Map<string, Entry>();
  const forgetExpired = () => {
    for (const [id, { expiresMs }] of entries) if (expiresMs < Date.now()) entries.delete(id);
  };
  const findBy = (name: 'uid' | 'userCode', value: string) =>
    [...entries.values()].find(({ payload }) => payload[name] === value)?.payload;
  return {
    upsert: async (id, payload, expiresIn = Number.POSITIVE_INFINITY) => {
      forgetExpired();
      entries.set(id, { payload, expiresMs: Date.now() + expiresIn * 1000 });
    },
    find: async (id) => entries.get(id)?.payload,
    findByUid: async (uid) => findBy('uid', uid),
    findByUserCode: async (userCode) => findBy('userCode', userCode),
    consume: async (id) => {
      const entry = entries.get(id);
      if (entry) entry.payload.consumed = Math.floor(Date.now() / 1000);
    },
    destroy: async (id) => {
      entries.delete(id);
    },
    revokeByGrantId: async (grantId) => {
      for (const [id, { payload }] of entries) if (payload.grantId === grantId) entries.delete(id);
    },
  };
}
