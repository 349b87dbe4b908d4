import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import Papa from 'papaparse';
import { proposed, saveAs } from '../fixtures/saveDialog.ts';
import { isAccessible } from './accessibility.ts';
import { expect, test } from './fixtures.ts';

interface Printed {
  title: string;
  rows: string[];
  pdf: Buffer;
}

/** Has the print dialog print to a PDF; the result waits for it. */
async function printToPdf(app: ElectronApplication): Promise<() => Promise<Printed>> {
  await app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    if (!contents) throw new Error('no window');
    const rows = `[...document.querySelectorAll('[data-testid=print] tbody tr')]
      .map((row) => row.textContent)`;
    const printed = new Promise((resolve) => {
      contents.print = async (options, done) => {
        const texts = await contents.executeJavaScript(rows);
        const pdf = await contents.printToPDF({ preferCSSPageSize: true });
        resolve({ title: options?.header, rows: texts, pdf: pdf.toString('base64') });
        done?.(true, '');
      };
    });
    Object.assign(globalThis, { printed });
  });
  return async () => {
    const printed = await app.evaluate(
      () => (globalThis as unknown as { printed: Promise<Record<keyof Printed, unknown>> }).printed,
    );
    const { title, rows, pdf } = printed as { title: string; rows: string[]; pdf: string };
    return { title, rows, pdf: Buffer.from(pdf, 'base64') };
  };
}

async function rowsIn(file: string): Promise<Record<string, string>[]> {
  const text = await readFile(file, 'utf8');
  expect(text.startsWith('\ufeff')).toBe(true);
  return Papa.parse<Record<string, string>>(text.slice(1), {
    header: true,
    newline: '\r\n',
    skipEmptyLines: true,
  }).data;
}

test('a file holds what the screen shows, in its language, where the person has said', async ({
  open,
  folder,
}) => {
  const desk = await open({ language: 'de' });
  const { page, view } = desk;
  await view.settled();
  await page.getByRole('button', { name: /^Art/ }).click();
  await page.getByRole('option', { name: /Behörde/ }).click();
  await page.keyboard.press('Escape');
  await expect(view.grid.locator('[data-role-id]').filter({ hasNotText: 'Behörde' })).toHaveCount(
    0,
  );
  const shown = Number(await view.grid.getAttribute('aria-rowcount')) - 1;

  await saveAs(desk, undefined);
  await page.getByRole('button', { name: 'Exportieren' }).click();
  await isAccessible(page);
  await page.getByRole('menuitem', { name: 'Diese Ansicht als CSV…' }).click();
  await expect
    .poll(() => proposed(desk))
    .toMatch(/Roledesk-Schulung-Beantragt-\d{4}-\d\d-\d\d\.csv$/);
  await expect(page.getByTestId('export-state')).toHaveCount(0);

  const file = join(folder, 'Ansicht.csv');
  await saveAs(desk, file);
  await page.getByTestId('export').click();
  await page.getByTestId('export-view').click();
  await expect(page.getByRole('status').filter({ hasText: 'Ansicht.csv' })).toContainText(
    shown === 1 ? 'Zeile geschrieben' : `${shown} Zeilen geschrieben`,
  );
  await isAccessible(page);
  const rows = await rowsIn(file);
  expect(rows).toHaveLength(shown);
  expect(rows[0]).toMatchObject({
    ...{ Person: await view.personAt(0), Art: 'Behörde', Status: 'beantragt' },
    ...{ role_id: await view.roleIdAt(0), type: 'authority', status: 'requested' },
  });
  await page.getByRole('button', { name: 'Schließen' }).click();
  await expect(page.getByTestId('export-state')).toHaveCount(0);

  await saveAs(desk, join(folder, 'no such folder', 'a.csv'));
  await page.getByTestId('export').click();
  await page.getByTestId('export-log').click();
  await expect(page.getByRole('alert')).toContainText('a.csv wurde nicht geschrieben');
});

test('the view and a whole role go to the print dialog, from the native menu too', async ({
  desk,
}, testInfo) => {
  const { app, page, view } = desk;
  const shown = await view.count('requested');
  const person = await view.personAt(0);
  const ofView = await printToPdf(app);
  await app.evaluate(({ Menu }) => {
    const file = Menu.getApplicationMenu()?.items.find(({ label }) => label === 'File');
    file?.submenu?.items.find(({ accelerator }) => accelerator === 'CmdOrCtrl+P')?.click();
  });
  const sheet = page.getByTestId('print');
  const { title, rows, pdf } = await ofView();
  expect(title).toBe('Requested · Training');
  expect(rows).toHaveLength(shown);
  expect(rows[0]).toContain(person);
  await writeFile(testInfo.outputPath('view.pdf'), pdf);
  expect(pagesOf(pdf)).toBeGreaterThan(2);
  await expect(sheet).toHaveCount(0);

  await view.row(0).click();
  await expect(view.request).toBeVisible();
  const ofRole = await printToPdf(app);
  await page.getByTestId('export').click();
  await page.getByTestId('print-role').click();
  const role = await ofRole();
  expect(role.title).toBe('Role · Training');
  await writeFile(testInfo.outputPath('role.pdf'), role.pdf);
  expect(pagesOf(role.pdf)).toBeLessThan(4);
  await expect(sheet).toHaveCount(0);
  await isAccessible(page);
});

/** How many pages a PDF has. */
function pagesOf(pdf: Buffer): number {
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}
