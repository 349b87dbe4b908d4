import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { drawer } from '../../../registry/seed/draw.ts';
import type { Decision, DecisionResult } from '../../../shared/wire/decisions.ts';
import { newDatabase, onPostgres } from '../../fixtures/databases.ts';
import { decision, RegistryClient } from '../../fixtures/registryClient.ts';
import { spawnRegistry } from './childRegistry.ts';

const { ROLEDESK_KILLS, ROLEDESK_KILLS_SEED } = process.env;
const kills = Number(ROLEDESK_KILLS ?? (onPostgres ? 3 : 10));
const random = ROLEDESK_KILLS_SEED ?? `${Date.now()}`;
const draw = drawer(random);

const batchSize = 5;
const batchesUnderWay = 3;
/** Of these about four in ten come to Belgium's central authority. */
const requests = 100 + 40 * kills;
/** About as long as the batches under way take together. */
const longestMs = 30;

test(
  'a killed registry keeps what it acknowledged, and applies what is repeated once',
  async () => {
    console.log(`ROLEDESK_KILLS=${kills} ROLEDESK_KILLS_SEED=${random}`);
    const database = ['--db', (await newDatabase()).address];
    const seed = ['--seed', `${requests}`, '--random', random];
    let child = spawnRegistry(...database, '--dev', ...seed);
    const url = await child.url;
    const args = [...database, '--dev', '--port', new URL(url).port];
    const people = await new RegistryClient(url).people();
    const { username } = people.find(({ administers }) =>
      administers.some(({ kind, country }) => kind === 'CCA' && country === 'BE'),
    )!;
    const client = await RegistryClient.signIn(url, username);
    const requested = [...(await client.roles()).values()].filter(
      ({ status }) => status === 'requested',
    );
    const batches: Decision[][] = [];
    for (let at = 0; at < requested.length; at += batchSize) {
      const roles = requested.slice(at, at + batchSize);
      batches.push(roles.map((role) => decision(role, 'reject')));
    }
    expect(batches.length).toBeGreaterThan(batchesUnderWay * kills);

    const acknowledged = new Map<string, DecisionResult>();
    const send = async (batch: Decision[]) => {
      for (const result of await client.decideAll(batch)) acknowledged.set(result.id, result);
    };
    const unanswered = new Set(batches);
    for (let kill = 0; kill < kills; kill += 1) {
      const under = [...unanswered].slice(0, batchesUnderWay).map(async (batch) => {
        await send(batch);
        unanswered.delete(batch);
      });
      // Some answers are in, the others at some point on their way.
      await Promise.all(under.slice(0, draw.between(0, batchesUnderWay - 1)));
      await setTimeout(draw.between(0, longestMs));
      child.process.kill('SIGKILL');
      await Promise.allSettled(under);
      expect((await child.ended).signal).toBe('SIGKILL');
      child = spawnRegistry(...args);
      await child.url;
    }
    expect(acknowledged.size).toBeGreaterThan(0);
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
  },
  240_000 + kills * 10_000,
);
