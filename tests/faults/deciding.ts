import type { EventEmitter } from 'node:events';
import type { Draw } from '../../registry/seed/draw.ts';
import type { PageQuery } from '../../shared/desk/queues.ts';
import type { SeenRole } from '../../shared/desk/selection.ts';
import type { TestService } from '../fixtures/service.ts';
import type { Ledger } from './ledger.ts';

/** How a person at a desk behaves. */
export interface Person {
  ledger: Ledger;
  draw: Draw;
  /** The roles that are decided on, back and forth. */
  roleIds: ReadonlySet<string>;
  /** How much of what is decided is taken back at once, from 0 to 1. */
  undoing: number;
  /** Whether everything is decided on at first, so that one push takes several batches. */
  startsWithAll: boolean;
  /** After so many turns the desk is closed in order. */
  turns: number;
  /** Tells of each call that decides: `deciding` before it is made, `decided` once it was answered. */
  news?: EventEmitter;
}

/** Suspends what is valid and reactivates what is suspended, until the desk service is killed or all turns are taken. */
export async function work(opening: Promise<TestService>, person: Person): Promise<void> {
  try {
    const desk = await opening;
    if (person.startsWithAll) {
      for (const queue of ['valid', 'suspended'] as const) {
        await decide(desk, person, queue, await decidable(desk, person, queue));
      }
    }
    for (let turn = 0; turn < person.turns; turn += 1) await takeTurn(desk, person);
    await desk.close();
  } catch (error) {
    const isKilled = error instanceof Error && error.message.startsWith('the desk service ended');
    if (!isKilled) throw error;
  }
}

async function takeTurn(desk: TestService, person: Person): Promise<void> {
  const { draw } = person;
  const queue = draw.pick(['valid', 'suspended'] as const);
  const roles = await decidable(desk, person, queue);
  await decide(desk, person, queue, draw.some(roles, sizeOf(draw, roles.length)));
  if (roles.length === 0 || draw.chance(0.5)) await desk.untilSynced();
}

/** One role, some, or all there are. */
function sizeOf(draw: Draw, most: number): number {
  const size = draw.weighted([
    { weight: 4, value: 1 },
    { weight: 4, value: draw.between(2, 20) },
    { weight: 2, value: draw.between(21, 100) },
    { weight: 1, value: most },
  ]);
  return Math.min(size, most);
}

const everyRole: Omit<PageQuery, 'queue' | 'offset' | 'limit'> = {
  filter: { text: '', countries: [], types: [] },
  sort: { column: 'due', direction: 'ascending' },
};

/** The roles of a queue that no decision waits on. */
async function decidable(
  desk: TestService,
  { roleIds }: Person,
  queue: 'valid' | 'suspended',
): Promise<SeenRole[]> {
  const { entries } = await desk.call('outbox:list', undefined);
  const waiting = new Set(entries.map(({ roleId }) => roleId));
  const { roles } = await desk.call('roles:matching', { queue, ...everyRole });
  // A decision that waits shows the status that it will bring.
  return roles.filter(({ roleId }) => roleIds.has(roleId) && !waiting.has(roleId));
}

/** Decides what can be decided on the roles of a queue, and takes it back now and then. */
async function decide(
  desk: TestService,
  { ledger, draw, undoing, news }: Person,
  queue: 'valid' | 'suspended',
  roles: SeenRole[],
): Promise<void> {
  if (roles.length === 0) return;
  const batch = ledger.begin(roles.map(({ roleId }) => roleId));
  news?.emit('deciding');
  const { batchId, outcomes } = await desk.call('decisions:decide', {
    ...(queue === 'valid' ? { action: 'suspend', reason: 'inactive' } : { action: 'reactivate' }),
    roles,
    message: batch.message,
  });
  batch.standing = outcomes.flatMap((each) => (each.outcome === 'accepted' ? each.roleId : []));
  news?.emit('decided');
  if (!draw.chance(undoing)) return;
  batch.undone = 'asked';
  const { undone } = await desk.call('outbox:undo', { batchId });
  batch.undone = undone;
}
