import type { Stage } from '../stage.ts';

/** A large batch while it is decided, held up, and ended, and what was not decided of it. */
export async function batch(stage: Stage): Promise<void> {
  const registry = await stage.registry({ seed: 3600 });
  const { page, view } = await stage.desk(registry, { holdMs: 600_000 });
  await view.settled();
  await view.grid.focus();
  await page.keyboard.press('Control+a');
  await page.getByTestId('approve').click();
  await page.getByTestId('batch-pause').click();
  await page.getByTestId('batch-go-on').waitFor();
  await stage.shoot(page, 'paused');
  await page.getByTestId('batch-go-on').click();
  await page.locator('[data-testid=batch][data-state=ended]').waitFor();
  await stage.shoot(page, 'ended');
  await page.getByTestId('batch-outcome').click();
  await page.getByRole('dialog').waitFor();
  await stage.shoot(page, 'outcome');
}
