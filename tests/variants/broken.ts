import { setTimeout as wait } from 'node:timers/promises';
import type { Role } from '../../shared/domain/role.ts';
import { decisionsRequestSchema } from '../../shared/wire/decisions.ts';
import { otherwise, type Variant } from './variant.ts';

/** Keeps no answer: what is repeated is taken for new. */
export const forgetsResults: Variant = {
  storage: otherwise({
    writer: () => ({ keepDecision: async () => undefined, keepFiling: async () => undefined }),
  }),
};

/** Keeps the answers to requests, but none to decisions. */
export const forgetsDecisions: Variant = {
  storage: otherwise({ writer: () => ({ keepDecision: async () => undefined }) }),
};

/** Takes a decision whatever revision it was made on: the last one wins. */
export function ignoresBaseRevision(): Variant {
  const bases = new Map<string, number>();
  return {
    app: (app) => {
      app.addHook('preHandler', async ({ body }) => {
        const batch = decisionsRequestSchema.safeParse(body).data?.decisions ?? [];
        for (const { id, baseRevision } of batch) bases.set(id, baseRevision);
      });
    },
    storage: otherwise({
      writer: (writer) => {
        let base: number | undefined;
        return {
          decision: (id) => {
            base = bases.get(id);
            return writer.decision(id);
          },
          role: async (id) => {
            const role = await writer.role(id);
            return role && { ...role, revision: base ?? role.revision };
          },
          updateRole: async (role) => {
            const kept = await writer.role(role.id);
            await writer.updateRole({ ...role, revision: (kept?.revision ?? 0) + 1 });
          },
        };
      },
    }),
  };
}

/** Does not tell of every tenth change of a role. */
export function skipsChanges(): Variant {
  let moves = 0;
  return {
    storage: otherwise({
      writer: (writer) => ({
        feedMove: async (...row) => {
          moves += 1;
          if (moves % 10 > 0) await writer.feedMove(...row);
        },
      }),
    }),
  };
}

/** Tells nobody that something has left. */
export const forgetsGone: Variant = {
  storage: otherwise({ writer: () => ({ feedLeave: async () => undefined }) }),
};

/** Takes who works for an authority for somebody who works for the one above as well. */
export const widensScope: Variant = {
  storage: otherwise({
    reader: (reader) => ({
      rolesOfPerson: async (personId) => {
        const roles = await reader.rolesOfPerson(personId);
        const bodies = await Promise.all(roles.map(({ bodyId }) => reader.body(bodyId)));
        const above = roles.flatMap((role, index) => {
          const bodyId = bodies[index]?.parentId;
          return bodyId ? [{ ...role, bodyId }] : [];
        });
        return [...roles, ...above];
      },
    }),
  }),
};

/** Writes each line of the audit log twice. */
export const keepsTwoLines: Variant = {
  storage: otherwise({
    writer: (writer) => ({
      addHistory: async (roleId, line) => {
        await writer.addHistory(roleId, line);
        await writer.addHistory(roleId, line);
      },
    }),
  }),
};

/** Forgets the audit log of decisions that came together with others. */
export const losesLines: Variant = {
  storage: otherwise({
    writer: (writer) => {
      let lines = 0;
      return {
        addHistory: async (roleId, line) => {
          lines += 1;
          if (lines === 1) await writer.addHistory(roleId, line);
        },
      };
    },
  }),
};

/** Does half of what a decision does: the role, but not what its person holds. */
export const appliesHalf: Variant = {
  storage: otherwise({ writer: () => ({ updatePerson: async () => undefined }) }),
};

/** About as long as the way to a database on another machine and back. */
const takesMs = 5;

/** Looks at a role before its turn to write has come: what is decided meanwhile is overwritten. */
export function readsBeforeItsTurn(): Variant {
  const roles = new Map<string, Role>();
  return {
    storage: (storage) => ({
      ...storage,
      write: async (work) => {
        const seen = new Map(roles);
        await wait(takesMs);
        const early = otherwise({
          writer: (writer) => ({
            role: async (id) => seen.get(id) ?? writer.role(id),
            addRole: async (role) => {
              roles.set(role.id, role);
              await writer.addRole(role);
            },
            updateRole: async (role) => {
              roles.set(role.id, role);
              seen.set(role.id, role);
              await writer.updateRole(role);
            },
          }),
        });
        return early(storage).write(work);
      },
    }),
  };
}

/** Does not tell who decided before. */
export const hidesTheWinner: Variant = {
  storage: otherwise({
    writer: (writer) => ({
      role: async (id) => {
        const role = await writer.role(id);
        return role && { ...role, lastDecision: undefined };
      },
    }),
  }),
};

/** Gives a repeat its first answer, but raises the revision again. */
export const repeatsItself: Variant = {
  storage: otherwise({
    writer: (writer) => ({
      decision: async (id) => {
        const kept = await writer.decision(id);
        const role = kept?.result.role && (await writer.role(kept.result.role.id));
        if (role) await writer.updateRole({ ...role, revision: role.revision + 1 });
        return kept;
      },
    }),
  }),
};
