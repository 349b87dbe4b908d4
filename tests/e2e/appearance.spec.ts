import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startRegistry } from '../fixtures/registry.ts';
import { isAccessible } from './accessibility.ts';
import { expect, test } from './fixtures.ts';

test('rows and text are as close and as large as chosen, and stay so', async ({ open }) => {
  const first = await open();
  await first.view.settled();
  const ratio = await first.page.evaluate(() => devicePixelRatio);
  const rowPx = (page: typeof first.page) =>
    page
      .locator('[data-role-id]')
      .first()
      .evaluate((row) => row.getBoundingClientRect().height);
  expect(await rowPx(first.page)).toBe(44);
  await first.page.keyboard.press('Control+k');
  await first.page.keyboard.type('compact');
  await first.page.keyboard.press('Enter');
  await expect.poll(() => rowPx(first.page)).toBe(32);
  await first.page.keyboard.press('Control++');
  await first.page.keyboard.press('Control++');
  await expect.poll(() => first.page.evaluate(() => devicePixelRatio)).toBeCloseTo(ratio * 1.25);
  // The rows that the grid draws follow from their height: the last one is reached whole.
  await first.view.grid.focus();
  const requested = await first.view.count('requested');
  const last = first.view.grid.locator(`[aria-rowindex="${requested + 1}"]`);
  // A window that is still being enlarged may scroll by its former measures.
  await expect(async () => {
    await first.page.keyboard.press('End');
    await expect(last).toHaveAttribute('aria-current', 'true', { timeout: 3000 });
  }).toPass();
  // Enlarged, a row ends between two pixels of the screen.
  await expect(last).toBeInViewport({ ratio: 0.98 });
  await isAccessible(first.page);
  await first.kill();

  const second = await open({ home: first.home });
  await second.view.settled();
  expect(await rowPx(second.page)).toBe(32);
  expect(await second.page.evaluate(() => devicePixelRatio)).toBeCloseTo(ratio * 1.25);
  await second.page.keyboard.press('Control+0');
  await expect.poll(() => second.page.evaluate(() => devicePixelRatio)).toBeCloseTo(ratio);
});

test('two windows of two environments cannot be mistaken', async ({ open, folder }) => {
  const training = await open();
  const other = await startRegistry({ seed: 40, random: '1', environment: 'acceptance' });
  const home = join(folder, 'acceptance');
  await mkdir(home);
  await writeFile(join(home, 'settings.json'), JSON.stringify({ environment: 'acceptance' }));
  const acceptance = await open({ registry: other.url, home });
  const titleOf = ({ app }: typeof training) =>
    app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle());
  await training.view.settled();
  await acceptance.view.settled();
  await expect(training.page.getByRole('banner')).toContainText('Training');
  await expect(acceptance.page.getByRole('banner')).toContainText('Acceptance');
  await expect.poll(() => titleOf(training)).toMatch(/^Training · Requested · FAVV-AFSCA/);
  await expect.poll(() => titleOf(acceptance)).toMatch(/^Acceptance · Requested · FAVV-AFSCA/);
  await acceptance.page.keyboard.press('g');
  await acceptance.page.keyboard.press('v');
  await expect.poll(() => titleOf(acceptance)).toMatch(/^Acceptance · Valid · /);
  expect(training.home).not.toBe(acceptance.home);
  await other.kill();
});

test('About tells what ships, and its diagnostics name nobody', async ({ desk, witness }) => {
  const { page, view, app, home } = desk;
  await view.approveOne();
  await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('about')?.click());
  const about = page.getByRole('dialog', { name: 'About Roledesk' });
  await expect(about).toContainText('EUPL-1.2');
  await isAccessible(page);

  await about.getByRole('searchbox').fill('react-aria-comp');
  await expect(about.getByTestId('licences').getByRole('listitem')).toHaveCount(1);
  await about.getByText('react-aria-components').click();
  await expect(about.getByTestId('licences')).toContainText('Apache License');

  await about.getByTestId('copy-diagnostics').click();
  await expect(about.getByText('Copied.')).toBeVisible();
  const copied = await app.evaluate(({ clipboard }) => clipboard.readText());
  const said = JSON.parse(copied);
  const { changes } = await witness.pull();
  const persons = changes.flatMap((each) => (each.kind === 'person' ? [each.person] : []));
  const bodies = changes.flatMap((each) => (each.kind === 'body' ? [each.body] : []));
  expect(said).toMatchObject({
    environment: 'training',
    signIn: { state: 'signed_in' },
    store: { persons: persons.length, bodies: bodies.length, connection: { state: 'online' } },
  });
  expect(persons.length).toBeGreaterThan(20);
  const secrets = [
    ...persons.flatMap(({ username, firstName, lastName, email }) => [
      username,
      firstName,
      lastName,
      email,
    ]),
    ...bodies.map(({ name }) => name),
    home,
  ];
  const words = new Set(copied.toLowerCase().match(/[^\s"{}[\],:]+/g));
  expect(secrets.filter((it) => words.has(it.toLowerCase()) || copied.includes(it))).toEqual([]);
});
