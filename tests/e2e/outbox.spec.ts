import type { DeskPage } from '../fixtures/deskPage.ts';
import { decideElsewhere } from '../fixtures/registry.ts';
import { isAccessible } from './accessibility.ts';
import { type DrivenDesk, expect, test } from './fixtures.ts';

const longHoldMs = 3_600_000;

async function goToOutbox({ page }: Pick<DrivenDesk, 'page'>): Promise<void> {
  await page.getByRole('link', { name: 'Outbox' }).click();
  await expect(page.getByRole('heading', { name: 'Outbox', level: 1 })).toBeVisible();
}

/** Rejects the first request that can be, with words that somebody has typed. */
async function rejectOne(view: DeskPage, message: string): Promise<string> {
  const roleId = await view.choose('approve');
  await view.page.getByTestId('reject').click();
  await view.giveReason('other', message);
  await view.rowOf(roleId).waitFor({ state: 'detached' });
  return roleId;
}

test('the outbox says what waits, why and since when, and what is on record', async ({
  desk,
  registry,
}) => {
  const { page, view } = desk;
  await goToOutbox(desk);
  await expect(page.getByRole('main')).toContainText('on record at the registry');
  await isAccessible(page);
  await view.goTo('requested');
  await view.approveOne();
  await view.waitingIs(0);
  await goToOutbox(desk);
  await expect(page.getByTestId('outbox-recorded')).toHaveCount(1);
  await expect(page.getByRole('main')).toContainText('The last one was recorded');

  await view.goTo('requested');
  await registry.kill();
  await view.isOffline();
  await view.approveOne();
  await goToOutbox(desk);
  await expect(page.getByTestId('outbox-state')).toHaveAttribute('data-state', 'waiting');
  await expect(page.getByTestId('outbox-state')).toContainText('waits since');
  await expect(page.getByTestId('why-waiting')).toContainText('The registry cannot be reached.');
  await isAccessible(page);
  await registry.restart();
  await view.waitingIs(0);
  await expect(page.getByTestId('outbox-entry')).toHaveCount(0);
  await expect(page.getByTestId('outbox-recorded')).toHaveCount(2);
});

test('of a held batch one decision is undone alone, then the rest, all by keyboard', async ({
  open,
  witness,
}) => {
  const desk = await open({ holdMs: longHoldMs });
  const { page, view } = desk;
  await view.settled();
  await view.grid.focus();
  for (const _ of [1, 2, 3, 4, 5, 6]) await page.keyboard.press('Shift+ArrowDown');
  await page.getByTestId('approve').click();
  await expect(view.connection).not.toHaveAttribute('data-waiting', '0');
  const dialog = page.getByRole('dialog');
  if (await dialog.isVisible()) await page.keyboard.press('Escape');
  await goToOutbox(desk);
  const entries = page.getByTestId('outbox-entry');
  const count = await entries.count();
  expect(count).toBeGreaterThan(1);
  const state = page.getByTestId('outbox-state').first();
  await expect(state).toContainText(/can be undone for \d[\d\u202f]* s/);
  await expect(
    state.locator('xpath=ancestor-or-self::*[@aria-live or @role="status"]'),
  ).toHaveCount(0);
  await isAccessible(page);

  const undo = page.getByTestId('undo-one').first();
  await undo.focus();
  await page.keyboard.press('Enter');
  await expect(entries).toHaveCount(count - 1);
  await expect(page.getByTestId('undone')).toHaveText('1 decision taken back.');
  await expect(page.getByTestId('undone')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByTestId('undo-batch')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(entries).toHaveCount(0);
  await view.waitingIs(0);
  expect([...(await witness.roles()).values()].filter(hasJustBeenApproved)).toEqual([]);
});

function hasJustBeenApproved({
  lastDecision,
}: {
  lastDecision?: { decidedAt: string } | undefined;
}) {
  return lastDecision !== undefined && Date.parse(lastDecision.decidedAt) > Date.now() - 60_000;
}

test('who has lost the right meanwhile sees what was refused and why, with all that was typed', async ({
  desk,
  registry,
  colleagues,
  witness,
}) => {
  const { page, view } = desk;
  const own = (await witness.myRoles()).roles.find(({ type }) => type === 'authority');
  await registry.kill();
  await view.isOffline();
  const message = 'Not known here.\nAsk at Oostende.';
  await rejectOne(view, message);
  await decideElsewhere(registry, colleagues[1], own!.id, 'suspend');
  await registry.restart();
  await view.waitingIs(0);
  await goToOutbox(desk);
  await page.getByTestId('for-you').getByRole('button').click();
  const refused = page.getByTestId('refused');
  await expect(refused).toContainText('outside the scope');
  await expect(refused).toContainText('no longer in the scope of this desk');
  await expect(refused.getByTestId('typed')).toHaveText(message, { useInnerText: true });
  await isAccessible(page);
  await refused.getByTestId('copy').click();
  await expect(refused).toContainText('Copied.');
  await expect(refused.getByRole('button', { name: 'Reject anew' })).toHaveCount(0);
  await refused.getByRole('button', { name: 'Dismiss' }).click();
  await expect(refused).toHaveCount(0);
});
