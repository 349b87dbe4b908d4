import type { Stage } from '../stage.ts';

/** A view while it gets its name, when it is kept, and once it shows something else. */
export async function views(stage: Stage): Promise<void> {
  const registry = await stage.registry({ seed: 400 });
  const { page, view } = await stage.desk(registry);
  await view.settled();
  await page.getByTestId('search').fill('e');
  await page.getByTestId('save-view').click();
  const name = page.getByRole('dialog').getByRole('textbox');
  await name.press('Enter');
  await stage.shoot(page, 'name-missing');
  await name.fill('Velmora, Antwerpen & Gent');
  await name.press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await stage.shoot(page, 'kept');
  await page.getByTestId('search').fill('a');
  await stage.shoot(page, 'changed');
}
