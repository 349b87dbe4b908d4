import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DecisionResult } from '../../shared/wire/decisions.ts';
import { listen } from '../fixtures/eventStream.ts';
import { type PostgresServer, startPostgres } from '../fixtures/postgres.ts';
import { decision } from '../fixtures/registryClient.ts';
import { administratorAt, databaseOn, expectBack, registryOn, requestedBy } from './servers.ts';

let server: PostgresServer;
beforeAll(async () => {
  // What it said was committed has to survive.
  server = await startPostgres({ durable: true });
});
afterAll(() => server.remove());

test('while the database is away calls are told to come again, and then go on by themselves', async () => {
  const registry = await registryOn(await databaseOn(server, 'away'), '--seed', '60');
  const central = await administratorAt(registry.at, 'CCA', 'BE');
  const [role] = await requestedBy(central);
  const stream = await listen(central);
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    await server.stop(signal);
    for (const [method, path] of [
      ['GET', '/v1/me'],
      ['GET', '/v1/changes'],
      ['POST', `/v1/roles/${role!.id}/claim`],
    ] as const) {
      const { status, headers, body } = await central.send(method, path);
      expect({ status, body }).toMatchObject({
        status: 503,
        body: { status: 503, code: 'storage_unavailable' },
      });
      expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
    }
    expect((await central.send('GET', '/v1/health')).status).toBe(200);
    await server.start();
    await expectBack(central);
    // The stream has stayed open: it tells that something may have been missed, and then what happens.
    expect(await stream.next()).toBe('changed');
  }
  expect((await central.decide(role!, 'reject')).outcome).toBe('applied');
  expect(await stream.next()).toBe('changed');
  registry.process.kill();
  expect((await registry.ended).code).toBe(0);
});

test('what was under way when the database went is done once, whether it was answered or not', async () => {
  const registry = await registryOn(await databaseOn(server, 'under_way'), '--seed', '200');
  const central = await administratorAt(registry.at, 'CCA', 'BE');
  const made = (await requestedBy(central)).map((role) => decision(role, 'reject'));
  expect(made.length).toBeGreaterThan(20);
  const answered = new Map<string, DecisionResult>();
  const sending = made.map(async (each, index) => {
    const { status, body } = await central.send('POST', '/v1/decisions', { decisions: [each] });
    if (index === 5) await server.stop('SIGQUIT');
    expect([200, 503]).toContain(status);
    if (status === 200) answered.set(each.id, (body as { results: DecisionResult[] }).results[0]!);
  });
  await Promise.all(sending);
  await server.start();
  await expectBack(central);
  console.log(
    `${answered.size} of ${made.length} decisions were answered before the database went`,
  );
  const results = await central.decideAll(made);
  for (const result of results) {
    expect(result.outcome).toBe('applied');
    if (answered.has(result.id)) expect(result).toEqual(answered.get(result.id));
    expect((await central.history(result.role!.id)).length).toBe(2);
  }
  registry.process.kill();
  await registry.ended;
});
