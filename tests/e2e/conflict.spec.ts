import { decideElsewhere, type TestRegistry } from '../fixtures/registry.ts';
import { isAccessible } from './accessibility.ts';
import { type DrivenDesk, expect, test } from './fixtures.ts';

/** A decision of the desk that meets a newer one of a colleague. */
async function conflictOf(desk: DrivenDesk, registry: TestRegistry, colleague: string) {
  await registry.kill();
  await desk.view.isOffline();
  const roleId = await desk.view.approveOne();
  await decideElsewhere(registry, colleague, roleId, 'reject');
  await registry.restart();
  await desk.view.settled();
  await desk.view.waitingIs(0);
  await desk.page.getByRole('link', { name: 'Conflicts' }).click();
  await desk.page.getByTestId('conflict').getByRole('button').click();
  return { roleId, dialog: desk.page.getByRole('dialog') };
}

test('a conflict shows both decisions, and theirs can stand', async ({
  desk,
  registry,
  colleagues,
  witness,
}) => {
  const { roleId, dialog } = await conflictOf(desk, registry, colleagues[1]);
  await expect(dialog.getByTestId('yours')).toContainText('Approved');
  await expect(dialog.getByTestId('theirs')).toContainText('Rejected');
  await isAccessible(desk.page);
  await dialog.getByTestId('keep-theirs').click();
  await expect(dialog).toBeHidden();
  await expect(desk.page.getByTestId('conflict')).toHaveCount(0);
  expect((await witness.roles()).get(roleId)?.status).toBe('rejected');
  expect(await witness.timesRecorded(roleId, 'approve')).toBe(0);
});

test('a conflict that leaves nothing to decide offers no decision anew', async ({
  desk,
  registry,
  colleagues,
}) => {
  const { dialog } = await conflictOf(desk, registry, colleagues[1]);
  await expect(dialog.getByTestId('keep-theirs')).toBeVisible();
  await expect(dialog.getByTestId('decide-anew')).toHaveCount(0);
});
