import type { Page } from '@playwright/test';
import { type SystemBrowser, startSystemBrowser } from '../fixtures/browser.ts';
import type { DeskOptions } from '../fixtures/desk.ts';
import { test as base, type DrivenDesk, expect } from './fixtures.ts';

interface Fixtures {
  systemBrowser: SystemBrowser;
  /** Opens a desk where people sign in with the browser. */
  openAtBrowser: (options?: Partial<DeskOptions>) => Promise<DrivenDesk>;
}

/** Each test has a browser of the system of its own as well. */
export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from this pattern
  systemBrowser: async ({}, use) => {
    const browser = await startSystemBrowser();
    await use(browser);
    await browser.close();
  },
  openAtBrowser: async ({ open, systemBrowser }, use) => {
    await use((options = {}) =>
      open({ username: undefined, ...options, env: { ...systemBrowser.env, ...options.env } }),
    );
  },
});

/** Chooses a person on the provider's page. */
export async function signInAs(page: Page, username: string): Promise<void> {
  await page.getByLabel('User name').fill(username);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('heading', { name: 'Back to Roledesk' }).waitFor();
}

/** Signs in at a desk where nobody is. */
export async function signIn({ page, view }: DrivenDesk, browser: SystemBrowser, username: string) {
  await page.getByTestId('sign-in').click();
  await signInAs(await browser.opened(), username);
  await view.settled();
}

/** Signs out of a desk at which nothing waits, or whose question is answered. */
export async function signOut({ page }: DrivenDesk): Promise<void> {
  await page.getByTestId('account').click();
  await page.getByTestId('sign-out').click();
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
}
