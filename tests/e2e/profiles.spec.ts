import { aSecondProfile } from '../fixtures/profiles.ts';
import { isAccessible } from './accessibility.ts';
import { expect, fileRequest, test } from './fixtures.ts';

test('somebody of two profiles works as one of them: queues, counts and band follow', async ({
  registry,
  open,
}) => {
  const { username, one, other } = await aSecondProfile(registry);
  const { view, page } = await open({ username });
  await view.settled();
  await view.goTo('valid');
  const all = await view.count('valid');
  const workAs = page.getByLabel('Work as');
  const valid = [...(await (await registry.as(username)).roles()).values()].filter(
    ({ status }) => status === 'valid',
  );
  for (const [as, notAs] of [
    [one, other],
    [other, one],
  ] as const) {
    await workAs.selectOption(as.bodyId);
    // Both posts see the loads of their country; of colleagues each sees its own.
    const seen = valid.filter(({ bodyId }) => bodyId !== notAs.bodyId).length;
    expect(seen).toBeLessThan(all);
    await expect(view.queue('valid')).toHaveAttribute('data-count', String(seen));
    await expect(view.grid).toHaveAttribute('aria-rowcount', String(seen + 1));
    await expect(page.getByRole('banner')).toContainText(`As: ${as.name}`);
  }
  await isAccessible(page);
  // Looking for nobody and clearing that does not make one somebody else.
  await page.getByTestId('search').fill('no such person');
  await page.getByRole('button', { name: 'Clear the filter' }).click();
  await expect(workAs).toHaveValue(other.bodyId);
  await workAs.selectOption('');
  await expect(view.queue('valid')).toHaveAttribute('data-count', String(all));
});

test('somebody of one profile is not asked as whom', async ({ desk }) => {
  await expect(desk.page.getByTestId('work-as')).toHaveCount(0);
});

test('the later of two requests says that there is an older one, and who is on it', async ({
  desk,
  registry,
  witness,
  colleagues,
}) => {
  const { view, page } = desk;
  const older = await fileRequest(registry, witness);
  const newer = await fileRequest(registry, witness);
  const newcomer = (await registry.people()).find(({ administers }) => administers.length === 0);
  await page.getByTestId('search').fill(newcomer?.name ?? '');
  await expect(view.rowOf(newer.id)).toContainText('Older request');
  await expect(view.rowOf(older.id)).not.toContainText('Older request');
  await view.rowOf(newer.id).click();
  await expect(view.request).toContainText('asked for a role in this body before');
  const colleague = await registry.as(colleagues[1]);
  const { person } = await colleague.me();
  await colleague.send('POST', `/v1/roles/${newer.id}/claim`);
  await expect(view.request).toContainText(`${person.firstName} ${person.lastName} is on it until`);
  await expect(view.rowOf(newer.id)).toContainText(`${person.lastName} is on it until`);
  await colleague.send('DELETE', `/v1/roles/${newer.id}/claim`);
  await expect(view.request).not.toContainText('is on it');
});

test('suspending the last administrator of a body is warned of and not blocked', async ({
  desk,
}) => {
  const { view, page } = desk;
  await view.goTo('valid');
  const warning = view.request.getByText('The only administrator of');
  for (let index = 0; ; index += 1) {
    await view.choose('suspend', index);
    if ((await warning.count()) > 0) break;
  }
  await page.getByTestId('suspend').click();
  await expect(page.getByRole('dialog')).toContainText('then has no administrator');
  await isAccessible(page);
  await view.giveReason('left_body');
  await view.waitingIs(0);
});
