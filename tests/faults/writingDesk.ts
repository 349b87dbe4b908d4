import { randomInt } from 'node:crypto';
import { decide } from '../../db/decide.ts';
import { openStore } from '../../db/open.ts';
import { undo } from '../../db/outbox.ts';
import { lines } from '../../db/schema.ts';
import type { Store } from '../../db/store.ts';
import { aBody, aPerson, aRole, pulled, told } from '../../db/world.fixture.ts';

/** Roles on which a decision is kept, or from which it is about to be taken back. */
export type Told = { kept: string[] } | { leaving: string[] };

// Works on a store without end: decides, takes back, takes in pages, closes and opens it; until it is killed.
const [file = ''] = process.argv.slice(2);
const tell = (what: Told) => new Promise((resolve) => process.send?.(what, resolve));
const open = () => openStore(file, { environment: 'training' });

let store = open();
const known = store.reader.select({ roleId: lines.id, revision: lines.revision }).from(lines).all();
for (;;) {
  const roles = known.slice(randomInt(known.length)).slice(0, randomInt(1, 40));
  const message = 'm'.repeat(randomInt(4000));
  const taking = { at: new Date(), holdMs: 0 };
  const { batchId, outcomes } = decide(store, { action: 'approve', roles, message }, taking);
  const accepted = outcomes.filter(({ outcome }) => outcome === 'accepted');
  const roleIds = accepted.map(({ roleId }) => roleId);
  await tell({ kept: roleIds });
  if (randomInt(5) === 0) {
    await tell({ leaving: roleIds });
    undo(store, { batchId });
  }
  if (randomInt(5) === 0) takeInSome(store, randomInt(1, 100));
  if (randomInt(10) === 0) {
    store.close();
    store = open();
  }
}

function takeInSome(into: Store, count: number): void {
  const [body, person] = [aBody(), aPerson()];
  const roles = Array.from({ length: count }, () => aRole(body, person));
  pulled(into, [
    { kind: 'body', id: body.id, body },
    { kind: 'person', id: person.id, person },
    ...roles.map(told),
  ]);
}
