import type { DeskPage } from '../fixtures/deskPage.ts';
import { isAccessible } from './accessibility.ts';
import { expect, test } from './fixtures.ts';

test('a selection is approved as one, each row with its outcome', async ({ desk, witness }) => {
  const { view, page } = desk;
  const requested = await view.count('requested');
  const chosen = new Set<string>();
  for (let index = 0; chosen.size < 3; index += 1) chosen.add(await view.choose('approve', index));
  for (const id of chosen) await view.rowOf(id).getByRole('checkbox').click();
  await expect(page.getByRole('button', { name: 'Approve', exact: true })).toHaveCount(1);
  await page.getByRole('button', { name: 'Approve', exact: true }).click();
  for (const id of chosen) await view.rowOf(id).waitFor({ state: 'detached' });
  await expect(view.queue('requested')).toHaveAttribute('data-count', String(requested - 3));
  await view.waitingIs(0);
  for (const id of chosen) expect(await witness.timesRecorded(id, 'approve')).toBe(1);
});

test('what cannot be decided is told by row and stays selected', async ({ desk, witness }) => {
  const { view, page } = desk;
  const requested = await view.count('requested');
  const possible = await view.choose('approve');
  const blocked = await goToBlocked(view);
  await view.grid.press('Space');
  await expect(view.rowOf(blocked)).toHaveAttribute('aria-selected', 'true');
  await view.grid.press('Home');
  await view.rowOf(possible).getByRole('checkbox').click();
  await page.getByTestId('approve').click();
  const outcome = page.getByRole('dialog');
  await expect(outcome).toContainText('holds a valid or suspended role of another type');
  await isAccessible(page);
  await page.keyboard.press('Escape');
  await expect(outcome).toBeHidden();
  await expect(view.queue('requested')).toHaveAttribute('data-count', String(requested - 1));
  await expect(page.getByText('1 selected')).toBeVisible();
  await view.waitingIs(0);
  expect(await witness.timesRecorded(possible, 'approve')).toBe(1);
  expect(await witness.timesRecorded(blocked, 'approve')).toBe(0);
});

test('everything that matches is selected at once', async ({ desk }) => {
  const { view, page } = desk;
  const requested = await view.count('requested');
  await view.row(0).getByRole('checkbox').click();
  await page.getByRole('button', { name: `Select all ${requested}` }).click();
  await expect(page.getByText(`${requested} selected`)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByText(`${requested} selected`)).toBeHidden();
});

/** Goes down the queue to the first role that this desk may not approve; it is the current one then. */
async function goToBlocked(view: DeskPage): Promise<string> {
  const rows = await view.count('requested');
  await view.grid.press('Home');
  for (let index = 0; index < rows; index += 1) {
    const current = view.grid.locator(`[aria-rowindex="${index + 2}"]`);
    await expect(current).toHaveAttribute('aria-current', 'true');
    const roleId = await current.getAttribute('data-role-id');
    await expect(view.request).toHaveAttribute('data-shown-role', roleId ?? '');
    if (roleId && (await view.page.getByTestId('approve').isDisabled())) return roleId;
    await view.grid.press('ArrowDown');
  }
  throw new Error('Every requested role can be approved.');
}
