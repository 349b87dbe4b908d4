import { colleaguesAt, decideElsewhere } from '../../../tests/fixtures/registry.ts';
import type { Stage } from '../stage.ts';

/** Off line, with decisions that wait, and where they are shown. */
export async function away(stage: Stage): Promise<void> {
  const registry = await stage.registry();
  const { page, view } = await stage.desk(registry, { holdMs: 3000 });
  await view.settled();
  await registry.kill();
  await view.isOffline();
  await view.approveOne();
  await view.approveOne(1);
  await stage.shoot(page, 'off-line');
  await page.getByTestId('outbox').click();
  await page.getByTestId('why-waiting').first().waitFor();
  await stage.shoot(page, 'outbox-waiting');
  await registry.restart();
  await view.waitingIs(0);
  await page.getByTestId('outbox-recorded').first().waitFor();
  await stage.shoot(page, 'outbox-recorded');
}

/** A decision that met a newer one. */
export async function conflict(stage: Stage): Promise<void> {
  const registry = await stage.registry();
  const [, colleague] = await colleaguesAt(registry);
  const { page, view } = await stage.desk(registry);
  await view.settled();
  await registry.kill();
  await view.isOffline();
  const roleId = await view.approveOne();
  await decideElsewhere(registry, colleague, roleId, 'reject');
  await registry.restart();
  await view.settled();
  await view.waitingIs(0);
  await stage.shoot(page, 'queue');
  await page.getByTestId('conflicts').click();
  await page.getByTestId('conflict').waitFor();
  await stage.shoot(page, 'list');
  await page.getByTestId('conflict').getByRole('button').click();
  await page.getByTestId('keep-theirs').waitFor();
  await stage.shoot(page, 'two-sides');
}

/** A decision that the registry refused: the right to take it was lost meanwhile. */
export async function refused(stage: Stage): Promise<void> {
  const registry = await stage.registry();
  const [username, colleague] = await colleaguesAt(registry);
  const person = await registry.as(username);
  const own = (await person.myRoles()).roles.find(({ type }) => type === 'authority');
  if (!own) throw new Error('The person of the desk has no role in an authority.');
  const { page, view } = await stage.desk(registry);
  await view.settled();
  await registry.kill();
  await view.isOffline();
  await view.choose('approve');
  await page.getByTestId('reject').click();
  await view.giveReason('wrong_body', 'Ask at Oostende.');
  await view.waitingIs(1);
  await decideElsewhere(registry, colleague, own.id, 'suspend');
  await registry.restart();
  await view.waitingIs(0);
  await page.getByTestId('conflicts').click();
  await page.getByTestId('refused').waitFor();
  await stage.shoot(page, 'list');
}
