import type { Locator } from '@playwright/test';
import { isAccessible } from './accessibility.ts';
import { expect, test } from './fixtures.ts';

const countOf = async (mark: Locator) => Number(await mark.getAttribute('data-count'));

test('a mark leads to its rows by keyboard, and the table behind it says the same', async ({
  desk,
}) => {
  const { view, page } = desk;
  await page.getByRole('link', { name: 'Overview' }).click();
  const ages = page.getByRole('region', { name: 'Age of open requests' });
  const current = ages.locator('[role=link][tabindex="0"]');
  const pictures = page.getByRole('main').getByRole('heading', { level: 2 });
  await expect(pictures).toHaveCount(6);
  await isAccessible(page);

  // From the oldest to another mark, which says what it counts while the focus is on it.
  await current.focus();
  const oldest = await current.getAttribute('aria-label');
  await page.keyboard.press('ArrowLeft');
  await expect(current).toBeFocused();
  const name = await current.getAttribute('aria-label');
  expect(name).not.toBe(oldest);
  const count = await countOf(current);
  expect(name).toMatch(new RegExp(`, ${count}$`));
  await expect(ages.getByText(name ?? '', { exact: true })).toBeVisible();

  await page.keyboard.press('Enter');
  await expect(view.grid).toBeFocused();
  await expect(view.queue('requested')).toHaveAttribute('aria-current', 'page');
  await expect(view.grid).toHaveAttribute('aria-rowcount', String(count + 1));

  await page.getByRole('link', { name: 'Overview' }).click();
  await ages.getByRole('checkbox', { name: 'As a table' }).press('Space');
  const cell = ages.getByRole('table').getByRole('button', { name: name ?? '', exact: true });
  await expect(cell).toHaveText(String(count));
  await isAccessible(page);
  await cell.press('Enter');
  await expect(view.grid).toHaveAttribute('aria-rowcount', String(count + 1));

  // What is shown as a table stays one, and what is decided moves at once.
  await page.getByRole('link', { name: 'Overview' }).click();
  await expect(ages.getByRole('table')).toBeVisible();
});

test('a decision is counted at once, for its person and its day', async ({ desk }) => {
  const { view, page } = desk;
  await view.approveOne();
  await page.getByRole('link', { name: 'Overview' }).click();
  const persons = page.getByRole('region', { name: 'Decisions by person' });
  const mine = persons.getByRole('link', { name: /^You: / });
  const count = await countOf(mine);
  expect(count).toBeGreaterThan(0);
  await mine.click();
  await expect(view.queue('decided')).toHaveAttribute('aria-current', 'page');
  await expect(view.grid).toHaveAttribute('aria-rowcount', String(count + 1));
});
