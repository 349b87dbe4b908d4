import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startKeyring } from '../fixtures/keyring.ts';
import { isAccessible } from './accessibility.ts';
import { expect } from './fixtures.ts';
import { signIn, signInAs, signOut, test } from './signingIn.ts';

test('a person signs in with the browser, and out again here and at the provider', async ({
  openAtBrowser,
  systemBrowser: browser,
  colleagues,
  witness,
}) => {
  const desk = await openAtBrowser();
  const { page } = desk;
  await expect(page.getByRole('banner')).toContainText('Training');
  await page.getByTestId('sign-in').click();
  await expect(page.getByRole('heading', { name: 'Go on in the browser' })).toBeVisible();
  const signInPage = await browser.opened();
  const address = new URL(signInPage.url());
  await signInAs(signInPage, colleagues[0]);
  await desk.view.settled();
  const { person } = await witness.me();
  await expect(page.getByTestId('account')).toContainText(person.lastName);

  await signOut(desk);
  const signOutPage = await browser.opened();
  await signOutPage.getByRole('button', { name: 'Sign out' }).click();
  await signOutPage.getByRole('heading', { name: 'Signed out' }).waitFor();

  await page.getByTestId('sign-in').click();
  const again = await browser.opened();
  expect(new URL(again.url()).pathname).not.toBe(address.pathname);
  await expect(again.getByLabel('User name')).toBeVisible();
  // Nor would the browser have let anybody in without a question.
  const cookies = await again.context().cookies();
  expect(cookies.filter(({ name }) => /^roledesk_session_\d+$/.test(name))).toEqual([]);
});

test('without a keyring a restart asks the person again, over the open store, and goes on in the same place', async ({
  openAtBrowser,
  systemBrowser: browser,
  colleagues,
  witness,
}) => {
  const first = await openAtBrowser();
  await signIn(first, browser, colleagues[0]);
  await first.kill();
  expect(existsSync(join(first.home, 'secrets', 'training.bin'))).toBe(false);

  const desk = await openAtBrowser({ home: first.home });
  const { page, view } = desk;
  await view.row(0).waitFor();
  await expect(page.getByText('You are signed out.')).toBeVisible();
  await isAccessible(page);
  const decided = await view.approveOne();
  await view.waitingIs(1);
  await page.getByTestId('search').fill('e');
  await view.row(1).click();
  const current = await view.request.getAttribute('data-shown-role');
  await page.getByTestId('sign-in').click();
  await page.getByTestId('open-browser').waitFor();
  await isAccessible(page);
  const signInPage = await browser.opened();
  await signInPage.getByRole('heading', { name: 'Back to Roledesk' }).waitFor();
  await view.settled();
  await view.waitingIs(0);
  await expect(page.getByText('You are signed out.')).toBeHidden();
  await expect(page.getByTestId('search')).toHaveValue('e');
  await expect(view.request).toHaveAttribute('data-shown-role', current ?? '');
  expect(await witness.timesRecorded(decided, 'approve')).toBe(1);
});

test('with a keyring a restart needs no browser, and opens off line', async ({
  openAtBrowser,
  systemBrowser: browser,
  colleagues,
  folder,
  registry,
}) => {
  test.slow();
  const keyring = await startKeyring(folder);
  try {
    const { env, switches } = keyring;
    const first = await openAtBrowser({ env, switches });
    await signIn(first, browser, colleagues[0]);
    const secret = readFileSync(join(first.home, 'secrets', 'training.bin'), 'latin1');
    expect(secret).toMatch(/^v11/);
    expect(secret).not.toContain('refreshToken');
    await first.close();

    const second = await openAtBrowser({ env, switches, home: first.home });
    await second.view.settled();
    expect(await browser.timesOpened()).toBe(1);
    await second.close();

    await registry.kill();
    const third = await openAtBrowser({ env, switches, home: first.home });
    await third.view.row(0).waitFor();
    await third.view.isOffline();
    await expect(third.page.getByText('You are signed out.')).toBeHidden();
    // Its development provider forgets everybody when it ends: the renewal is refused.
    await registry.restart();
    await expect(third.page.getByText('You are signed out.')).toBeVisible();
    await expect(third.view.row(0)).toBeVisible();
  } finally {
    keyring.close();
  }
});

test('signing in can be given up and taken up again, and every state of it is accessible', async ({
  openAtBrowser,
  systemBrowser: browser,
  registry,
}) => {
  const { page } = await openAtBrowser();
  const isFine = async () => {
    await isAccessible(page);
    await page.emulateMedia({ colorScheme: 'dark' });
    await isAccessible(page);
    await page.emulateMedia({ colorScheme: 'light' });
  };
  const start = page.getByTestId('sign-in');
  await start.waitFor();
  await isFine();
  await start.click();
  await page.getByTestId('open-browser').waitFor();
  await isFine();
  await browser.opened();
  await page.getByTestId('open-browser').click();
  await browser.opened();
  expect(await browser.timesOpened()).toBe(2);
  await page.getByTestId('cancel-sign-in').click();
  await start.waitFor();

  await registry.kill();
  await start.click();
  await expect(page.getByRole('alert')).toContainText('The registry cannot be reached');
  await isFine();
});
