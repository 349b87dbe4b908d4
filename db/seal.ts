import { createHash } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { Decision } from '../shared/wire/decisions.ts';
import { outbox } from './schema.ts';
import type { Writer } from './store.ts';

/** The seal of a decision as it lies in the outbox: with it a row of a damaged store can be told to be whole. */
export function sealOf(decision: Decision): string {
  return createHash('sha256').update(JSON.stringify(decision)).digest('hex');
}

/** Seals the decisions of a store from before there were seals. */
export function sealUnsealed(writer: Writer): void {
  const unsealed = writer
    .select({ number: outbox.number, decision: outbox.decision })
    .from(outbox)
    .where(eq(outbox.seal, ''))
    .all();
  for (const { number, decision } of unsealed) {
    const seal = sealOf(decision);
    writer.update(outbox).set({ seal }).where(eq(outbox.number, number)).run();
  }
}
