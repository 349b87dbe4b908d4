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
  const theirs = dialog.getByTestId('theirs');
  await expect(theirs).toContainText('Rejected');
  const { lastDecision } = (await witness.roles()).get(roleId) ?? {};
  await expect(theirs).toContainText(lastDecision!.by.name);
  await expect(theirs).toContainText('Decided');
  await expect(theirs).toContainText('Recorded');
  await expect(dialog.getByTestId('yours')).toContainText('not recorded');
  await expect(dialog).toContainText('The role is rejected now.');
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

test('what was changed without an end to it can be decided anew, on the revision that stands', async ({
  desk,
  registry,
  colleagues,
  witness,
}) => {
  const { page, view } = desk;
  await view.goTo('valid');
  const roleId = await view.choose('suspend');
  const { isAdmin, revision } = (await witness.roles()).get(roleId)!;
  await registry.kill();
  await view.isOffline();
  await page.getByTestId('suspend').click();
  await view.giveReason('inactive', 'Typed with care.');
  await view.waitingIs(1);
  await decideElsewhere(registry, colleagues[1], roleId, isAdmin ? 'revoke_admin' : 'grant_admin');
  await registry.restart();
  await view.settled();
  await view.waitingIs(0);
  await page.getByTestId('resolve').click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByTestId('yours').getByTestId('typed')).toHaveText('Typed with care.');
  await expect(dialog.getByTestId('yours')).toContainText(`${revision}, as you saw it`);
  await expect(dialog.getByTestId('theirs')).toContainText(`Revision${revision + 1}`);
  await dialog.getByTestId('decide-anew').click();
  await expect(dialog).toBeHidden();
  await view.waitingIs(0);
  await expect.poll(() => witness.timesRecorded(roleId, 'suspend')).toBe(1);
});

test('from a conflict one comes to the role, to decide otherwise', async ({
  desk,
  registry,
  colleagues,
}) => {
  const { roleId, dialog } = await conflictOf(desk, registry, colleagues[1]);
  await dialog.getByTestId('open-role').click();
  await expect(dialog).toBeHidden();
  await expect(desk.view.request).toHaveAttribute('data-shown-role', roleId);
});
