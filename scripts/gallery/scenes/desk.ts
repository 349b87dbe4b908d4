import type { Page } from '@playwright/test';
import type { Answer } from '../../../shared/desk/answers.ts';
import { noFilter, type PageQuery, type RolePage } from '../../../shared/desk/queues.ts';
import type { Advice } from '../../../shared/domain/advice.ts';
import type { Stage, StagedDesk } from '../stage.ts';

async function settledDesk(stage: Stage) {
  const registry = await stage.registry({ seed: 400 });
  const desk = await stage.desk(registry);
  await desk.view.settled();
  return { registry, desk };
}

/** The four queues, and what narrows one. */
export async function queues(stage: Stage): Promise<void> {
  const { desk } = await settledDesk(stage);
  const { page, view } = desk;
  await stage.shoot(page, 'requested');
  for (const queue of ['suspended', 'valid', 'decided'] as const) {
    await view.goTo(queue);
    await view.row(1).click();
    await stage.shoot(page, queue);
  }
  await view.goTo('requested');
  await page.getByRole('search').getByRole('button').first().click();
  await page.getByRole('listbox').waitFor();
  await stage.shoot(page, 'filter');
}

/** Requests with something to look at: each advice, a new operator, a claim. */
export async function request(stage: Stage): Promise<void> {
  const { desk, registry } = await settledDesk(stage);
  const { page } = desk;
  for (const advice of ['no_eori', 'shared_mailbox', 'other_type', 'new_operator'] as const) {
    if (await showAdvised(desk, advice)) await stage.shoot(page, advice.replace('_', '-'));
  }
  const people = await registry.people();
  const colleague = people.filter(({ administers }) =>
    administers.some(({ kind, country }) => kind === 'CCA' && country === 'BE'),
  )[1];
  if (!colleague) throw new Error('The demonstration data has no colleague.');
  await page.getByTestId('search').fill('');
  await desk.view.settled();
  const roleId = await desk.view.roleIdAt(0);
  const { status } = await (await registry.as(colleague.username)).send(
    'POST',
    `/v1/roles/${roleId}/claim`,
  );
  if (status !== 200) throw new Error(`The claim was answered with ${status}.`);
  await desk.view.row(0).click();
  await page.locator(`[data-shown-role="${roleId}"]`).getByText(colleague.name).first().waitFor();
  await stage.shoot(page, 'claimed');
}

/** Shows the first request with an advice, if there is one. */
async function showAdvised({ page, view }: StagedDesk, advice: Advice): Promise<boolean> {
  const input: PageQuery = {
    queue: 'requested',
    filter: { ...noFilter, advice: [advice] },
    sort: { column: 'due', direction: 'ascending' },
    offset: 0,
    limit: 1,
  };
  const json: string = await page.evaluate(`desk.call('roles:page', ${JSON.stringify(input)})`);
  const answer: Answer<RolePage> = JSON.parse(json);
  const [row] = answer.ok ? answer.value.rows : [];
  if (!row) return false;
  await page.getByTestId('search').fill(row.personEmail);
  await view.rowOf(row.id).click();
  await page.locator(`[data-shown-role="${row.id}"][aria-busy=false]`).waitFor();
  return true;
}

/** A selection and its pre-check, the reason of a rejection, what became of a batch. */
export async function deciding(stage: Stage): Promise<void> {
  const { desk } = await settledDesk(stage);
  const { page, view } = desk;
  for (const index of [1, 2, 5]) await view.row(index).getByRole('checkbox').click();
  await page.getByTestId('approve').waitFor();
  await stage.shoot(page, 'selection');
  await page.getByTestId('reject').click();
  await page.getByTestId('reason').waitFor();
  await stage.shoot(page, 'reason');
  await page.getByTestId('confirm').click();
  await stage.shoot(page, 'reason-missing');
  await page.getByTestId('cancel').click();
  await view.grid.focus();
  await page.keyboard.press('Control+a');
  await page.getByTestId('approve').waitFor();
  await stage.shoot(page, 'selected-all');
}

/** The desk's own places. */
export async function places(stage: Stage): Promise<void> {
  const { desk } = await settledDesk(stage);
  for (const place of ['outbox', 'conflicts', 'preferences']) {
    await desk.page.getByTestId(place).click();
    await stage.shoot(desk.page, place);
  }
}

/** The smallest window and a large one. */
export async function sizes(stage: Stage): Promise<void> {
  const { desk } = await settledDesk(stage);
  await desk.view.row(2).click();
  await shootAt(stage, desk.page, 1024, 700);
  await shootAt(stage, desk.page, 2560, 1440);
}

async function shootAt(stage: Stage, page: Page, width: number, height: number): Promise<void> {
  await page.setViewportSize({ width, height });
  await page.locator('[data-testid=request][aria-busy=false]').waitFor();
  await stage.shoot(page, `${width}x${height}`);
}
