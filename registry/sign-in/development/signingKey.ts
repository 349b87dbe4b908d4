import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { z } from 'zod';
import type { Storage } from '../../storage/storage.ts';

const algorithm = 'ES256';

const privateJwkSchema = z.object({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: z.string(),
  y: z.string(),
  d: z.string(),
});

/** The key of development sign-in; both halves name it and say what it is for. */
export interface SigningKey {
  private: JWK;
  public: JWK;
}

/** The key that is kept in the database, made where there is none: tokens outlive a restart. */
export async function signingKeyIn(storage: Storage): Promise<SigningKey> {
  const { id, jwk } = await storage.write(async (writer) => {
    const kept = await writer.signingKey();
    if (kept) return kept;
    const { privateKey } = await generateKeyPair(algorithm, { extractable: true });
    const made = { id: crypto.randomUUID(), jwk: await exportJWK(privateKey) };
    await writer.addSigningKey(made);
    return made;
  });
  const { d, ...point } = privateJwkSchema.parse(jwk);
  const publicJwk = { ...point, kid: id, alg: algorithm, use: 'sig' };
  return { private: { ...publicJwk, d }, public: publicJwk };
}
