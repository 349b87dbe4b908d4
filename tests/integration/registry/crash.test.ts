import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { Decision, DecisionResult } from '../../../shared/wire/decisions.ts';
import { decision, RegistryClient } from '../../fixtures/registryClient.ts';
import { spawnRegistry } from './childRegistry.ts';

const folder = mkdtempSync(join(tmpdir(), 'roledesk-crash-'));
afterAll(() => rmSync(folder, { recursive: true }));

const crashes = 6;
const batchSize = 10;

test('a killed registry keeps what it acknowledged, and applies what is repeated once', async () => {
  const args = ['--db', `sqlite:${join(folder, 'registry')}`, '--dev', '--seed', '300'];
  let child = spawnRegistry(...args);
  const people = await new RegistryClient(await child.url).people();
  const { username } = people.find(({ administers }) =>
    administers.some(({ kind, country }) => kind === 'CCA' && country === 'BE'),
  )!;
  let client = await RegistryClient.signIn(await child.url, username);
  const requested = [...(await client.roles()).values()].filter(
    ({ status }) => status === 'requested',
  );
  const batches: Decision[][] = [];
  for (let at = 0; at < requested.length; at += batchSize) {
    const roles = requested.slice(at, at + batchSize);
    batches.push(roles.map((role) => decision(role, 'reject')));
  }
  expect(batches.length).toBeGreaterThan(crashes);

  const acknowledged = new Map<string, DecisionResult>();
  const send = async (batch: Decision[]) => {
    for (const result of await client.decideAll(batch)) acknowledged.set(result.id, result);
  };
  const unanswered = new Set(batches);
  for (let crash = 0; crash < crashes; crash += 1) {
    const under = [...unanswered].slice(0, 3).map(async (batch) => {
      await send(batch);
      unanswered.delete(batch);
    });
    // The first answer is in, the others are at some point on their way.
    await Promise.any(under);
    child.process.kill('SIGKILL');
    await Promise.allSettled(under);
    expect((await child.ended).signal).toBe('SIGKILL');
    child = spawnRegistry(...args);
    client = new RegistryClient(await child.url, client.token);
  }
  const kept = await client.roles();
  for (const { role } of acknowledged.values()) expect(kept.get(role!.id)).toEqual(role);

  const before = new Map(acknowledged);
  for (const batch of batches) await send(batch);
  for (const [id, result] of before) expect(acknowledged.get(id)).toEqual(result);
  const roles = await client.roles();
  for (const { id, roleId } of batches.flat()) {
    expect(acknowledged.get(id)).toMatchObject({ outcome: 'applied' });
    expect(roles.get(roleId)).toMatchObject({ status: 'rejected', revision: 2 });
    const lines = await client.history(roleId);
    expect(lines.map(({ action }) => action)).toEqual(['request', 'reject']);
  }
  child.process.kill();
  expect((await child.ended).code).toBe(0);
}, 120_000);
