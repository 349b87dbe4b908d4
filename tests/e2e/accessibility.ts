import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** Fails with each finding of axe and the elements that it is about. */
export async function isAccessible(page: Page): Promise<void> {
  // Without legacy mode axe asks for a second page, which an Electron window does not give.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  expect(violations.map(({ id, nodes }) => ({ id, at: nodes.map(({ html }) => html) }))).toEqual(
    [],
  );
}
