import { expect, test } from 'vitest';
import { languages } from '../../../locales/resources.ts';
import { preparedTexts } from '../../../renderer/i18n/prepared.ts';
import { loadTexts } from '../../../renderer/i18n/setup.ts';
import { filled } from '../../../shared/desk/message.ts';
import { colleaguesAt } from '../../fixtures/registry.ts';
import { aRegistry, aSyncedDesk, rowsOf } from './desks.ts';

test('a selection of persons of several languages has each their own text recorded', async () => {
  const registry = await aRegistry({ seed: 120 });
  const [username] = await colleaguesAt(registry);
  const desk = await aSyncedDesk({ registry, username });
  const requests = [];
  for (const row of await rowsOf(desk)) {
    const { person, body, role, actions } = await desk.call('roles:detail', { roleId: row.id });
    const reject = actions.find(({ action }) => action === 'reject');
    if (reject && !reject.objection) requests.push({ person, body, role });
  }
  const known = new Set(requests.map(({ person }) => person.language));
  expect([...known]).toEqual(expect.arrayContaining(['fr', 'de', 'en', 'nl']));

  const prepared = preparedTexts(await loadTexts('en'));
  const textIn = (language: string) => prepared.text('reject', 'data_missing', language);
  const wordings = Object.fromEntries(
    languages.map((language) => [
      language,
      { text: textIn(language), roles: prepared.roles(language) },
    ]),
  );
  const { outcomes } = await desk.call('decisions:decide', {
    action: 'reject',
    reason: 'data_missing',
    message: { wordings, fallback: 'en' },
    roles: requests.map(({ role }) => ({ roleId: role.id, revision: role.revision })),
  });
  expect(outcomes.filter(({ outcome }) => outcome === 'refused')).toEqual([]);
  await desk.untilSynced();

  const recorded = await (await registry.as(username)).roles();
  for (const { role, person, body } of requests) {
    const language = languages.includes(person.language) ? person.language : 'en';
    const names = { body: body.name, role: prepared.role(role.function, language) };
    expect(recorded.get(role.id)?.lastDecision).toMatchObject({
      reason: 'data_missing',
      message: filled(textIn(language), names),
    });
  }
});
