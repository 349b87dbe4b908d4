import { execFileSync } from 'node:child_process';
import { type DrivenDesk, expect, test } from './fixtures.ts';

test('decisions made off line arrive once when the registry is back', async ({
  desk,
  registry,
  witness,
}) => {
  const { view, page } = desk;
  await registry.kill();
  await view.isOffline();
  await expect(page.getByRole('status').filter({ hasText: 'Offline' })).toBeVisible();
  const decided = [await view.approveOne(), await view.approveOne(), await view.approveOne()];
  await view.waitingIs(3);
  await registry.restart();
  await view.settled();
  await view.waitingIs(0);
  await expect(page.getByRole('status').filter({ hasText: 'Online' })).toBeVisible();
  for (const roleId of decided) expect(await witness.timesRecorded(roleId, 'approve')).toBe(1);
});

test('the desk opens off line with its store, and keeps what waits over a crash', async ({
  desk,
  open,
  registry,
  witness,
}) => {
  const requested = await desk.view.count('requested');
  await registry.kill();
  await desk.view.isOffline();
  const roleId = await desk.view.approveOne();
  await desk.view.waitingIs(1);
  await desk.kill();

  const again = await open({ home: desk.home });
  await again.view.row(0).waitFor();
  await again.view.isOffline();
  await again.view.waitingIs(1);
  expect(await again.view.count('requested')).toBe(requested - 1);
  await registry.restart();
  await again.view.settled();
  await again.view.waitingIs(0);
  expect(await witness.timesRecorded(roleId, 'approve')).toBe(1);
});

test('the first start without a registry says what is wrong, and goes on by itself', async ({
  open,
  registry,
}) => {
  await registry.kill();
  const { page, view } = await open();
  await expect(page.getByRole('main')).toContainText('registry');
  await registry.restart();
  await view.settled();
});

test('a service that ends by itself is started again and loses nothing', async ({ desk }) => {
  const { view } = desk;
  const roleId = await view.approveOne();
  await view.waitingIs(0);
  const requested = await view.count('requested');
  process.kill(await serviceOf(desk), 'SIGKILL');
  await view.settled();
  await expect(view.queue('requested')).toHaveAttribute('data-count', String(requested));
  await view.goTo('decided');
  await expect(view.rowOf(roleId)).toBeVisible();
  await view.goTo('requested');
  const next = await view.approveOne();
  expect(next).not.toBe(roleId);
  await view.waitingIs(0);
});

/** The process of the desk service: a utility process, or a child under plain Node. */
async function serviceOf({ app }: DrivenDesk): Promise<number> {
  const utility = await app.evaluate(({ app: electron }) =>
    electron.getAppMetrics().find(({ name }) => name === 'Roledesk store'),
  );
  if (utility) return utility.pid;
  const children = execFileSync('ps', ['-o', 'pid=,args=', '--ppid', String(app.process().pid)]);
  const line = children
    .toString()
    .split('\n')
    .find((each) => each.includes('service.cjs'));
  if (!line) throw new Error('The desk service does not run.');
  return Number.parseInt(line, 10);
}
