import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base } from '@playwright/test';
import type { Role } from '../../shared/domain/role.ts';
import { type DeskOptions, type OpenDesk, openDesk } from '../fixtures/desk.ts';
import { DeskPage } from '../fixtures/deskPage.ts';
import { colleaguesAt, startRegistry, type TestRegistry } from '../fixtures/registry.ts';
import type { RegistryClient } from '../fixtures/registryClient.ts';

const seededRequests = 120;

/** Which demonstration data: other ones in every run, the same ones with the same variable. */
const random = process.env.ROLEDESK_E2E_RANDOM ?? String(Date.now() % 1_000_000);

/** A desk with what a test needs to drive it. */
export interface DrivenDesk extends OpenDesk {
  view: DeskPage;
}

interface Fixtures {
  folder: string;
  registry: TestRegistry;
  /** Two people who administer the same authority: of the desk, and a colleague. */
  colleagues: [string, string];
  /** Opens a desk; all are ended with the test. */
  open: (options?: Partial<DeskOptions>) => Promise<DrivenDesk>;
  /** A desk of the central competent authority of Belgium, in step with the registry. */
  desk: DrivenDesk;
  /** The person of the desk, seen at the registry. */
  witness: RegistryClient;
}

interface WorkerFixtures {
  /** The database of a registry with demonstration data: to fill one takes longer than to copy it. */
  seeded: string;
}

/** Each test has a registry, a profile and a window of its own. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  seeded: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from this pattern
    async ({}, use) => {
      const registry = await startRegistry({ seed: seededRequests, random });
      await registry.stop();
      await use(registry.file);
    },
    { scope: 'worker' },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from this pattern
  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'roledesk-e2e-'));
    await use(folder);
    // A service that is about to end may still write into its profile.
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  },
  registry: async ({ seeded, folder }, use, testInfo) => {
    const file = join(folder, 'registry.sqlite');
    await copyFile(seeded, file);
    const registry = await startRegistry({ file });
    await use(registry);
    if (testInfo.status !== testInfo.expectedStatus) console.log(`ROLEDESK_E2E_RANDOM=${random}`);
    await registry.kill();
  },
  colleagues: async ({ registry }, use) => {
    await use(await colleaguesAt(registry));
  },
  open: async ({ folder, registry, colleagues }, use) => {
    const desks: OpenDesk[] = [];
    await use(async (options = {}) => {
      const opened = await openDesk({
        registry: registry.url,
        username: colleagues[0],
        home: join(folder, `home-${desks.length}`),
        ...options,
      });
      desks.push(opened);
      return { ...opened, view: new DeskPage(opened.page) };
    });
    await Promise.all(desks.map((desk) => desk.kill()));
  },
  desk: async ({ open }, use) => {
    const desk = await open();
    await desk.view.settled();
    await use(desk);
  },
  witness: async ({ registry, colleagues }, use) => {
    await use(await registry.as(colleagues[0]));
  },
});

/** Somebody without a role asks for one in an authority below the witness's own. */
export async function fileRequest(registry: TestRegistry, witness: RegistryClient): Promise<Role> {
  const newcomer = (await registry.people()).find(({ administers }) => administers.length === 0);
  const ours = (await witness.me()).scopes[0]?.bodyId;
  const below = [...(await witness.roles()).values()].find(
    (role) => role.type === 'authority' && role.bodyId !== ours,
  );
  if (!newcomer || !below) throw new Error('The demonstration data has nobody to ask for a role.');
  const requester = await registry.as(newcomer.username);
  const [role] = await requester.file({ bodyId: below.bodyId, message: 'Graag toegang.' });
  if (!role) throw new Error('The registry made no role.');
  return role;
}

export { expect } from '@playwright/test';
