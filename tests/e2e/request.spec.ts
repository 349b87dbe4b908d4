import {
  administratorOf,
  askForCountries,
  askForLookalike,
  newcomerAt,
} from '../fixtures/people.ts';
import { newOperator } from '../fixtures/registryClient.ts';
import { isAccessible } from './accessibility.ts';
import { type DrivenDesk, expect, test } from './fixtures.ts';

/** Long enough to find the button and the keys on a busy machine. */
const holdMs = 12_000;

/** Makes the request that a search finds the current one. */
async function find({ page, view }: DrivenDesk, text: string, roleId: string) {
  await page.getByTestId('search').fill(text);
  await view.rowOf(roleId).click();
  await expect(view.request).toHaveAttribute('data-shown-role', roleId);
}

test('a new operator is compared with one that exists, and its request attached to that', async ({
  registry,
  witness,
  open,
}) => {
  const { first, role } = await askForLookalike(registry, witness);
  const desk = await open();
  const { page, view } = desk;
  await view.settled();
  await find(desk, 'Velmora', role.id);
  await expect(view.request).toContainText('Who else may decide');
  await isAccessible(page);
  await page.getByRole('button', { name: 'Velmora Trading: compare' }).click();
  const dialog = page.getByRole('dialog');
  const address = dialog.getByRole('row', { name: 'Address' });
  await expect(address).toContainText('differs');
  await expect(address.getByRole('cell')).toHaveText(['Kustlaan 1000', 'Kustlaan 999']);
  await expect(dialog.getByRole('row', { name: 'City' })).not.toContainText('differs');
  await isAccessible(page);
  await dialog.getByRole('button', { name: 'Attach to the existing one' }).click();
  await expect(dialog).toBeHidden();
  await view.rowOf(role.id).waitFor({ state: 'detached' });
  await expect
    .poll(async () => (await witness.roles()).get(role.id))
    .toMatchObject({ status: 'valid', bodyId: first.bodyId });
});

test('a request is passed on by keyboard, undone, and passed on for good out of the scope', async ({
  registry,
  open,
}) => {
  const requester = await newcomerAt(registry);
  const [role] = await requester.file({
    operator: newOperator({ region: 'Antwerpen', city: 'Antwerpen' }),
  });
  const username = await administratorOf(registry, 'FAVV-AFSCA, LCE Antwerpen');
  const desk = await open({ username, holdMs });
  const { page, view } = desk;
  await view.settled();
  await find(desk, 'Velmora', role!.id);
  const passOn = async () => {
    await view.grid.focus();
    await page.keyboard.press('p');
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByRole('option').first()).toContainText('by its address');
    await page.keyboard.type('Liège');
    await dialog.getByRole('option', { name: 'FAVV-AFSCA, ULC Liège' }).click();
    await isAccessible(page);
    await dialog.getByRole('button', { name: 'Pass on' }).click();
    await expect(dialog).toBeHidden();
    await expect(view.request).toContainText('To FAVV-AFSCA, ULC Liège.');
  };
  await passOn();
  await view.waitingIs(1);
  await page.keyboard.press('u');
  await view.waitingIs(0);
  await expect(view.request).not.toContainText('ULC Liège');
  await passOn();
  await page.getByRole('link', { name: 'Outbox' }).click();
  await expect(page.getByTestId('outbox-batch')).toContainText('to FAVV-AFSCA, ULC Liège');
  await view.waitingIs(0);
  await expect(page.getByTestId('outbox-recorded')).toContainText('to FAVV-AFSCA, ULC Liège');
  const there = await registry.as(await administratorOf(registry, 'FAVV-AFSCA, ULC Liège'));
  await expect.poll(async () => (await there.roles()).has(role!.id)).toBe(true);
  expect((await (await registry.as(username)).roles()).has(role!.id)).toBe(false);
});

test('a colleague’s desk sees who is on a request; off line the desk says why it cannot tell', async ({
  desk,
  registry,
  colleagues,
  open,
}) => {
  const roleId = await desk.view.choose('approve');
  const other = await open({ username: colleagues[1] });
  await other.view.settled();
  await other.view.rowOf(roleId).click();
  await desk.page.keyboard.press('c');
  await expect(desk.view.request).toContainText('You are on it until');
  await expect(other.view.request).toContainText('is on it until');
  await expect(other.page.getByTestId('approve')).toBeEnabled();
  await isAccessible(other.page);
  await desk.page.getByRole('button', { name: 'Release it' }).click();
  await expect(other.view.request).not.toContainText('is on it until');
  await registry.kill();
  await desk.view.isOffline();
  await desk.page.getByRole('button', { name: 'I am on it' }).click();
  await expect(desk.view.request).toContainText('Only on line');
});

test('several countries are approved at once; administration, mail and copies are a press away', async ({
  registry,
  open,
}) => {
  const { username, witness, asked, requester: me } = await askForCountries(registry);
  const desk = await open({ username });
  const { app, page, view } = desk;
  await view.settled();
  await find(desk, me.email, asked[0]!.id);

  await view.request.getByText('EU Login').hover();
  await view.request.getByRole('button', { name: 'Copy: EU Login' }).click();
  await view.request.getByRole('button', { name: 'Copied: EU Login' }).waitFor();
  expect(await app.evaluate(({ clipboard }) => clipboard.readText())).toBe(me.username);
  await app.evaluate(({ shell }) => {
    shell.openExternal = async (address) => {
      process.env.ROLEDESK_OPENED = address;
    };
  });
  await page.getByRole('button', { name: 'Write an e-mail' }).click();
  await expect
    .poll(() => app.evaluate(() => process.env.ROLEDESK_OPENED))
    .toMatch(/^mailto:[\w.%-]+@[\w.%-]+\?subject=[^&]+&body=/);

  await page.getByRole('button', { name: 'Approve 2 countries' }).click();
  const statuses = async () => {
    const roles = await witness.roles();
    return asked.map(({ id }) => roles.get(id)?.status);
  };
  await expect.poll(statuses).toEqual(['valid', 'valid']);

  await view.queue('valid').click();
  await view.rowOf(asked[1]!.id).click();
  await expect(view.request).toHaveAttribute('data-shown-role', asked[1]!.id);
  const isAdmin = async () => (await witness.roles()).get(asked[1]!.id)?.isAdmin;
  await view.request.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Make administrator' }).click();
  await expect.poll(isAdmin).toBe(true);
  await view.request.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Revoke administrator…' }).click();
  await view.giveReason('changed_duties');
  await expect.poll(isAdmin).toBe(false);
});
