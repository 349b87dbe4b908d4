import { afterAll, beforeAll, expect, test } from 'vitest';
import { seedInto } from '../../../registry/seed/seed.ts';
import { openStorage } from '../../../registry/storage/open.ts';
import { adviceCodes, adviceOn } from '../../../shared/domain/advice.ts';
import type { Body } from '../../../shared/domain/body.ts';
import type { Person } from '../../../shared/domain/person.ts';
import type { Role } from '../../../shared/domain/role.ts';
import { newDatabase } from '../../fixtures/databases.ts';
import { startTestRegistry, type TestRegistry } from './testRegistry.ts';

let registry: TestRegistry;
let roles: Role[];
let bodies: Map<string, Body>;
let people: Map<string, Person>;
beforeAll(async () => {
  registry = await startTestRegistry({ requests: 400 });
  const { changes } = await (await registry.administrator('COMMISSION')).pull();
  roles = changes.flatMap((each) => (each.kind === 'role' ? [each.role] : []));
  bodies = new Map(changes.flatMap((each) => (each.kind === 'body' ? [[each.id, each.body]] : [])));
  people = new Map(
    changes.flatMap((each) => (each.kind === 'person' ? [[each.id, each.person]] : [])),
  );
});
afterAll(() => registry.stop());

test('the central authority of Belgium has a full desk', async () => {
  const central = await registry.administrator('CCA', 'BE');
  expect((await central.roles()).size).toBeGreaterThanOrEqual(300);
});

test('there are as many requests as asked for, besides the people that one can sign in as', async () => {
  const other = await startTestRegistry({ requests: 0 });
  const cast = (await (await other.administrator('COMMISSION')).roles()).size;
  await other.stop();
  expect(roles.length - cast).toBe(400);
});

test('those whom scripts look for are there', async () => {
  for (const [kind, where, atLeast] of [
    ['COMMISSION', undefined, 1],
    ['CCA', 'BE', 2],
    ['CCA', 'FR', 1],
    ['CCA', 'IT', 1],
    ['BCP', 'BEANR1', 2],
    ['BCP', 'FRLEH1', 1],
    ['control_body', undefined, 1],
  ] as const) {
    const found = await registry.administrators(kind, where);
    expect(found.length, `${kind} ${where}`).toBeGreaterThanOrEqual(atLeast);
  }
  const idle = [];
  for (const { username, administers } of await (await registry.newcomer()).people()) {
    if (administers.length > 0) continue;
    if ((await (await registry.as(username)).myRoles()).roles.length === 0) idle.push(username);
  }
  expect(idle.length).toBeGreaterThanOrEqual(2);
});

test('authorities of at least 12 member states, in every kind', () => {
  const authorities = [...bodies.values()].filter(({ type }) => type === 'authority');
  expect(authorities.length).toBeGreaterThanOrEqual(35);
  expect(new Set(authorities.map(({ country }) => country)).size).toBeGreaterThanOrEqual(13);
  expect(new Set(authorities.map(({ kind }) => kind)).size).toBe(8);
});

test('every status, language and kind of advice is shown', () => {
  expect(new Set(roles.map(({ status }) => status)).size).toBe(5);
  expect(new Set(roles.map(({ suspension }) => suspension?.cause))).toEqual(
    new Set([undefined, 'administrator', 'system']),
  );
  const messages = roles.flatMap(({ message }) => message ?? []).join('\n');
  expect(messages).toMatch(/collega/);
  expect(messages).toMatch(/\p{Script=Cyrillic}/u);
  const names = [...people.values()].map(({ firstName, lastName }) => firstName + lastName).join();
  for (const script of [/\p{Script=Greek}/u, /\p{Script=Cyrillic}/u, /[łąğġżůőñõ]/]) {
    expect(names).toMatch(script);
  }
  const advice = roles
    .filter(({ status }) => status === 'requested')
    .flatMap((role) => {
      const others = roles.filter(({ personId }) => personId === role.personId);
      return adviceOn(role, bodies.get(role.bodyId)!, people.get(role.personId)!, others);
    });
  expect(advice).toEqual(
    expect.arrayContaining(adviceCodes.filter((code) => code !== 'older_request')),
  );
});

test('some requests are late and some are not', () => {
  const now = new Date().toISOString();
  const waiting = roles.filter(({ status }) => status === 'requested');
  expect(waiting.some(({ dueAt }) => dueAt < now)).toBe(true);
  expect(waiting.some(({ dueAt }) => dueAt > now)).toBe(true);
});

test('the data keep the rules: what people hold is what is told of them, and of one type', () => {
  const held = new Map<string, Set<string>>();
  for (const { personId, status, type } of roles) {
    const types = held.get(personId) ?? new Set();
    if (status === 'valid' || status === 'suspended') types.add(type);
    held.set(personId, types);
  }
  for (const [id, types] of held) {
    expect([...types]).toEqual(people.get(id)!.heldTypes);
    expect(types.size).toBeLessThanOrEqual(1);
  }
  for (const { status, revision, bodyId } of roles) {
    const body = bodies.get(bodyId)!;
    if (status === 'valid' || status === 'suspended') expect(body.status).toBe('valid');
    if (status === 'requested') expect(body.status).not.toBe('rejected');
    expect(revision).toBe(
      { requested: 1, valid: 2, rejected: 2, withdrawn: 2, suspended: 3 }[status],
    );
  }
});

test('a decided role has its whole audit log', async () => {
  const commission = await registry.administrator('COMMISSION');
  const role = roles.find((each) => each.suspension?.cause === 'system')!;
  const lines = await commission.history(role.id);
  expect(lines.map(({ action }) => action)).toEqual(['request', 'approve', 'suspend']);
  expect(lines.map(({ revision }) => revision)).toEqual([1, 1, 2]);
  expect(lines[2]!.actor).toBe('system');
});

test('bodies are marked as demonstration data and use names that nobody has', () => {
  for (const body of bodies.values()) {
    expect(body.identifiers).toContainEqual({ scheme: 'DEMO', value: 'demonstration data' });
    if (body.email !== undefined) expect(body.email).toMatch(/\.example$/);
  }
});

test('the same text makes the same data but for times, another text others', async () => {
  const dump = async (random: string) => {
    const database = await newDatabase();
    const storage = await openStorage(database.address, 'training');
    expect(await seedInto(storage, 120, random)).toBe(true);
    expect(await seedInto(storage, 120, random)).toBe(false);
    const found = await storage.read(async (reader) => {
      const everybody = await reader.people(1000);
      const theirs = [];
      for (const { id } of everybody) theirs.push(await reader.rolesOfPerson(id));
      return JSON.stringify([everybody, theirs], (key, value: unknown) =>
        /At$/.test(key) ? undefined : value,
      );
    });
    await storage.close();
    await database.drop();
    return found;
  };
  const first = await dump('1');
  expect(await dump('1')).toBe(first);
  expect(await dump('2')).not.toBe(first);
});
