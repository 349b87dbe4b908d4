import { newOperator } from '../fixtures/registryClient.ts';
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

test('what cannot be decided is told by row and stays selected', async ({
  desk,
  registry,
  colleagues,
  witness,
}) => {
  const { view, page } = desk;
  // Somebody who holds a role in an authority asks for one in an operator (rule 4).
  const official = await registry.as(colleagues[1]);
  const [blocked] = await official.file({ operator: newOperator({ name: 'Velmora Trading' }) });
  const possible = await view.choose('approve');
  const requested = await view.count('requested');
  await view.rowOf(possible).getByRole('checkbox').click();
  await page.getByRole('searchbox', { name: 'Search' }).fill('velmora');
  await view.rowOf(blocked!.id).getByRole('checkbox').click();
  await expect(page.getByText('2 selected')).toBeVisible();
  await page.getByTestId('approve').click();
  const outcome = page.getByRole('dialog');
  await expect(outcome).toContainText('holds a valid or suspended role of another type');
  await isAccessible(page);
  await page.keyboard.press('Escape');
  await expect(outcome).toBeHidden();
  await expect(view.queue('requested')).toHaveAttribute('data-count', String(requested - 1));
  await expect(view.rowOf(blocked!.id)).toHaveAttribute('aria-selected', 'true');
  await view.waitingIs(0);
  expect(await witness.timesRecorded(possible, 'approve')).toBe(1);
  expect(await witness.timesRecorded(blocked!.id, 'approve')).toBe(0);
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
