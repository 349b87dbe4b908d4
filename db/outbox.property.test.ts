import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CallRefused } from '../shared/desk/answers.ts';
import type { OutboxState } from '../shared/desk/outbox.ts';
import type { Role } from '../shared/domain/role.ts';
import { statusAfter } from '../shared/domain/transitions.ts';
import type { Action } from '../shared/domain/vocabulary.ts';
import type { Decision, DecisionResult } from '../shared/wire/decisions.ts';
import { decide, decideAnew } from './decide.ts';
import { roleDetail } from './detail.ts';
import { dropDecision, listOutbox, release, undo } from './outbox.ts';
import { rolePage } from './queues.ts';
import { keepResults, nextToSend, unmark } from './sending.ts';
import type { Store } from './store.ts';
import {
  aBody,
  aPerson,
  aRole,
  firstPage,
  noon,
  pulled,
  reopened,
  storeWith,
  told,
} from './world.fixture.ts';

const start = new Date('2026-11-22T12:00:00.000Z').getTime();
const now = { at: new Date(start), holdMs: 0 };

/** A registry by the letter of rules 1 and 9, with the log of what it recorded. */
class RecordingRegistry {
  readonly roles: Map<string, Role>;
  readonly log: string[] = [];
  readonly #results = new Map<string, DecisionResult>();

  constructor(roles: Role[]) {
    this.roles = new Map(roles.map((role) => [role.id, role]));
  }

  decide(decision: Decision): DecisionResult {
    const known = this.#results.get(decision.id);
    if (known) return known;
    const result = this.#judge(decision);
    this.#results.set(decision.id, result);
    return result;
  }

  #judge({ id, roleId, baseRevision, action, reason }: Decision): DecisionResult {
    const role = this.roles.get(roleId)!;
    const status = statusAfter(action, role.status);
    if (role.revision !== baseRevision) return { id, outcome: 'conflict', role };
    if (!status || reason === 'duplicate_request') {
      return { id, outcome: 'refused', code: 'not_allowed', role };
    }
    this.log.push(id);
    const next = { ...role, status, revision: role.revision + 1 };
    this.roles.set(roleId, next);
    return { id, outcome: 'applied', role: next };
  }
}

interface Expected {
  id: string;
  batchId: string;
  state: OutboxState;
  sinceMs: number;
  heldUntil: number;
  action: Action;
}

type World = { store: Store; registry: RecordingRegistry; ids: string[]; atMs: number };
type Model = {
  byRole: Map<string, Expected>;
  recorded: Set<string>;
  /** What the registry has seen, answered or not. */
  arrived: Set<string>;
  takenBack: Set<string>;
};

/** Does to the model what the store must have done, and compares what can be seen. */
function compare({ store, registry, ids }: World, model: Model) {
  const { byRole, recorded } = model;
  const { entries } = listOutbox(store.reader);
  expect(new Map(entries.map(({ roleId, id, state }) => [roleId, { id, state }]))).toEqual(
    new Map([...byRole].map(([roleId, { id, state }]) => [roleId, { id, state }])),
  );
  expect(new Set(registry.log)).toEqual(recorded);
  expect(registry.log.length).toBe(recorded.size);
  expect([...model.takenBack].filter((id) => model.arrived.has(id))).toEqual([]);
  const canBeTakenBack = entries.filter(({ state }) => state === 'held' || state === 'waiting');
  expect(canBeTakenBack.filter(({ id }) => model.arrived.has(id))).toEqual([]);
  for (const roleId of ids) {
    const expected = byRole.get(roleId);
    const waits = expected && ['held', 'waiting', 'sent'].includes(expected.state);
    const { role, status } = roleDetail(store.reader, roleId);
    expect(status).toBe((waits && statusAfter(expected.action, role.status)) || role.status);
    const inQueue = rolePage(store.reader, firstPage({ queue: 'decided' }), now.at).rows;
    expect(inQueue.some(({ id }) => id === roleId)).toBe(Boolean(waits));
  }
}

const whichRole = fc.nat({ max: 2 });
const decideCommand = fc.record({
  kind: fc.constant('decide' as const),
  roles: fc.uniqueArray(whichRole, { minLength: 1 }),
  action: fc.constantFrom<Action>('approve', 'approve', 'reject', 'suspend', 'reactivate'),
  reason: fc.constantFrom('other', 'duplicate_request'),
  holdMs: fc.constantFrom(0, 10),
});
const sendCommand = fc.record({
  kind: fc.constant('send' as const),
  end: fc.constantFrom('answered', 'answer_lost', 'never_left'),
});
const otherCommand = fc.oneof(
  fc.record({ kind: fc.constant('undo' as const), role: whichRole }),
  fc.record({ kind: fc.constant('later' as const), ms: fc.integer({ min: -20, max: 8 }) }),
  fc.record({ kind: fc.constant('elsewhere' as const), role: whichRole }),
  fc.record({ kind: fc.constant('pull' as const), role: whichRole }),
  fc.record({ kind: fc.constant('settle' as const), role: whichRole, isMine: fc.boolean() }),
  fc.record({ kind: fc.constant('restart' as const) }),
);
const commands = fc.array(
  fc.oneof(
    { weight: 2, arbitrary: decideCommand },
    { weight: 2, arbitrary: sendCommand },
    { weight: 5, arbitrary: otherCommand },
  ),
  { maxLength: 30, size: 'max' },
);
type Command = typeof commands extends fc.Arbitrary<(infer C)[]> ? C : never;

function run(command: Command, world: World, model: Model): void {
  const { store, registry, ids } = world;
  const { byRole } = model;
  const entryOn = (roleId: string) =>
    listOutbox(store.reader).entries.find((entry) => entry.roleId === roleId)!;
  switch (command.kind) {
    case 'decide': {
      const { action, reason, holdMs } = command;
      const roles = command.roles.map((which) => {
        const { role } = roleDetail(store.reader, ids[which]!);
        return { roleId: role.id, revision: role.revision, status: role.status };
      });
      const { batchId, outcomes } = decide(
        store,
        { action, reason, roles: roles.map(({ roleId, revision }) => ({ roleId, revision })) },
        { at: new Date(world.atMs), holdMs },
      );
      for (const [at, outcome] of outcomes.entries()) {
        const { roleId, status } = roles[at]!;
        const sent = byRole.get(roleId)?.state === 'sent';
        const unknown = action === 'suspend' && reason === 'duplicate_request';
        const allowed = !sent && statusAfter(action, status) !== undefined && !unknown;
        expect(outcome.outcome).toBe(allowed ? 'accepted' : 'refused');
        if (!allowed) continue;
        const state = holdMs > 0 ? 'held' : 'waiting';
        const { id } = entryOn(roleId);
        const sinceMs = world.atMs;
        byRole.set(roleId, { id, batchId, state, action, sinceMs, heldUntil: sinceMs + holdMs });
      }
      return;
    }
    case 'undo': {
      const { batchId } = byRole.get(ids[command.role]!) ?? {};
      if (!batchId) return;
      const ofBatch = [...byRole].filter(([, each]) => each.batchId === batchId);
      const open = ofBatch.filter(([, { state }]) => state === 'held' || state === 'waiting');
      expect(undo(store, { batchId }).undone).toBe(open.length);
      for (const [roleId, { id }] of open) {
        byRole.delete(roleId);
        model.takenBack.add(id);
      }
      return;
    }
    case 'later':
      world.atMs += command.ms;
      release(store, new Date(world.atMs));
      for (const each of byRole.values()) {
        if (each.state !== 'held') continue;
        const aheadMs = Math.max(0, each.sinceMs - world.atMs);
        each.sinceMs -= aheadMs;
        each.heldUntil -= aheadMs;
        if (each.heldUntil <= world.atMs) each.state = 'waiting';
      }
      return;
    case 'send': {
      const { decisions, marked } = nextToSend(store, noon);
      const expected = [...byRole.values()].filter(
        ({ state }) => state === 'waiting' || state === 'sent',
      );
      expect(new Set(decisions.map(({ id }) => id))).toEqual(new Set(expected.map(({ id }) => id)));
      const fresh = expected.filter(({ state }) => state === 'waiting');
      expect(marked.length).toBe(fresh.length);
      if (command.end === 'never_left') {
        unmark(store, marked);
        return;
      }
      for (const each of expected) each.state = 'sent';
      for (const { id } of decisions) model.arrived.add(id);
      const results = decisions.map((decision) => registry.decide(decision));
      for (const { id, outcome } of results) if (outcome === 'applied') model.recorded.add(id);
      if (command.end === 'answer_lost') return;
      keepResults(store, results, noon);
      for (const [index, { outcome }] of results.entries()) {
        const { roleId } = decisions[index]!;
        if (outcome === 'applied') byRole.delete(roleId);
        else byRole.get(roleId)!.state = outcome;
      }
      return;
    }
    case 'elsewhere': {
      const role = registry.roles.get(ids[command.role]!)!;
      registry.roles.set(role.id, { ...role, revision: role.revision + 1, status: 'suspended' });
      return;
    }
    case 'pull':
      pulled(store, [told(registry.roles.get(ids[command.role]!)!)]);
      return;
    case 'settle': {
      const roleId = ids[command.role]!;
      const expected = byRole.get(roleId);
      if (!expected) return;
      const { canDecideAnew, currentRevision: revision = 1 } = entryOn(roleId);
      const settles = expected.state === 'conflict' || expected.state === 'refused';
      const settle = () =>
        command.isMine
          ? decideAnew(
              store,
              { decisionId: expected.id, revision },
              { at: new Date(world.atMs), holdMs: 0 },
            )
          : dropDecision(store, expected.id);
      if (!settles || (command.isMine && !canDecideAnew)) {
        expect(settle).toThrow(new CallRefused('not_possible'));
        return;
      }
      settle();
      if (!command.isMine) byRole.delete(roleId);
      else {
        const { id, batchId } = entryOn(roleId);
        expect(id).not.toBe(expected.id);
        byRole.set(roleId, { ...expected, id, batchId, state: 'waiting', sinceMs: world.atMs });
      }
      return;
    }
    case 'restart':
      world.store = reopened(store);
  }
}

test('whatever happens in whatever order: nothing is lost, nothing is recorded twice, and the role shows where it stands', () => {
  fc.assert(
    fc.property(commands, (sequence) => {
      const [body, person] = [aBody(), aPerson()];
      const roles = [0, 1, 2].map(() => aRole(body, person));
      const store = storeWith([body], [person], roles);
      const world = {
        store,
        registry: new RecordingRegistry(roles),
        ids: roles.map(({ id }) => id),
        atMs: start,
      };
      const model: Model = {
        byRole: new Map(),
        recorded: new Set(),
        arrived: new Set(),
        takenBack: new Set(),
      };
      for (const command of sequence) {
        run(command, world, model);
        compare(world, model);
      }
      world.store.close();
    }),
    { numRuns: 60 },
  );
});
