import { expect, test } from './fixtures.ts';

test('the queue is narrowed by text, country and type, and sorted by column', async ({ desk }) => {
  const { view, page } = desk;
  const all = await view.count('requested');
  const search = page.getByRole('searchbox', { name: 'Search' });
  const name = await view.personAt(0);
  await search.fill((name ?? '').toUpperCase());
  await expect(view.grid).not.toHaveAttribute('aria-rowcount', String(all + 1));
  await expect(view.row(0)).toContainText(name ?? '');
  await search.fill('no such person');
  await expect(page.getByText('Nothing matches')).toBeVisible();
  await search.fill('');
  await expect(view.grid).toHaveAttribute('aria-rowcount', String(all + 1));

  await page.getByRole('button', { name: /^Type/ }).click();
  await page.getByRole('option', { name: /Authority/ }).click();
  await page.keyboard.press('Escape');
  await expect(view.row(0)).toContainText('Authority');
  await expect(view.grid.locator('[data-role-id]').filter({ hasNotText: 'Authority' })).toHaveCount(
    0,
  );
});

test('a column header sorts up and down', async ({ desk }) => {
  const { view, page } = desk;
  const names = async () => [await view.personAt(0)];
  const header = page.getByRole('columnheader', { name: /Person/ });
  await header.getByRole('button').click();
  await expect(header).toHaveAttribute('aria-sort', 'ascending');
  const first = (await names())[0];
  await header.getByRole('button').click();
  await expect(header).toHaveAttribute('aria-sort', 'descending');
  await expect.poll(async () => (await names())[0]).not.toBe(first);
});

test('a request is found and approved without the pointer', async ({ desk, witness }) => {
  const { view, page } = desk;
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox', { name: 'Search' })).toBeFocused();
  // Keys that decide are letters like any other in a text field.
  await page.keyboard.type('area');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await view.waitingIs(0);
  await page.getByRole('searchbox', { name: 'Search' }).fill('');
  await page.getByRole('searchbox', { name: 'Search' }).press('ArrowDown');
  await expect(view.grid).toBeFocused();
  let roleId: string | null = null;
  for (let tried = 0; tried < 20; tried += 1) {
    await page.keyboard.press(tried === 0 ? 'Home' : 'j');
    const current = view.grid.locator('[aria-current]');
    roleId = await current.getAttribute('data-role-id');
    await expect(view.request).toHaveAttribute('data-shown-role', roleId ?? '');
    if (await page.getByTestId('approve').isEnabled()) break;
  }
  await page.keyboard.press('a');
  await view.rowOf(roleId ?? '').waitFor({ state: 'detached' });
  await view.waitingIs(0);
  expect(await witness.timesRecorded(roleId ?? '', 'approve')).toBe(1);
});
