import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { approvable, approve, rowsOf } from './desks.ts';
import { aKeeper, anIssuer, signInAt, visit } from './signIn.fixture.ts';
import { anAccount, aPlace, losesToken, signsIn, timesApproved } from './signInAccount.fixture.ts';

test('a refused renewal leaves the store open, and signing in again goes on in the same place', async () => {
  const { registry, issuer, people } = await aPlace();
  const { account, services, until, left } = anAccount(signInAt(issuer), registry);
  account.start();
  await until({ state: 'signed_out' });
  await account.ask();
  const service = account.service;
  const desk = services[0]!;
  await desk.untilSynced();
  const rows = await approvable(desk, 2);

  issuer.refreshToken = 'another';
  await losesToken(account, desk);
  await until({ state: 'signed_out' });
  await approve(desk, rows);
  expect(await desk.call('desk:state', undefined)).toMatchObject({
    waiting: 2,
    connection: { cause: 'signed_out' },
  });

  await account.ask();
  expect(account.service).toBe(service);
  await desk.untilSynced();
  for (const { id } of rows) expect(await timesApproved(registry, people[0], id)).toBe(1);
  expect([services.length, left()]).toEqual([1, 0]);
});

test('tokens that run out while decisions are sent are renewed, and nothing is lost or doubled', async () => {
  const { registry, issuer, people } = await aPlace();
  issuer.accessToken = (subject) => registry.token(subject, 1);
  const { account, services } = anAccount(signInAt(issuer), registry);
  await account.ask();
  const desk = services[0]!;
  const rows = await approvable(desk, 6).catch(async () => {
    await desk.untilSynced();
    return approvable(desk, 6);
  });
  for (const row of rows) {
    await desk.untilTokenWanted();
    await approve(desk, [row]);
  }
  await desk.until('desk:state', undefined, ({ waiting }) => waiting === 0);
  expect(issuer.times('/token')).toBeGreaterThan(1);
  for (const { id } of rows) expect(await timesApproved(registry, people[0], id)).toBe(1);
});

test('a token is renewed before it runs out', async () => {
  const issuer = await anIssuer();
  issuer.expiresIn = 1;
  const { account, services } = anAccount(signInAt(issuer), issuer);
  await account.ask();
  while (issuer.times('/token') < 3) await new Promise((resolve) => setTimeout(resolve, 50));
  expect(services[0]!.tokensWanted).toBe(0);
});

test('another person gets a store of their own, and the decisions of the first wait for the first', async () => {
  const { registry, issuer, people } = await aPlace();
  const { account, services, profile, left } = anAccount(signInAt(issuer), registry);
  await account.ask();
  const first = services[0]!;
  await first.untilSynced();
  const rows = await approvable(first, 2);
  issuer.refreshToken = 'another';
  await losesToken(account, first);
  await approve(first, rows);

  signsIn(issuer, people[1]);
  await account.ask();
  const second = services[1]!;
  await second.untilSynced();
  expect(left()).toBe(1);
  expect(second.file).not.toBe(first.file);
  expect(readdirSync(join(profile, 'stores', 'training')).join()).not.toContain(people[0]);
  expect(await second.call('outbox:list', undefined)).toMatchObject({ entries: [] });
  for (const { id } of rows) {
    for (const person of people) expect(await timesApproved(registry, person, id)).toBe(0);
  }

  signsIn(issuer, people[0]);
  await account.ask();
  const again = services[2]!;
  expect(again.file).toBe(first.file);
  await again.untilSynced();
  for (const { id } of rows) {
    expect(await timesApproved(registry, people[0], id)).toBe(1);
    expect(await timesApproved(registry, people[1], id)).toBe(0);
  }
});

test('a provider that is down is no sign-out: the desk opens with its store and goes on trying', async () => {
  const { registry, issuer } = await aPlace();
  const keeper = aKeeper();
  const before = anAccount(signInAt(issuer, {}, keeper), registry);
  await before.account.ask();
  await before.services[0]!.untilSynced();
  await before.account.close();
  const port = Number(new URL(issuer.url).port);
  await issuer.close();

  const { account, services, until } = anAccount(
    signInAt(issuer, {}, keeper),
    registry,
    before.profile,
  );
  account.start();
  expect(services[0]?.file).toBe(before.services[0]!.file);
  await until({ state: 'connecting', problem: 'registry_unreachable' });
  expect((await rowsOf(services[0]!)).length).toBeGreaterThan(0);
  await issuer.listen(port);
  issuer.lies = { tokenError: { status: 503, error: 'temporarily_unavailable' }, ...issuer.lies };
  await until({ state: 'connecting', problem: 'provider_unreachable' });
  const { tokenError: _, ...truth } = issuer.lies;
  issuer.lies = truth;
  await until({ state: 'signed_in' });
  await services[0]!.untilSynced();
});

test('a refresh token is shown to nobody but the issuer that gave it', async () => {
  const issuer = await anIssuer();
  const keeper = aKeeper();
  const before = anAccount(signInAt(issuer, {}, keeper), issuer);
  await before.account.ask();
  await before.account.close();
  const other = await anIssuer();
  const { account, until } = anAccount(signInAt(other, {}, keeper), issuer, before.profile);
  account.start();
  await until({ state: 'signed_out' });
  expect(other.times('/token')).toBe(0);
});

test('a renewal that names somebody else is a refusal', async () => {
  const issuer = await anIssuer();
  const keeper = aKeeper();
  const before = anAccount(signInAt(issuer, {}, keeper), issuer);
  await before.account.ask();
  await before.account.close();
  signsIn(issuer, 'somebody else');
  const { account, services, until } = anAccount(
    signInAt(issuer, {}, keeper),
    issuer,
    before.profile,
  );
  account.start();
  await until({ state: 'signed_out' });
  expect(services).toHaveLength(1);
});

test('signing out forgets the person here and ends the session at the provider', async () => {
  const issuer = await anIssuer();
  const opened: string[] = [];
  const open = async (address: string) => {
    opened.push(address);
    if (opened.length === 1) await visit(address);
  };
  const keeper = aKeeper();
  const { account, profile, left } = anAccount(signInAt(issuer, { open }, keeper), issuer);
  await account.ask();
  const kept = await keeper.read();
  await account.signOut();
  expect(account.service).toBeUndefined();
  expect(account.signIn).toEqual({ state: 'signed_out' });
  expect(left()).toBe(1);
  expect(await keeper.read()).toBeUndefined();
  expect(existsSync(join(profile, 'accounts', 'training.json'))).toBe(false);
  expect(issuer.revoked).toEqual([kept?.refreshToken]);
  const ended = new URL(opened[1] ?? '');
  expect(ended.pathname).toBe('/end-session');
  expect(ended.searchParams.get('id_token_hint')).toBe(kept?.idToken);

  const next = anAccount(signInAt(issuer, { open }, keeper), issuer, profile);
  next.account.start();
  expect(next.account.service).toBeUndefined();
  expect(next.account.signIn).toEqual({ state: 'signed_out' });
});

test('signing out off line forgets the person all the same', async () => {
  const issuer = await anIssuer();
  const keeper = aKeeper();
  const { account, profile } = anAccount(signInAt(issuer, {}, keeper), issuer);
  await account.ask();
  await issuer.close();
  await account.signOut();
  expect(await keeper.read()).toBeUndefined();
  expect(existsSync(join(profile, 'accounts', 'training.json'))).toBe(false);
  expect(account.service).toBeUndefined();
  await issuer.listen();
});

test('tokens that come after signing out are made worthless and used by nobody', async () => {
  const { registry, issuer } = await aPlace();
  const keeper = aKeeper();
  const { account, services } = anAccount(signInAt(issuer, {}, keeper), registry);
  await account.ask();
  await services[0]!.untilSynced();
  let release = () => {};
  const asked = new Promise<void>((resolve) => {
    issuer.accessToken = (subject) => {
      resolve();
      return new Promise((done) => {
        release = () => done(registry.token(subject));
      });
    };
  });
  account.service?.giveToken(undefined);
  await services[0]!.call('desk:sync', undefined);
  await asked;
  await account.signOut();
  const late = issuer.refreshToken;
  release();
  while (!issuer.revoked.includes(late ?? '')) await new Promise((done) => setTimeout(done, 20));
  expect(await keeper.read()).toBeUndefined();
  expect(account.signIn).toEqual({ state: 'signed_out' });
  expect(account.service).toBeUndefined();
});

test('a sign-in can be given up, opened again and replaced by another', async () => {
  const issuer = await anIssuer();
  const opened: string[] = [];
  const open = async (address: string) => void opened.push(address);
  const { account, until, services } = anAccount(signInAt(issuer, { open }), issuer);
  const untilOpened = async (times: number) => {
    while (opened.length < times) await new Promise((done) => setTimeout(done, 10));
  };
  const first = account.ask();
  await until({ state: 'in_browser' });
  await untilOpened(1);
  const second = account.ask();
  await first;
  await untilOpened(2);
  expect(account.signIn).toEqual({ state: 'in_browser' });
  await expect(visit(opened[0]!)).rejects.toThrow();

  account.openBrowserAgain();
  await untilOpened(3);
  expect(opened[2]).toBe(opened[1]);
  account.cancel();
  await second;
  expect(account.signIn).toEqual({ state: 'signed_out' });
  await expect(visit(opened[1]!)).rejects.toThrow();
  expect(services).toEqual([]);
  expect(issuer.times('/token')).toBe(0);
});

test.each([
  ['a browser that is left alone', { open: async () => {}, timeoutMs: 30 }, 'timed_out'],
  ['a system without a browser', { open: () => Promise.reject(new Error('no')) }, 'no_browser'],
] as const)('%s ends the sign-in with a word', async (_, browser, problem) => {
  const issuer = await anIssuer();
  const { account } = anAccount(signInAt(issuer, browser), { url: 'http://127.0.0.1:9' });
  await account.ask();
  expect(account.signIn).toEqual({ state: 'signed_out', problem });
});
