import { expect } from '@playwright/test';
import type { DeskPage } from '../../../tests/fixtures/deskPage.ts';
import { startGateway } from '../../../tests/fixtures/gateway.ts';
import type { Stage } from '../stage.ts';

/** Nobody is signed in; the browser asks; no registry is there. */
export async function beginning(stage: Stage): Promise<void> {
  const registry = await stage.registry();
  const nobody = await stage.desk(registry, { username: '' });
  await nobody.page.getByTestId('sign-in').waitFor();
  await stage.shoot(nobody.page, 'signed-out');
  // No browser opens here: where none can, the window says so and shows another way.
  await nobody.page.getByTestId('sign-in').click();
  await nobody.page
    .getByTestId('cancel-sign-in')
    .or(nobody.page.getByRole('alert'))
    .first()
    .waitFor();
  await stage.shoot(nobody.page, 'signing-in');
  await nobody.kill();

  await registry.kill();
  const alone = await stage.desk(await stoppedRegistry(stage));
  await alone.page.getByRole('alert').first().waitFor();
  await stage.shoot(alone.page, 'no-registry');
}

async function stoppedRegistry(stage: Stage) {
  const registry = await stage.registry();
  const people = await registry.people();
  await registry.kill();
  return { ...registry, people: async () => people };
}

/** The first pull, while it runs: what is here can be used. */
export async function firstPull(stage: Stage): Promise<void> {
  const registry = await stage.registry({ seed: 400 });
  const gateway = await startGateway(registry.url);
  stage.endsWith(() => gateway.stop());
  gateway.rewrite = (path) => path.replace('limit=500', 'limit=50');
  let pages = 0;
  gateway.answer = (path) => {
    if (path.startsWith('/v1/changes')) pages += 1;
    return path.startsWith('/v1/changes') && pages > 12 ? { status: 502, body: '' } : undefined;
  };
  const { page, view } = await stage.desk({ ...registry, url: gateway.url });
  await page.getByRole('progressbar').first().waitFor();
  await expect.poll(() => rowsOf(view)).toBeGreaterThan(4);
  await stage.shoot(page, 'first-pull');
}

async function rowsOf({ grid }: DeskPage): Promise<number> {
  return Number(await grid.getAttribute('aria-rowcount')) - 1;
}

/** A desk for which no request waits, and one row alone. */
export async function emptyQueue(stage: Stage): Promise<void> {
  const registry = await stage.registry();
  const { page, view } = await stage.desk(registry);
  await view.settled();
  const email = await view
    .row(0)
    .locator('[data-column=person] > :first-child > :last-child')
    .innerText();
  await page.getByTestId('search').fill(email);
  await expect.poll(() => rowsOf(view)).toBeLessThan(5);
  await view.row(0).click();
  await stage.shoot(page, 'one-row');
  await page.getByTestId('search').fill('nobody is called so');
  await view.row(0).waitFor({ state: 'detached' });
  await stage.shoot(page, 'nothing-matches');

  const post = (await registry.people()).find(({ administers }) =>
    administers.some(({ kind, country }) => kind === 'BCP' && country === 'FR'),
  );
  if (!post) throw new Error('The demonstration data has no French border control post.');
  const quiet = await stage.desk(registry, { username: post.username });
  await quiet.page.getByTestId('queue-suspended').click();
  await stage.shoot(quiet.page, 'border-control-post');
}
