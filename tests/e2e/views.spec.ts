import type { Locator, Page } from '@playwright/test';
import { isAccessible } from './accessibility.ts';
import { expect, test } from './fixtures.ts';

/** Opens a chip, by keyboard, and answers its choices with their counts. */
async function choicesOf(page: Page, chip: RegExp): Promise<Locator> {
  await page.getByRole('button', { name: chip }).press('Enter');
  const list = page.getByRole('listbox');
  await list.waitFor();
  return list.getByRole('option');
}

/** How many roles an option says that it leaves. */
async function countIn(option: Locator): Promise<number> {
  return Number((await option.locator('span').last().innerText()).replace(/\D/g, ''));
}

test('chips combine, each choice with its count, and one key clears them all', async ({ desk }) => {
  const { view, page } = desk;
  const all = await view.count('requested');
  const left = (count: number) =>
    expect(view.grid).toHaveAttribute('aria-rowcount', String(count + 1));

  const types = await choicesOf(page, /^Type/);
  const operators = types.filter({ hasText: 'Operator' });
  const ofOperators = await countIn(operators);
  expect(ofOperators).toBeLessThan(all);
  await operators.press('Enter');
  await left(ofOperators);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Type: Operator' })).toBeFocused();

  // What is behind "More" comes out of it, and is counted within the operators alone.
  await page.getByRole('button', { name: 'More' }).press('Enter');
  await page.getByRole('menuitem', { name: 'Due' }).press('Enter');
  const due = page.getByRole('listbox', { name: 'Due' }).getByRole('option');
  await due.first().waitFor();
  const counts = await Promise.all((await due.all()).map(countIn));
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(ofOperators);
  await expect(due.first()).toBeFocused();
  await page.keyboard.press('Enter');
  await left(counts[0] ?? 0);
  await isAccessible(page);
  await page.keyboard.press('Escape');

  // Bodies are looked for by name, in the desk itself.
  const body = await view
    .row(0)
    .locator('[data-column="body"] > :first-child > :first-child')
    .innerText();
  await page.getByRole('button', { name: 'More' }).press('Enter');
  await page.getByRole('menuitem', { name: 'Body' }).press('Enter');
  const bodies = page.getByRole('listbox', { name: 'Body' }).getByRole('option');
  await expect(page.getByRole('searchbox', { name: 'Body' })).toBeFocused();
  await page.keyboard.type(body.toUpperCase());
  await expect(bodies.first()).toContainText(body);
  const ofBody = await countIn(bodies.first());
  await expect(bodies.first()).toHaveAttribute('data-focused');
  await page.keyboard.press('Enter');
  await left(ofBody);
  // The first one empties what was typed.
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: `Body: ${body}` })).toBeVisible();

  await page.getByRole('button', { name: 'Clear filter: Body' }).press('Enter');
  await left(counts[0] ?? 0);
  await expect(page.getByRole('button', { name: 'Clear all' })).toHaveAttribute(
    'aria-keyshortcuts',
    'X',
  );
  await page.keyboard.press('x');
  await left(all);
  await expect(page.getByRole('button', { name: 'Clear all' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Type', exact: true })).toBeVisible();
});

test('a view is saved, counted, changed, updated, and opens the desk after a restart', async ({
  open,
  folder,
}) => {
  const home = `${folder}/kept`;
  const first = await open({ home });
  await first.view.settled();
  const { page, view } = first;
  const overdue = page.getByTestId('deadline-overdue');
  await view.goTo('valid');
  await (await choicesOf(page, /^Type/)).first().press('Enter');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Save as a view' }).press('Enter');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toContainText('A name is needed.');
  await page.keyboard.type('Ours');
  await isAccessible(page);
  await page.keyboard.press('Enter');
  const ours = page.getByRole('link', { name: /^Ours/ });
  await expect(ours).toHaveAttribute('aria-current', 'page');
  await expect(view.queue('valid')).not.toHaveAttribute('aria-current');
  const rows = async () => Number(await view.grid.getAttribute('aria-rowcount')) - 1;
  await expect(ours).toHaveAttribute('data-count', String(await rows()));

  // Another look is said to be changed; leaving for what is overdue and coming back restores the view.
  await page.getByTestId('search').fill('a');
  await expect(ours).toContainText('changed');
  await expect(ours).not.toHaveAttribute('aria-current');
  await overdue.press('Enter');
  await expect(overdue).toHaveAttribute('aria-current', 'page');
  await expect(page.getByRole('button', { name: 'Due: Overdue' })).toBeVisible();
  await expect.poll(rows).toBe(Number(await overdue.getAttribute('data-count')));
  await ours.press('Enter');
  await expect(page.getByTestId('search')).toHaveValue('');
  await expect(ours).toHaveAttribute('aria-current', 'page');

  const header = page.getByRole('columnheader', { name: 'Body and role', exact: true });
  await header.getByRole('button').press('Enter');
  const actions = page.getByRole('button', { name: 'Actions on the view Ours' });
  await actions.press('Enter');
  await page.getByRole('menuitem', { name: 'Update to what is shown' }).press('Enter');
  await expect(ours).not.toContainText('changed');
  await actions.press('Enter');
  await page.getByRole('menuitem', { name: 'Open the desk with it' }).press('Enter');

  // The border of a column moves by keyboard, too.
  const edge = page.getByRole('separator', { name: 'Width of the column Person' });
  const before = Number(await edge.getAttribute('aria-valuenow'));
  await edge.press('ArrowRight');
  await expect(edge).toHaveAttribute('aria-valuenow', String(before + 16));
  await view.goTo('requested');
  await expect(page.getByRole('button', { name: 'Clear all' })).toHaveCount(0);
  await isAccessible(page);
  await first.close();

  const again = await open({ home });
  await again.view.settled();
  const reopened = again.page.getByRole('link', { name: /^Ours/ });
  await expect(reopened).toHaveAttribute('aria-current', 'page');
  await expect(again.page.getByRole('columnheader', { name: 'Body and role' })).toHaveAttribute(
    'aria-sort',
    'ascending',
  );
  await expect(
    again.page.getByRole('separator', { name: 'Width of the column Person' }),
  ).toHaveAttribute('aria-valuenow', String(before + 16));
  await again.page.getByRole('button', { name: 'Actions on the view Ours' }).press('Enter');
  await again.page.getByRole('menuitem', { name: /^Delete/ }).press('Enter');
  await again.page.getByRole('dialog').getByRole('button', { name: 'Delete' }).press('Enter');
  await expect(reopened).toHaveCount(0);

  // Without a view by default the desk opens as it was left.
  await again.view.goTo('suspended');
  await again.page.getByTestId('search').fill('e');
  await expect(again.page.getByRole('button', { name: 'Clear all' })).toBeVisible();
  await expect
    .poll(() => again.page.evaluate("desk.call('workspace:get')"))
    .toContain('"text":"e"');
  await again.close();
  const last = await open({ home });
  await expect(last.page.getByTestId('search')).toHaveValue('e');
  await expect(last.view.queue('suspended')).toHaveAttribute('aria-current', 'page');
});
