import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { lockStore, makeNewer, pagesOfLines, spoil } from '../../../tests/fixtures/spoiledStore.ts';
import type { Stage } from '../stage.ts';

/** A store that another program has open. */
export async function lockedStore(stage: Stage): Promise<void> {
  const { registry, home, store } = await closedDesk(stage);
  stage.endsWith(await lockStore(store));
  const { page } = await stage.desk(registry, { home });
  await page.getByTestId('store-trouble').waitFor();
  await stage.shoot(page, 'locked');
}

/** A store of a newer Roledesk. */
export async function newerStore(stage: Stage): Promise<void> {
  const { registry, home, store } = await closedDesk(stage);
  makeNewer(store);
  const { page } = await stage.desk(registry, { home });
  await page.getByTestId('store-trouble').waitFor();
  await stage.shoot(page, 'newer');
}

/** A damaged store that was set aside. */
export async function damagedStore(stage: Stage): Promise<void> {
  const { registry, home, store } = await closedDesk(stage);
  spoil(store, pagesOfLines(store));
  const { page, view } = await stage.desk(registry, { home });
  await page.getByTestId('mishap').waitFor();
  await view.settled();
  await stage.shoot(page, 'set-aside');
}

/** A desk that was in step with the registry and was closed, and where its store lies. */
async function closedDesk(stage: Stage) {
  const registry = await stage.registry();
  const { home, view, close } = await stage.desk(registry);
  await view.settled();
  await close();
  const folder = join(home, 'stores', 'training');
  const name = readdirSync(folder).find((each) => each.endsWith('.sqlite'));
  if (!name) throw new Error('The desk has left no store.');
  return { registry, home, store: join(folder, name) };
}
