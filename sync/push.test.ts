import { expect, test } from 'vitest';
import { decide } from '../db/decide.ts';
import { listOutbox, undo } from '../db/outbox.ts';
import { aBody, aPerson, aRole, storeWith } from '../db/world.fixture.ts';
import type { Decision, DecisionResult } from '../shared/wire/decisions.ts';
import { push } from './push.ts';
import { HeldClock, ScriptedRegistry } from './registry.fixture.ts';
import {
  RegistryAnswerInvalid,
  RegistryIntercepted,
  RegistryProblem,
  RegistryUnreachable,
} from './registry.ts';

const applied = ({ id }: Decision): DecisionResult => ({ id, outcome: 'applied', role: null });

/** A store in which decisions wait on this many roles, and a registry that answers as `answer` does. */
function pushing(count: number, answer: (decisions: Decision[]) => DecisionResult[]) {
  const body = aBody();
  const persons = Array.from({ length: count }, () => aPerson());
  const roles = persons.map((person) => aRole(body, person));
  const store = storeWith([body], persons, roles);
  const clock = new HeldClock();
  const seen = roles.map(({ id, revision }) => ({ roleId: id, revision }));
  const taking = { at: clock.now(), holdMs: 0 };
  const { batchId } = decide(store, { action: 'approve', roles: seen }, taking);
  const registry = new ScriptedRegistry();
  const calls: Decision[][] = [];
  let answering = answer;
  registry.decide = async (decisions) => {
    calls.push(decisions);
    return answering(decisions);
  };
  return {
    store,
    batchId,
    roleIds: roles.map(({ id }) => id),
    /** The roles that each call named. */
    called: () => calls.map((decisions) => decisions.map(({ roleId }) => roleId)),
    push: () => push(store, registry, clock, () => {}),
    answersNow: (next: typeof answer) => {
      answering = next;
    },
    states: () => listOutbox(store.reader).entries.map(({ state }) => state),
    recorded: () => listOutbox(store.reader).recorded.length,
  };
}

test('1,200 decisions go in three calls, in the order in which they were taken', async () => {
  const { push, called, roleIds, states } = pushing(1200, (decisions) => decisions.map(applied));
  await push();
  expect(called().map(({ length }) => length)).toEqual([500, 500, 200]);
  expect(called().flat()).toEqual(roleIds);
  expect(states()).toEqual([]);
});

test.each([
  ['the registry', new RegistryProblem(413, 'too_large')],
  ['something in between', new RegistryIntercepted('too large', { status: 413 })],
])('a batch that is too large for %s is halved, and its order kept', async (_, failure) => {
  const { push, called, roleIds, states } = pushing(10, (decisions) => {
    if (decisions.length > 3) throw failure;
    return decisions.map(applied);
  });
  await push();
  const arrived = called().filter(({ length }) => length <= 3);
  expect(arrived.flat()).toEqual(roleIds);
  expect(states()).toEqual([]);
});

test('one decision that the registry cannot take among 100: 99 arrive, one is shown, nothing is blocked', async () => {
  const { push, called, roleIds, states, recorded } = pushing(100, (decisions) => {
    if (decisions.some(({ roleId }) => roleId === roleIds[37])) {
      throw new RegistryProblem(400, 'invalid_request');
    }
    return decisions.map(applied);
  });
  await push();
  expect(states()).toEqual(['refused']);
  expect(recorded()).toBe(99);
  expect(called().at(-1)).toContain(roleIds[99]);
});

test.each([
  ['something in between answers', new RegistryIntercepted('html', { status: 200 })],
  ['something in between finds one alone too large', new RegistryIntercepted('', { status: 413 })],
  ['something in between says 400', new RegistryIntercepted('html', { status: 400 })],
  ['the registry has a fault', new RegistryProblem(500, 'internal')],
  ['the registry wants a pause', new RegistryProblem(429, 'too_many_requests')],
  ['the token is refused', new RegistryProblem(401, 'token_expired')],
  ['the answer is cut off', new RegistryUnreachable('cut')],
])('%s: nothing is decided by it, and the same goes out again', async (_, failure) => {
  const { push, called, answersNow, states, recorded, store, batchId } = pushing(1, () => {
    throw failure;
  });
  await expect(push()).rejects.toBe(failure);
  expect(states()).toEqual(['sent']);
  expect(undo(store, { batchId })).toEqual({ undone: 0, tooLate: 1 });
  answersNow((decisions) => decisions.map(applied));
  await push();
  expect(recorded()).toBe(1);
  expect(called()[1]).toEqual(called()[0]);
});

test('a cut between two halves keeps what was answered, and the rest goes out again', async () => {
  const { push, called, answersNow, roleIds, states, recorded } = pushing(8, (decisions) => {
    if (decisions.length > 4) throw new RegistryProblem(413, 'too_large');
    if (decisions.some(({ roleId }) => roleId === roleIds[4])) {
      throw new RegistryUnreachable('the network is gone', { isSureNotSent: true });
    }
    return decisions.map(applied);
  });
  await expect(push()).rejects.toBeInstanceOf(RegistryUnreachable);
  expect(recorded()).toBe(4);
  // The registry has had them once, in the whole batch: they are not taken back.
  expect(states()).toEqual(['sent', 'sent', 'sent', 'sent']);
  answersNow((decisions) => decisions.map(applied));
  await push();
  expect(called().at(-1)).toEqual(roleIds.slice(4));
  expect(recorded()).toBe(8);
});

test.each([
  ['nobody is there', new RegistryUnreachable('', { isSureNotSent: true })],
  ['there is no token', new RegistryProblem(401, 'token_missing')],
  ['the token is another person’s', new RegistryProblem(401, 'other_person')],
])('what surely never left, because %s, can be taken back', async (_, failure) => {
  const { push, store, batchId, states } = pushing(2, () => {
    throw failure;
  });
  await expect(push()).rejects.toBe(failure);
  expect(states()).toEqual(['waiting', 'waiting']);
  expect(undo(store, { batchId })).toEqual({ undone: 2, tooLate: 0 });
});

test('what may have arrived before cannot be taken back, though this time nobody is there', async () => {
  const { push, states, answersNow, store, batchId } = pushing(2, () => {
    throw new RegistryUnreachable('cut');
  });
  await expect(push()).rejects.toBeInstanceOf(RegistryUnreachable);
  answersNow(() => {
    throw new RegistryUnreachable('nobody is there', { isSureNotSent: true });
  });
  await expect(push()).rejects.toBeInstanceOf(RegistryUnreachable);
  expect(states()).toEqual(['sent', 'sent']);
  expect(undo(store, { batchId })).toEqual({ undone: 0, tooLate: 2 });
});

test.each<[string, (results: DecisionResult[]) => DecisionResult[]]>([
  ['lacks one', (results) => results.slice(1)],
  ['names one twice', ([first, ...rest]) => [first!, first!, ...rest.slice(1)]],
  ['names one more than once', (results) => [...results, results[0]!]],
  ['names another', ([, ...rest]) => [{ ...rest[0]!, id: crypto.randomUUID() }, ...rest]],
  ['names one more', (results) => [...results, { ...results[0]!, id: crypto.randomUUID() }]],
  [
    'tells of another role',
    ([first, ...rest]) => [{ ...first!, role: aRole(aBody(), aPerson()) }, ...rest],
  ],
  ['is empty', () => []],
])('an answer that %s is not kept, and nothing is lost', async (_, broken) => {
  const { push, answersNow, states, recorded } = pushing(3, (decisions) =>
    broken(decisions.map(applied)),
  );
  await expect(push()).rejects.toBeInstanceOf(RegistryAnswerInvalid);
  expect(states()).toEqual(['sent', 'sent', 'sent']);
  expect(recorded()).toBe(0);
  answersNow((decisions) => decisions.map(applied));
  await push();
  expect(recorded()).toBe(3);
});
