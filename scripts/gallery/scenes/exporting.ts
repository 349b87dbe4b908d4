import { join } from 'node:path';
import { saveAs } from '../../../tests/fixtures/saveDialog.ts';
import type { Stage, StagedDesk } from '../stage.ts';

/** A file of what is shown: what can be had, where it was written, and that it could not be. */
export async function exporting(stage: Stage): Promise<void> {
  const registry = await stage.registry();
  const desk = await stage.desk(registry);
  const { page, view } = desk;
  await view.settled();
  await page.getByTestId('export').click();
  await page.getByTestId('export-view').waitFor();
  await stage.shoot(page, 'menu');
  await page.keyboard.press('Escape');
  const folder = await stage.folder();
  for (const [name, file] of [
    ['written', join(folder, 'requests.csv')],
    ['failed', join(folder, 'nowhere', 'requests.csv')],
  ] as const) {
    await saveAs(desk, file);
    await page.getByTestId('export').click();
    await page.getByTestId('export-view').click();
    const ended = page.locator(`[data-testid=export-state][data-state=${name}]`);
    await ended.waitFor();
    await stage.shoot(page, name);
    await ended.getByRole('button').last().click();
  }
}

/** What goes to the printer: a queue, and a request with all that belongs to it. */
export async function paper(stage: Stage): Promise<void> {
  const registry = await stage.registry();
  const desk = await stage.desk(registry);
  const { page, view } = desk;
  await view.settled();
  await view.row(0).click();
  await page.locator('[data-testid=request][aria-busy=false]').waitFor();
  for (const what of ['print-view', 'print-role'] as const) {
    const printed = await holdsPaper(desk);
    await page.getByTestId('export').click();
    await page.getByTestId(what).click();
    await page.getByTestId('print').waitFor({ state: 'attached' });
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize(paperSize);
    await stage.shoot(page, what);
    await page.emulateMedia({ media: 'screen' });
    await printed();
    await page.getByTestId('print').waitFor({ state: 'detached' });
  }
}

/** A4 at 96 dots an inch, within its margins. */
const paperSize = { width: 680, height: 987 };

/** The print dialog of the system stays open until the result is called. */
async function holdsPaper({ app }: StagedDesk): Promise<() => Promise<void>> {
  await app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    if (!contents) throw new Error('There is no window.');
    contents.print = (_, done) => Object.assign(globalThis, { printed: () => done?.(true, '') });
  });
  return () => app.evaluate(() => (globalThis as unknown as { printed: () => void }).printed());
}
