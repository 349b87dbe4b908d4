import type { Page } from '@playwright/test';
import { startFaultyProxy } from '../fixtures/faultyProxy.ts';
import { aPage, aProblem, refusesTokens, startGateway } from '../fixtures/gateway.ts';
import { isAccessible } from './accessibility.ts';
import { test as base, expect } from './fixtures.ts';

interface Between {
  /** Between desk and registry, with faults that can be switched. */
  faulty: Awaited<ReturnType<typeof startFaultyProxy>>;
  /** Between desk and registry, with answers of its own. */
  gateway: Awaited<ReturnType<typeof startGateway>>;
}

const test = base.extend<Between>({
  faulty: async ({ registry }, use) => {
    const faulty = await startFaultyProxy(registry.url);
    await use(faulty);
    await faulty.stop();
  },
  gateway: async ({ registry }, use) => {
    const gateway = await startGateway(registry.url);
    await use(gateway);
    await gateway.stop();
  },
});

const hourMs = 60 * 60_000;
/** Attempts come at growing intervals. */
const timeout = 30_000;

const foot = (page: Page) => page.getByRole('contentinfo');
const alert = (page: Page, words: string) => page.getByRole('alert').filter({ hasText: words });

test('behind a sign-in page of a network the window says what to do, and goes on by itself', async ({
  open,
  faulty,
}) => {
  const { page, view } = await open({ registry: faulty.url });
  await view.settled();
  faulty.switchOn({ kind: 'portal' });
  faulty.breakAll();
  await view.isOffline();
  await expect(alert(page, 'sign in to the network')).toBeVisible();
  await view.approveOne();
  await view.waitingIs(1);
  await isAccessible(page);
  faulty.switchOff();
  await view.waitingIs(0);
  await expect(alert(page, 'sign in to the network')).toHaveCount(0);
});

test('a registry in maintenance: the foot says until when, and its words open the whole text', async ({
  open,
  faulty,
}) => {
  const { page, view } = await open({ registry: faulty.url });
  await view.settled();
  faulty.switchOn({ kind: 'error', status: 503, as: 'problem', retryAfterS: 1800 });
  faulty.breakAll();
  await view.isOffline();
  const why = foot(page).getByRole('button', { name: 'being maintained' });
  await expect(why).toHaveAccessibleName(/Next attempt .*\d\d:\d\d/);
  await why.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toContainText(
    'Decisions are kept here and sent afterwards',
  );
  await expect(page.getByRole('dialog')).toContainText('Next attempt');
  await isAccessible(page);
  await page.keyboard.press('Escape');
  await expect(why).toBeFocused();
  faulty.switchOff();
  await page.getByRole('button', { name: 'Try now' }).click();
  await view.settled();
});

test('a registry that wants a pause is not to be asked before, and the window says so', async ({
  open,
  faulty,
}) => {
  const { page, view } = await open({ registry: faulty.url });
  await view.settled();
  faulty.switchOn({ kind: 'error', status: 429, as: 'problem', retryAfterS: 10 });
  faulty.breakAll();
  await view.isOffline();
  await expect(foot(page).getByRole('button', { name: /pause.* not before/ })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Try now' })).toHaveCount(0);
  faulty.switchOff();
  await view.settled();
});

test('a registry that takes a call and does not answer is waited for in sight', async ({
  open,
  faulty,
}) => {
  const { page, view } = await open({ registry: faulty.url });
  await view.settled();
  faulty.switchOn({ kind: 'half_open' }, '/v1/decisions');
  await view.approveOne();
  await expect(
    page.getByRole('status').filter({ hasText: 'Waiting for the registry since' }),
  ).toBeVisible({ timeout });
  await view.waitingIs(1);
  faulty.switchOff();
  faulty.breakAll();
  await view.waitingIs(0);
  await expect(foot(page)).not.toContainText('Waiting for the registry', { timeout });
});

for (const [what, protocol] of [
  ['older', 0],
  ['newer', 2],
] as const) {
  test(`a registry that is ${what} is told of; nothing is exchanged, and decisions stay`, async ({
    open,
    gateway,
  }) => {
    const { page, view } = await open({ registry: gateway.url });
    await view.settled();
    gateway.health = (told) => ({ ...told, protocol, motto: 'ever onward' });
    gateway.breakAll();
    await view.isOffline();
    await expect(alert(page, `${what} version of the protocol`)).toBeVisible();
    gateway.passed.length = 0;
    await view.approveOne();
    await page.getByRole('button', { name: 'Try now' }).click();
    await expect.poll(() => gateway.passed.length).toBeGreaterThan(0);
    expect(new Set(gateway.passed)).toEqual(new Set(['/v1/health']));
    await view.waitingIs(1);
    gateway.health = (told) => told;
    await view.waitingIs(0);
  });
}

test('a clock that is a day wrong is told of in words, until it is right', async ({
  open,
  gateway,
}) => {
  const setRegistryClock = (aheadMs: number) => {
    gateway.health = (told) => ({
      ...told,
      time: new Date(Date.parse(told.time) + aheadMs).toISOString(),
    });
  };
  setRegistryClock(-26 * hourMs);
  const { page, view } = await open({ registry: gateway.url });
  await view.settled();
  await expect(alert(page, 'is 1 day and 2 hours ahead of the registry’s')).toBeVisible();
  await isAccessible(page);
  setRegistryClock(5 * hourMs);
  gateway.breakAll();
  await expect(alert(page, 'is 5 hours behind the registry’s')).toBeVisible({ timeout });
  setRegistryClock(0);
  gateway.breakAll();
  await expect(alert(page, 'The clock of this computer')).toHaveCount(0, { timeout });
});

test('while everything is fetched again the foot says how far it is, and the queues stay', async ({
  open,
  gateway,
}) => {
  const { page, view } = await open({ registry: gateway.url });
  await view.settled();
  const requested = await view.count('requested');
  let pages = 0;
  gateway.rewrite = (path) => path.replace('limit=500', 'limit=20');
  gateway.answer = (path) => {
    if (!path.startsWith('/v1/changes')) return undefined;
    pages += 1;
    if (pages === 1) return aProblem(410, 'cursor_expired');
    return pages > 3 ? aPage(502) : undefined;
  };
  gateway.breakAll();
  await expect(foot(page)).toContainText(/Everything is fetched again: \d+ of \d+/, { timeout });
  expect(await view.count('requested')).toBe(requested);
  await view.approveOne();
  gateway.answer = () => undefined;
  await view.settled();
  await view.waitingIs(0);
  await expect.poll(() => view.count('requested')).toBe(requested - 1);
  await expect(foot(page)).not.toContainText('fetched again');
});

test('the words of the foot can be read in German, in a small window and in the dark', async ({
  open,
  faulty,
}) => {
  const { page, view } = await open({ registry: faulty.url, language: 'de' });
  await view.settled();
  await page.setViewportSize({ width: 1024, height: 700 });
  await page.emulateMedia({ colorScheme: 'dark' });
  faulty.switchOn({ kind: 'error', status: 503, as: 'problem', retryAfterS: 1800 });
  faulty.breakAll();
  await view.isOffline();
  await view.approveOne();
  await foot(page).getByRole('button', { name: 'gewartet' }).click();
  await expect(page.getByRole('dialog')).toContainText('werden danach gesendet');
  await isAccessible(page);
});

test('a person whose every token is refused is signed out, in words, and goes on deciding', async ({
  open,
  gateway,
}) => {
  const { page, view } = await open({ registry: gateway.url });
  await view.settled();
  gateway.answer = refusesTokens;
  gateway.breakAll();
  await view.isOffline();
  await expect(alert(page, 'You are signed out.')).toBeVisible({ timeout });
  await view.approveOne();
  await view.waitingIs(1);
  gateway.answer = () => undefined;
  await view.settled();
  await view.waitingIs(0);
});
