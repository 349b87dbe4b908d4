import type { Stage } from '../stage.ts';

/** Texts for those who are told: in their language, for several at once, and as one's own template. */
export async function reasons(stage: Stage): Promise<void> {
  const registry = await stage.registry({ seed: 400 });
  const { page, view } = await stage.desk(registry);
  await view.settled();
  await view.choose('approve');
  await page.getByTestId('reject').click();
  await page.getByTestId('reason').selectOption('data_missing');
  await stage.shoot(page, 'text');
  await page.getByTestId('keep-template').click();
  await page.getByTestId('template-name').fill('Antwerpen');
  await stage.shoot(page, 'keeping');
  await page.getByTestId('template-name').press('Enter');
  await page.getByTestId('keep-template').waitFor();
  await page.getByTestId('cancel').click();
  for (const index of [0, 1, 2, 3, 4, 5]) await view.row(index).getByRole('checkbox').click();
  await page.getByTestId('reject').click();
  await page.getByTestId('reason').selectOption('wrong_body');
  await stage.shoot(page, 'several');
  await page.getByTestId('cancel').click();
  await page.getByTestId('preferences').click();
  await page.getByTestId('template-new').scrollIntoViewIfNeeded();
  await stage.shoot(page, 'templates');
  await page.getByTestId('template-new').click();
  await page.getByTestId('template-text').waitFor();
  await stage.shoot(page, 'template');
}
