import type { Page } from '@playwright/test';
import type { RegistryClient } from '../fixtures/registryClient.ts';
import { isAccessible } from './accessibility.ts';
import { type DrivenDesk, expect, test } from './fixtures.ts';

/** Requests that wait at the registry, by the language of the person. */
async function requestsBy(witness: RegistryClient) {
  const { changes } = await witness.pull();
  const persons = new Map(
    changes.flatMap((each) => (each.kind === 'person' ? [[each.id, each.person]] : [])),
  );
  const bodies = new Map(
    changes.flatMap((each) => (each.kind === 'body' ? [[each.id, each.body]] : [])),
  );
  const requests = changes.flatMap((each) => {
    if (each.kind !== 'role' || each.role.status !== 'requested') return [];
    const [person, body] = [persons.get(each.role.personId), bodies.get(each.role.bodyId)];
    return person && body ? [{ roleId: each.id, person, body }] : [];
  });
  return Map.groupBy(requests, ({ person }) => person.language);
}
type Requests = Awaited<ReturnType<typeof requestsBy>>;

/** Shows the next of these requests that this desk can reject, and answers it. */
async function showNext({ view, page }: DrivenDesk, requests: Requests, language: string) {
  for (;;) {
    const request = requests.get(language)?.shift();
    if (!request) throw new Error(`nobody is left who reads ${language}`);
    await page.getByRole('searchbox').fill(request.person.lastName);
    await view.rowOf(request.roleId).click();
    await expect(view.request).toHaveAttribute('data-shown-role', request.roleId);
    if (await page.getByTestId('reject').isEnabled()) return request;
  }
}

/** Opens the dialog by key, from the grid. */
async function askToReject({ view, page }: DrivenDesk) {
  await view.grid.focus();
  await page.keyboard.press('r');
  await expect(page.getByTestId('reason')).toBeFocused();
}

async function tabTo(page: Page, testId: string) {
  for (let presses = 0; presses < 20; presses += 1) {
    if (await page.getByTestId(testId).evaluate((it) => it === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${testId} is not reached by Tab`);
}

async function messageOf(witness: RegistryClient, roleId: string) {
  const line = (await witness.history(roleId)).find(({ action }) => action === 'reject');
  return line?.message;
}

test('the person is told in their own language, and what one writes is kept', async ({
  desk,
  witness,
}) => {
  const { view, page } = desk;
  const requests = await requestsBy(witness);
  const { roleId, body } = await showNext(desk, requests, 'fr');
  await askToReject(desk);
  const message = page.getByTestId('message');
  await page.keyboard.press('6');
  await expect(page.getByTestId('reason')).toHaveValue('data_missing');
  await expect(message).toHaveValue(/^Madame, Monsieur,/);
  await expect(message).toHaveValue(new RegExp(escaped(body.name)));
  await expect(message).toHaveAttribute('lang', 'fr');
  await expect(page.getByTestId('text-language')).toHaveValue('fr');
  const translation = page.getByRole('region', { name: 'What it says in English' });
  await expect(translation).toContainText('data that we need is missing');
  await isAccessible(page);

  // Another language is one key away, and goes back without a loss.
  await tabTo(page, 'text-language');
  await page.keyboard.press('g');
  await expect(message).toHaveValue(/^Guten Tag,/);
  // A second letter at once would go on with the first one: the list looks for both together.
  await page.getByTestId('text-language').selectOption('fr');
  await tabTo(page, 'message');
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' À bientôt.');
  await expect(page.getByText('You have changed the text.')).toBeVisible();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('4');
  await expect(page.getByTestId('reason')).toHaveValue('wrong_body');
  await expect(message).toHaveValue(/À bientôt\.$/);
  await expect(page.getByText('You wrote this text before')).toBeVisible();
  await isAccessible(page);
  await page.getByRole('button', { name: 'Replace it' }).click();
  await expect(message).toHaveValue(/relève d’une autre entité/);
  await message.fill('La demande relève de Gand.');
  await page.keyboard.press('Control+Enter');
  await view.rowOf(roleId).waitFor({ state: 'detached' });
  await view.waitingIs(0);
  expect(await messageOf(witness, roleId)).toBe('La demande relève de Gand.');
});

test('a text is kept as a template, used for the next, changed and deleted', async ({
  desk,
  witness,
}) => {
  const { view, page } = desk;
  const requests = await requestsBy(witness);
  const first = await showNext(desk, requests, 'fr');
  await askToReject(desk);
  await page.keyboard.press('6');
  await tabTo(page, 'message');
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' Écrivez-nous.');
  await tabTo(page, 'keep-template');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('template-name')).toBeFocused();
  await page.keyboard.type('With a way to reach us');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Kept as “With a way to reach us”')).toBeVisible();
  await expect(page.getByTestId('message')).toHaveValue(/Écrivez-nous\.$/);
  await page.keyboard.press('Control+Enter');
  await view.rowOf(first.roleId).waitFor({ state: 'detached' });

  const second = await showNext(desk, requests, 'fr');
  await askToReject(desk);
  await expect(page.getByTestId('reason')).toHaveValue('data_missing');
  await tabTo(page, 'template');
  await page.keyboard.press('w');
  await expect(page.getByTestId('message')).toHaveValue(/Écrivez-nous\.$/);
  await page.keyboard.press('Control+Enter');
  await view.rowOf(second.roleId).waitFor({ state: 'detached' });
  await view.waitingIs(0);
  const said = await messageOf(witness, second.roleId);
  expect(said).toContain(second.body.name);
  expect(said).toMatch(/Écrivez-nous\.$/);

  // Somebody who reads German: the template has nothing for them, and says so.
  await showNext(desk, requests, 'de');
  await askToReject(desk);
  await tabTo(page, 'template');
  await page.keyboard.press('w');
  await expect(page.getByText('The template says nothing in German')).toBeVisible();
  await expect(page.getByTestId('message')).toHaveValue(/^Guten Tag,/);
  await page.keyboard.press('Escape');

  await page.getByTestId('preferences').click();
  await page.getByRole('button', { name: 'Edit With a way to reach us' }).click();
  await expect(page.getByTestId('template-text')).toHaveValue(/\{\{body\}\}/);
  await isAccessible(page);
  await page.getByTestId('template-name').fill('');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Give the template a name.')).toBeVisible();
  await page.getByTestId('template-name').fill('Reachable');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('button', { name: 'Delete Reachable' }).click();
  await expect(page.getByText('“Reachable” is deleted.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Undo' })).toBeFocused();
  await page.keyboard.press('Enter');
  await isAccessible(page);
  await page.getByRole('button', { name: 'Delete Reachable' }).click();
  await expect(page.getByText('There is no template yet.')).toBeVisible();
});

test('a selection gets each the text in their own language', async ({ desk, witness }) => {
  const { view, page } = desk;
  const requests = await requestsBy(witness);
  const chosen = new Map<string, string>();
  const found: Awaited<ReturnType<typeof showNext>>[] = [];
  for (const language of ['fr', 'de', 'nl']) {
    const request = await showNext(desk, requests, language);
    found.push(request);
    chosen.set(language, request.roleId);
  }
  // Once one is selected, the pre-check stands in place of the single request.
  for (const { roleId, person } of found) {
    await page.getByRole('searchbox').fill(person.lastName);
    await view.rowOf(roleId).getByRole('checkbox').click();
  }
  await askToReject(desk);
  await page.keyboard.press('6');
  const message = page.getByTestId('message');
  await expect(page.getByRole('tab')).toHaveCount(3);
  await page.getByRole('tab', { name: 'English 1' }).click();
  await expect(page.getByText('Also for those who read Dutch')).toBeVisible();
  await isAccessible(page);
  await page.keyboard.press('ArrowRight');
  await page.getByRole('tab', { name: 'German 1' }).click();
  await expect(message).toHaveValue(/\{\{body\}\}/);
  await message.fill('Nein: {{role}}.');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await view.waitingIs(0);
  expect(await messageOf(witness, chosen.get('fr')!)).toMatch(/^Madame, Monsieur,/);
  expect(await messageOf(witness, chosen.get('de')!)).toMatch(/^Nein: [^{]+\.$/);
  expect(await messageOf(witness, chosen.get('nl')!)).toMatch(/^Dear Sir or Madam,/);
});

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
