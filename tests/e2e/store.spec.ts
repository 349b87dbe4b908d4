import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { fillDisk } from '../fixtures/smallDisk.ts';
import { lockStore, makeNewer, pagesOfLines, spoil } from '../fixtures/spoiledStore.ts';
import { isAccessible } from './accessibility.ts';
import { type DrivenDesk, expect, fileRequest, test } from './fixtures.ts';

test('a store that another program has open: the window says so, and goes on when it is free', async ({
  desk,
  open,
}) => {
  const store = await closed(desk);
  const free = await lockStore(store);
  const { page, view } = await open({ home: desk.home });
  await expectTrouble(page, 'Another program has the store open', 'safe');
  await expect(page.getByRole('grid')).toHaveCount(0);
  await free();
  await view.settled();
  await expect(page.getByRole('alert').filter({ hasText: 'store' })).toHaveCount(0);
});

test('a store of a newer Roledesk: the window says what to do, and nothing in it changes', async ({
  desk,
  open,
}) => {
  const store = await closed(desk);
  makeNewer(store);
  const before = readFileSync(store);
  const { page, close } = await open({ home: desk.home });
  await expectTrouble(page, 'A newer Roledesk is needed', 'safe');
  await expect(page.getByRole('alert')).toContainText('Install the newer Roledesk');
  const again = page.getByRole('button', { name: 'Try again', exact: true });
  await again.focus();
  await page.keyboard.press('Enter');
  await expect(again).toBeEnabled();
  await expectTrouble(page, 'A newer Roledesk is needed', 'safe');
  await close();
  expect(readFileSync(store).equals(before)).toBe(true);
});

test('who cannot open their store can still sign out', async ({ desk, open }) => {
  const store = await closed(desk);
  makeNewer(store);
  const { page } = await open({ home: desk.home });
  await expectTrouble(page, 'A newer Roledesk is needed', 'safe');
  await page.getByRole('button', { name: 'Account', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.getByRole('button', { name: 'Sign in with the browser' }).waitFor();
});

test('a damaged store is set aside: the window says what was saved until that was read', async ({
  desk,
  open,
  registry,
  witness,
}) => {
  await registry.kill();
  await desk.view.isOffline();
  const decided = [await desk.view.approveOne(), await desk.view.approveOne()];
  const store = await closed(desk);
  spoil(store, pagesOfLines(store));
  await registry.restart();

  const second = await open({ home: desk.home });
  const notice = second.page.getByRole('alert').filter({ hasText: 'has been set aside' });
  await expect(notice).toContainText('2 decisions were saved from it');
  await second.view.settled();
  await second.view.waitingIs(0);
  for (const roleId of decided) expect(await witness.timesRecorded(roleId, 'approve')).toBe(1);
  await isAccessible(second.page);
  await second.close();

  const third = await open({ home: desk.home });
  const told = third.page.getByRole('alert').filter({ hasText: 'has been set aside' });
  await told.waitFor();
  await third.page.getByRole('button', { name: 'Understood', exact: true }).click();
  await expect(told).toHaveCount(0);
});

test('a full disk: the window says why, shows what it has, and goes on when there is space', async ({
  open,
  folder,
  registry,
  witness,
}) => {
  test.skip(process.getuid?.() !== 0, 'Only root can mount a small file system for the window.');
  const home = join(folder, 'small');
  const stores = join(home, 'stores');
  mkdirSync(stores, { recursive: true });
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=16m', 'roledesk', stores]);
  try {
    fillDisk(stores);
    const desk = await open({ home });
    await expectTrouble(desk.page, 'The disk of this computer is full', 'safe');
    rmSync(join(stores, 'ballast'));
    await desk.view.settled();
    const requested = await desk.view.count('requested');
    const roleId = await desk.view.choose('approve');
    fillDisk(stores);
    await desk.page.getByTestId('approve').click();
    const failure = desk.page.getByRole('alert').filter({ hasText: 'disk of this computer' });
    await expect(failure).toContainText('Nothing was changed');
    expect(await desk.view.count('requested')).toBe(requested);
    await fileRequest(registry, witness);
    await expect(desk.page.getByText('The disk of this computer is full.').first()).toBeVisible();
    await isAccessible(desk.page);
    await desk.close();
    // Where the log still fitted into the file the store has left room.
    fillDisk(stores);

    const again = await open({ home });
    await again.view.rowOf(roleId).click();
    await expect(again.page.getByText('The disk of this computer is full.').first()).toBeVisible();
    rmSync(join(stores, 'ballast'));
    await again.view.settled();
    await again.page.getByTestId('approve').click();
    await again.view.rowOf(roleId).waitFor({ state: 'detached' });
    await again.view.waitingIs(0);
    expect(await witness.timesRecorded(roleId, 'approve')).toBe(1);
    await again.close();
  } finally {
    execFileSync('umount', ['--lazy', stores]);
  }
});

/** Ends a desk in order; answers where its store lies. */
async function closed({ home, close }: DrivenDesk): Promise<string> {
  await close();
  const folder = join(home, 'stores', 'training');
  const name = readdirSync(folder).find((each) => each.endsWith('.sqlite'));
  if (!name) throw new Error('The desk has left no store.');
  return join(folder, name);
}

/** The page in place of the desk: under the band, read out, with a way on, and free of findings. */
async function expectTrouble(page: Page, title: string, words: string): Promise<void> {
  const alert = page.getByRole('alert').filter({ hasText: title });
  await expect(alert.getByRole('heading', { name: title, exact: true })).toBeVisible();
  await expect(alert).toContainText(words);
  await expect(page.getByRole('banner')).toContainText('Training');
  await expect(page.getByRole('button', { name: 'Try again', exact: true })).toBeVisible();
  await isAccessible(page);
}
