import {
  administratorOf,
  askForCountries,
  askForLookalike,
  newcomerAt,
} from '../../../tests/fixtures/people.ts';
import { colleaguesAt } from '../../../tests/fixtures/registry.ts';
import { newOperator } from '../../../tests/fixtures/registryClient.ts';
import type { Stage, StagedDesk } from '../stage.ts';

/** A new operator that looks like one that exists: the request in full height, and the two side by side. */
export async function lookalike(stage: Stage): Promise<void> {
  const registry = await stage.registry();
  const [username] = await colleaguesAt(registry);
  const { role } = await askForLookalike(registry, await registry.as(username));
  const desk = await stage.desk(registry);
  await desk.view.settled();
  await find(desk, 'Velmora', role.id);
  await desk.page.setViewportSize({ width: 1440, height: 1700 });
  await stage.shoot(desk.page, 'whole');
  await desk.page.setViewportSize({ width: 1440, height: 900 });
  await desk.view.request.getByTestId('compare').click();
  await desk.page.getByTestId('attach').waitFor();
  await stage.shoot(desk.page, 'compare');
}

/** A request on its way to another authority. */
export async function passingOn(stage: Stage): Promise<void> {
  const registry = await stage.registry();
  const [role] = await (await newcomerAt(registry)).file({
    operator: newOperator({ region: 'Antwerpen', city: 'Antwerpen' }),
  });
  if (!role) throw new Error('The registry made no role.');
  const username = await administratorOf(registry, 'FAVV-AFSCA, LCE Antwerpen');
  const desk = await stage.desk(registry, { username, holdMs: 600_000 });
  const { page, view } = desk;
  await view.settled();
  await find(desk, 'Velmora', role.id);
  await page.getByTestId('pass-on').click();
  const target = page.getByRole('dialog').getByRole('option').first();
  await target.click();
  await stage.shoot(page, 'where-to');
  await page.getByTestId('confirm').click();
  await page.getByTestId('undo').waitFor();
  await stage.shoot(page, 'passed-on');
}

/** A control body for which somebody asks to certify in two countries. */
export async function countries(stage: Stage): Promise<void> {
  const registry = await stage.registry();
  const { username, asked, requester } = await askForCountries(registry);
  const desk = await stage.desk(registry, { username });
  await desk.view.settled();
  await find(desk, requester.email, asked[0]?.id ?? '');
  await desk.page.getByTestId('approve-countries').waitFor();
  await stage.shoot(desk.page, 'asked');
}

async function find({ page, view }: StagedDesk, text: string, roleId: string): Promise<void> {
  await page.getByTestId('search').fill(text);
  await view.rowOf(roleId).click();
  await page.locator(`[data-shown-role="${roleId}"][aria-busy=false]`).waitFor();
}
