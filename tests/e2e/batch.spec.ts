import { counted } from '../fixtures/drawn.ts';
import { colleaguesAt, startRegistry } from '../fixtures/registry.ts';
import { isAccessible } from './accessibility.ts';
import { expect, test } from './fixtures.ts';
import { closeWindow, nextQuestion } from './question.ts';

/** How many requests the batch has at the least, and how many roles the registry is filled with for each of them. */
const requests = counted('ROLEDESK_BATCH', 1500);
const rolesForOne = 2.9;

/** The first number in words, however its thousands are set apart. */
const numberIn = (words: string) => Number(/\d[\d\s,]*/.exec(words)?.[0].replace(/\D/g, ''));

test('a batch is filtered, checked, decided and taken back by keyboard alone', async ({ open }) => {
  test.setTimeout(900_000);
  const registry = await startRegistry({
    seed: Math.ceil(requests * rolesForOne),
    random: 'batch',
    callsPerMinute: 0,
  });
  const [username] = await colleaguesAt(registry);
  const { view, page, app } = await open({ registry: registry.url, username, holdMs: 600_000 });
  const filter = page.getByRole('searchbox', { name: 'Search' });
  const all = [...(await (await registry.as(username)).roles()).values()];
  const before = all.filter(({ status }) => status === 'requested').length;
  await expect(view.queue('requested')).toHaveAttribute('data-count', String(before), {
    timeout: 600_000,
  });

  // Filter, rows, all, approve.
  const keys = ['/', 'c', 'Enter', 'Control+a', 'a'];
  await page.keyboard.press(keys[0]!);
  await page.keyboard.press(keys[1]!);
  await expect(filter).toHaveValue('c');
  const rows = page.getByRole('grid');
  await expect(rows).not.toHaveAttribute('aria-rowcount', String(before + 1));
  await page.keyboard.press(keys[2]!);
  await page.keyboard.press(keys[3]!);
  const approve = page.getByTestId('approve');
  await expect(approve).toBeEnabled({ timeout: 60_000 });
  const selected = page.getByText(/^[\d\s,]+ selected$/);
  const chosen = numberIn(await selected.innerText());
  expect(chosen).toBeGreaterThanOrEqual(requests);
  await page.keyboard.press(keys[4]!);
  const batch = page.getByTestId('batch');
  await expect(batch).toHaveAttribute('data-state', 'ended', { timeout: 300_000 });
  const decided = numberIn(await batch.innerText());
  expect(decided).toBeGreaterThan(chosen / 2);
  await expect(view.queue('requested')).toHaveAttribute('data-count', String(before - decided));

  // What cannot be approved stays selected; the list of it says why.
  const refused = chosen - decided;
  expect(refused).toBeGreaterThan(0);
  expect(numberIn(await selected.innerText())).toBe(refused);
  await page.getByTestId('batch-outcome').press('Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  await isAccessible(page);
  await page.keyboard.press('Escape');
  // One batch, taken back as one.
  await page.keyboard.press('u');
  await expect(view.queue('requested')).toHaveAttribute('data-count', String(before), {
    timeout: 60_000,
  });

  // Taken back while it is under way: what is decided comes back, and nothing of the rest follows.
  for (const key of ['/', 'Enter', 'Control+a']) await page.keyboard.press(key);
  await expect.poll(async () => numberIn(await selected.innerText())).toBe(chosen);
  await expect(approve).toBeEnabled({ timeout: 60_000 });
  await page.keyboard.press('a');
  await page.keyboard.press('u');
  await expect(batch).toHaveAttribute('data-state', 'stopped');
  await expect(page.getByText(/ taken back\.?$/)).toBeVisible();
  await expect(view.queue('requested')).toHaveAttribute('data-count', String(before));

  // Whoever closes the window meanwhile is told what is not decided yet.
  for (const key of ['/', 'Enter', 'Control+a']) await page.keyboard.press(key);
  await expect.poll(async () => numberIn(await selected.innerText())).toBe(chosen);
  await expect(approve).toBeEnabled({ timeout: 60_000 });
  await page.keyboard.press('a');
  const told = nextQuestion({ app }, 1);
  await closeWindow({ app });
  expect((await told).detail).toMatch(/\d+ roles of a batch are not decided yet/);
  await expect(batch).toHaveAttribute('data-state', 'ended', { timeout: 300_000 });
  await registry.kill();
});
