import type { WebContents } from 'electron';
import type { PrintOutcome } from '../../shared/desk/export.ts';

/**
 * Opens the system's print dialog on what the window shows in print, which there can go to a PDF file too. The title
 * stands on every page, beside its number.
 */
export function printPages(contents: WebContents, title: string): Promise<PrintOutcome> {
  return new Promise((resolve) => {
    contents.print({ header: title, footer: '', printBackground: true }, (success, reason) => {
      if (success) resolve('printed');
      else resolve(/cancel/i.test(reason) ? 'cancelled' : 'failed');
    });
  });
}
