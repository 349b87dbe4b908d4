import type { Stage } from '../stage.ts';

/** What the keyboard opens, and About. */
export async function commands(stage: Stage): Promise<void> {
  const registry = await stage.registry({ seed: 400 });
  const { app, page, view } = await stage.desk(registry);
  await view.settled();
  await page.keyboard.press('Control+k');
  await page.getByRole('option').first().waitFor();
  await stage.shoot(page, 'palette');
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await page.getByRole('dialog').waitFor();
  await stage.shoot(page, 'keys');
  await page.keyboard.press('Escape');
  await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('about')?.click());
  await page.getByTestId('licences').waitFor();
  await stage.shoot(page, 'about');
}

/** The overview as pictures and as tables. */
export async function overview(stage: Stage): Promise<void> {
  const registry = await stage.registry({ seed: 400 });
  const { page, view } = await stage.desk(registry);
  await view.settled();
  await page.keyboard.press('g');
  await page.keyboard.press('i');
  await page
    .getByTestId(/^picture-/)
    .first()
    .waitFor();
  await stage.shoot(page, 'pictures');
  for (const asTable of await page.getByRole('main').getByRole('checkbox').all()) {
    await asTable.press('Space');
  }
  await page.getByRole('table').nth(5).waitFor();
  await stage.shoot(page, 'tables');
}
