import { expect, test } from 'vitest';
import { defaultPreferences } from '../../shared/domain/preferences.ts';
import type { Me } from '../../shared/wire/me.ts';
import { PersonsToken } from './personsToken.ts';

const holders: Record<string, string> = { 'anna 1': 'anna', 'anna 2': 'anna', 'bela 1': 'bela' };

/** Anna's token, at a registry that says whose each token is. */
function annas() {
  const asked: string[] = [];
  const token = new PersonsToken('anna', async (given) => {
    asked.push(given);
    return meOf(holders[given] ?? 'nobody');
  });
  return { token, asked };
}

function meOf(username: string): Me {
  return {
    person: {
      ...{ id: crypto.randomUUID(), revision: 1, username, firstName: 'A', lastName: 'B' },
      ...{ email: 'a@b.example', language: 'en', heldTypes: [] },
    },
    scopes: [],
    preferences: defaultPreferences,
  };
}

test('the registry is asked once for each token whose it is', async () => {
  const { token, asked } = annas();
  expect(await token.use()).toBeUndefined();
  token.give('anna 1');
  expect([await token.use(), await token.use()]).toEqual(['anna 1', 'anna 1']);
  token.give('anna 2');
  expect(await token.use()).toBe('anna 2');
  expect(asked).toEqual(['anna 1', 'anna 2']);
});

test('a token of another person is never used, and does no harm to the next', async () => {
  const { token } = annas();
  token.give('anna 1');
  await token.use();
  token.give('bela 1');
  await expect(token.use()).rejects.toMatchObject({ status: 401, code: 'other_person' });
  await expect(token.use()).rejects.toMatchObject({ status: 401, code: 'other_person' });
  token.give('anna 1');
  expect(await token.use()).toBe('anna 1');
});

test('a token that comes while the one before is asked about is not taken for it', async () => {
  const { token } = annas();
  token.give('anna 1');
  const first = token.use();
  token.give('bela 1');
  expect(await first).toBe('anna 1');
  await expect(token.use()).rejects.toMatchObject({ code: 'other_person' });
});
