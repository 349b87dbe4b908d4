import { expect, onTestFinished, test } from 'vitest';
import { counted, seedOf } from '../../fixtures/drawn.ts';
import { startFaultyProxy } from '../../fixtures/faultyProxy.ts';
import { colleaguesAt, type TestRegistry } from '../../fixtures/registry.ts';
import { runChanges, type Setting } from './changesOfPerson.ts';
import { aRegistry } from './desks.ts';
import { type Change, drawChanges } from './personChange.ts';
import type { Sharer } from './personsView.ts';

const times = counted('ROLEDESK_PERSONS', 10);
const seed = seedOf('ROLEDESK_PERSONS_SEED');
/** How many changes one computer sees; then a new one has its first pulls again. */
const seriesLength = 10;

/** Two colleagues, somebody of a post below them, and the Commission, each with a hold time of their own. */
async function theSharers(registry: TestRegistry): Promise<Sharer[]> {
  const people = await registry.people();
  const ofKind = (kind: string, country?: string) =>
    people.find(
      ({ administers: [at] }) => at?.kind === kind && (!country || at.country === country),
    );
  const usernames = [
    ...(await colleaguesAt(registry)),
    ...[ofKind('BCP', 'BE'), ofKind('COMMISSION')].flatMap((person) => person?.username ?? []),
  ];
  return Promise.all(usernames.map((username, at) => sharerOf(registry, username, 31 + at)));
}

async function sharerOf(registry: TestRegistry, username: string, holdSeconds: number) {
  const client = await registry.as(username);
  const { person, preferences } = await client.me();
  const { headers } = await client.send('GET', '/v1/preferences');
  const match = { 'if-match': headers.get('etag') ?? '' };
  await client.send('PUT', '/v1/preferences', { ...preferences, holdSeconds }, match);
  const roles = new Set((await client.roles()).keys());
  const ownRoles = (await client.myRoles()).roles.map(({ id }) => id);
  return { username, personId: person.id, roles, ownRoles, holdSeconds };
}

/** A registry for those who share a computer, and the way to it. */
async function aSetting(): Promise<Setting> {
  const registry = await aRegistry({ seed: 120, random: String(seed), callsPerMinute: 0 });
  const proxy = await startFaultyProxy(registry.url);
  onTestFinished(() => proxy.stop());
  const sharers = await theSharers(registry);
  return { registry, proxy, sharers, elsewhere: sharers[1]!.username };
}

test(`${times} changes of person show and send nothing of anybody else (ROLEDESK_PERSONS_SEED=${seed})`, async () => {
  console.log(`ROLEDESK_PERSONS=${times} ROLEDESK_PERSONS_SEED=${seed}`);
  const changes = drawChanges(times, seed);
  const done = { nonEmpty: 0, confirmed: 0, unresolved: 0 };
  for (let at = 0; at < changes.length; at += seriesLength) {
    // Each registry has roles to decide on for one series only. Two, three or four people share a computer.
    const { sharers, ...place } = await aSetting();
    const some = sharers.slice(0, 2 + ((seed + at / seriesLength) % 3));
    const part = changes.slice(at, at + seriesLength);
    const { found, ...series } = await runChanges({ ...place, sharers: some }, part);
    expect(found).toEqual([]);
    await place.registry.kill();
    for (const what of ['nonEmpty', 'confirmed', 'unresolved'] as const) done[what] += series[what];
  }
  console.log(`${done.confirmed} decisions, ${done.unresolved} of them in conflict or refused`);
  expect(done.nonEmpty).toBe(times);
}, 3_600_000);

test('a desk service that trusts every token is caught', async () => {
  const { sharers, ...place } = await aSetting();
  const setting = { ...place, sharers: sharers.slice(0, 2) };
  const serviceEntry = 'tests/fixtures/trustingService.ts';
  const change: Change = {
    ...{ outbox: 'tried', how: 'signs_out', to: 1, other: 0, count: 1, momentMs: 0, slowMs: 0 },
  };
  const { found } = await runChanges({ ...setting, serviceEntry }, [change]);
  expect(found.join()).toContain('was recorded 1 times, by');
});
