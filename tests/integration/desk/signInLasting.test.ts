import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, expect, test, vi } from 'vitest';
import { approvable, approve } from './desks.ts';
import { anIssuer, signInAt } from './signIn.fixture.ts';
import { anAccount, aPlace, losesToken, signsIn, timesApproved } from './signInAccount.fixture.ts';

const dayMs = 86_400_000;

afterEach(() => void vi.useRealTimers());

test('a provider that is gone when the tokens run out loses nothing: decisions wait and are sent when it is back', async () => {
  const { registry, issuer, people } = await aPlace();
  const { account, services, until } = anAccount(signInAt(issuer), registry);
  await account.ask();
  const desk = services[0]!;
  await desk.untilSynced();
  const rows = await approvable(desk, 2);
  const port = Number(new URL(issuer.url).port);
  await issuer.close();

  await losesToken(account, desk);
  await until({ state: 'connecting', problem: 'provider_unreachable' });
  await approve(desk, rows);
  const { waiting, connection } = await desk.call('desk:state', undefined);
  expect(waiting).toBe(2);
  expect(connection).toMatchObject({ state: 'offline', cause: 'signed_out' });

  await issuer.listen(port);
  await until({ state: 'signed_in' });
  await desk.untilSynced();
  for (const { id } of rows) expect(await timesApproved(registry, people[0], id)).toBe(1);
  expect(services).toHaveLength(1);
});

test('a clock that is a day off at a renewal is said, uses up one refresh token, and costs no decision', async () => {
  const { registry, issuer, people } = await aPlace();
  const { account, services, until } = anAccount(signInAt(issuer), registry);
  await account.ask();
  const desk = services[0]!;
  await desk.untilSynced();
  const [row] = await approvable(desk, 1);
  const iat = Math.floor((Date.now() - dayMs) / 1000);
  issuer.lies = { claims: { sub: people[0], iat, exp: iat + 300 } };
  const before = issuer.times('/token');

  await losesToken(account, desk);
  await until({ state: 'signed_out', problem: 'clock_wrong' });
  await approve(desk, [row!]);
  await desk.call('desk:sync', undefined);
  await account.ask();
  expect(account.signIn).toEqual({ state: 'signed_out', problem: 'clock_wrong' });
  expect(issuer.times('/token')).toBe(before + 2);

  signsIn(issuer, people[0]);
  await account.ask();
  await desk.untilSynced();
  expect(await timesApproved(registry, people[0], row!.id)).toBe(1);
});

test.each([
  ['ahead', dayMs],
  ['back', -dayMs],
])(
  'a clock that is set a day %s while somebody is signed in neither hastens nor puts off a renewal',
  async (_, ms) => {
    const issuer = await anIssuer();
    issuer.expiresIn = 2;
    const { account } = anAccount(signInAt(issuer), issuer);
    await account.ask();
    // The provider of this test keeps to the same clock: only the timer can go wrong.
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + ms });
    const begun = performance.now();
    while (issuer.times('/token') < 3) await wait(20);
    expect(performance.now() - begun).toBeGreaterThan(1000);
    await account.close();
  },
);

test('a token that is over at once is not asked for again and again', async () => {
  const issuer = await anIssuer();
  issuer.expiresIn = 0;
  const { account } = anAccount(signInAt(issuer), issuer);
  await account.ask();
  await wait(200);
  expect(issuer.times('/token')).toBe(1);
});
