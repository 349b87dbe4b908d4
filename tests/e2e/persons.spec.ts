import type { DeskBridge } from '../../shared/desk/bridge.ts';
import type { DrivenDesk } from './fixtures.ts';
import { expect } from './fixtures.ts';
import { nextQuestion } from './question.ts';
import { signIn, signInAs, signOut, test } from './signingIn.ts';

/** What the preload gives to a page. */
interface DeskWindow {
  desk: DeskBridge;
}

/** Goes to the preferences and answers how long decisions are held, in seconds; sets it where there is another. */
async function holdTime({ page }: DrivenDesk, seconds?: string): Promise<string> {
  await page.getByTestId('preferences').click();
  const choice = page.getByTestId('preference-hold');
  const before = await choice.inputValue();
  if (seconds !== undefined) {
    await choice.selectOption(seconds);
    await expect(page.getByTestId('saved')).not.toBeEmpty();
  }
  await page.getByTestId('queue-requested').click();
  return before;
}

test('persons who share a computer see and send nothing of each other, and find their own again', async ({
  openAtBrowser,
  systemBrowser: browser,
  colleagues: [one, other],
  registry,
}) => {
  test.slow();
  const desk = await openAtBrowser();
  const { page, view } = desk;
  await signIn(desk, browser, one);
  const preferred = await holdTime(desk);
  await registry.kill();
  await view.isOffline();
  await holdTime(desk, '30');
  const ofOne = await view.approveOne();
  await view.waitingIs(1);
  await expect(page.getByTestId('undo')).toBeVisible();
  await view.row(0).getByRole('checkbox').click();
  await page.getByTestId('search').fill('a');
  const asked = nextQuestion(desk, 0);
  await signOut(desk);
  expect((await asked).message).toBe('1 decision has not reached the registry');

  await registry.restart();
  await signIn(desk, browser, other);
  await view.waitingIs(0);
  await expect(page.getByTestId('undo')).toHaveCount(0);
  await expect(page.getByTestId('search')).toHaveValue('');
  await expect(page.getByRole('row', { selected: true })).toHaveCount(0);
  await expect(view.rowOf(ofOne)).toBeVisible();
  expect(await holdTime(desk)).toBe(preferred);
  await page.getByTestId('outbox').click();
  await expect(page.getByRole('heading', { name: 'Outbox' })).toBeVisible();
  await expect(page.getByTestId('outbox-entry')).toHaveCount(0);
  await page.getByTestId('queue-requested').click();
  const first = await registry.as(one);
  const second = await registry.as(other);
  expect(await first.timesRecorded(ofOne, 'approve')).toBe(0);
  const ofOther = await view.approveOne((await view.roleIdAt(0)) === ofOne ? 1 : 0);
  await view.waitingIs(0);
  expect(await second.timesRecorded(ofOther, 'approve')).toBe(1);
  await signOut(desk);
  // The page on which the session at the provider ends.
  await browser.opened();

  await signIn(desk, browser, one);
  await view.waitingIs(0);
  await expect(view.rowOf(ofOne)).toHaveCount(0);
  expect(await first.timesRecorded(ofOne, 'approve')).toBe(1);
  expect(await second.timesRecorded(ofOne, 'approve')).toBe(0);
  expect(await holdTime(desk)).toBe('30');
});

test('what the page of the one who went still asks for is not asked for by the one who came', async ({
  openAtBrowser,
  systemBrowser: browser,
  colleagues: [one, other],
  registry,
}) => {
  test.slow();
  const desk = await openAtBrowser();
  const { app, page, view } = desk;
  // Both have a store already.
  await signIn(desk, browser, other);
  await signOut(desk);
  const sessions = (await browser.opened()).context();
  await signIn(desk, browser, one);
  const roleId = await view.choose('approve');
  const role = (await (await registry.as(one)).roles()).get(roleId);
  await app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    if (!contents) throw new Error('there is no window');
    const reload = contents.reload.bind(contents);
    contents.reload = () => void setTimeout(reload, 3000);
  });
  // The browser knows nobody any more: the provider asks who it is.
  await sessions.clearCookies();
  await page.evaluate(
    () => void (window as unknown as DeskWindow).desk.call('app:signIn', undefined),
  );
  const signInPage = await browser.opened();
  const left = page.waitForEvent('domcontentloaded');
  // The page decides again and again from the moment on in which somebody else is signed in.
  await page.evaluate(
    ({ id, revision }) => {
      const decision = { action: 'approve', roles: [{ roleId: id, revision }] };
      const { desk: bridge } = window as unknown as DeskWindow;
      bridge.listen((event) => {
        if (event.kind !== 'changed' || !event.topics.includes('app')) return;
        setInterval(() => void bridge.call('decisions:decide', decision), 50);
      });
    },
    { id: roleId, revision: role?.revision ?? 0 },
  );
  await signInAs(signInPage, other);
  await left;
  await view.settled();
  await view.waitingIs(0);
  await expect(view.rowOf(roleId)).toBeVisible();
  for (const username of [one, other]) {
    expect(await (await registry.as(username)).timesRecorded(roleId, 'approve')).toBe(0);
  }
});
