import { expect, test } from './fixtures.ts';

test('an approved request leaves its queue and is recorded once at the registry', async ({
  desk,
  witness,
}) => {
  const { view } = desk;
  const requested = await view.count('requested');
  const valid = await view.count('valid');
  const roleId = await view.approveOne();
  await expect(view.queue('requested')).toHaveAttribute('data-count', String(requested - 1));
  await expect(view.queue('valid')).toHaveAttribute('data-count', String(valid + 1));
  await view.waitingIs(0);
  expect(await witness.timesRecorded(roleId, 'approve')).toBe(1);
  expect((await witness.roles()).get(roleId)?.status).toBe('valid');
});

test('after a decision the next request is the current one', async ({ desk }) => {
  const { view } = desk;
  const roleId = await view.choose('approve');
  const ids = await view.grid
    .locator('[data-role-id]')
    .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-role-id')));
  const next = ids[ids.indexOf(roleId) + 1];
  await desk.page.getByRole('button', { name: 'Approve', exact: true }).click();
  await expect(view.request).toHaveAttribute('data-shown-role', next ?? '');
});

test('a rejection needs a reason, and takes reason and message to the registry', async ({
  desk,
  witness,
}) => {
  const { view, page } = desk;
  const roleId = await view.choose('approve');
  await page.getByRole('button', { name: 'Reject', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await page.getByTestId('confirm').click();
  await expect(dialog).toBeVisible();
  await expect(page.getByTestId('reason')).toHaveAttribute('aria-invalid', 'true');
  await view.giveReason('wrong_body', 'The operator is in another country.');
  await expect(dialog).toBeHidden();
  await view.rowOf(roleId).waitFor({ state: 'detached' });
  await view.waitingIs(0);
  expect((await witness.roles()).get(roleId)).toMatchObject({
    status: 'rejected',
    lastDecision: { reason: 'wrong_body', message: 'The operator is in another country.' },
  });
});

test('a valid role is suspended with a reason and reactivated', async ({ desk, witness }) => {
  const { view, page } = desk;
  await view.goTo('valid');
  const roleId = await view.choose('suspend');
  await page.getByRole('button', { name: 'Suspend', exact: true }).click();
  await view.giveReason('left_body');
  await view.rowOf(roleId).waitFor({ state: 'detached' });
  await view.waitingIs(0);
  expect((await witness.roles()).get(roleId)?.status).toBe('suspended');

  await view.goTo('suspended');
  await view.rowOf(roleId).click();
  await page.getByRole('button', { name: 'Reactivate', exact: true }).click();
  await view.rowOf(roleId).waitFor({ state: 'detached' });
  await view.waitingIs(0);
  expect((await witness.roles()).get(roleId)?.status).toBe('valid');
});

test('a held decision is taken back, and the registry never hears of it', async ({
  open,
  witness,
}) => {
  const { view, page } = await open({ holdMs: 600_000 });
  await view.settled();
  const requested = await view.count('requested');
  const roleId = await view.approveOne();
  await view.waitingIs(1);
  await page.getByTestId('undo').click();
  await view.waitingIs(0);
  await expect(view.queue('requested')).toHaveAttribute('data-count', String(requested));
  await expect(view.rowOf(roleId)).toBeVisible();
  expect(await witness.timesRecorded(roleId, 'approve')).toBe(0);
});

test('Decided shows what was decided, with the role that still waits', async ({ open }) => {
  const { view } = await open({ holdMs: 600_000 });
  await view.settled();
  const decided = await view.count('decided');
  const roleId = await view.approveOne();
  await expect(view.queue('decided')).toHaveAttribute('data-count', String(decided + 1));
  await view.goTo('decided');
  await expect(view.rowOf(roleId)).toHaveAttribute('data-status', 'valid');
});
