import type { Stage } from '../stage.ts';

/** What the keyboard opens, and the overview. */
export async function commands(stage: Stage): Promise<void> {
  const registry = await stage.registry({ seed: 400 });
  const { page, view } = await stage.desk(registry);
  await view.settled();
  await page.keyboard.press('Control+k');
  await page.getByRole('option').first().waitFor();
  await stage.shoot(page, 'palette');
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await page.getByRole('dialog').waitFor();
  await stage.shoot(page, 'keys');
  await page.keyboard.press('Escape');
  await page.keyboard.press('g');
  await page.keyboard.press('i');
  await page
    .getByTestId(/^picture-/)
    .first()
    .waitFor();
  await stage.shoot(page, 'overview');
}
