import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** A rule of axe that a page breaks, and the elements that break it, as HTML. */
export interface AxeFinding {
  id: string;
  at: string[];
}

/** What axe finds on the page as it is shown. */
export async function axeFindings(page: Page): Promise<AxeFinding[]> {
  // Without legacy mode axe asks for a second page, which an Electron window does not give.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return violations.map(({ id, nodes }) => ({ id, at: nodes.map(({ html }) => html) }));
}

/** Fails with each finding of axe and the elements that it is about. */
export async function isAccessible(page: Page): Promise<void> {
  expect(await axeFindings(page)).toEqual([]);
}
