import { afterAll, expect, test } from 'vitest';
import { keepPersons } from '../../../registry/sign-in/persons.ts';
import { remoteSignIn } from '../../../registry/sign-in/remote.ts';
import { RegistryClient } from '../../fixtures/registryClient.ts';
import { startIssuer } from './signInIssuer.ts';
import { startTestRegistry } from './testRegistry.ts';

const issuer = await startIssuer();
const signIn = remoteSignIn({
  issuer: issuer.url,
  environment: 'training',
  onUnreachable: () => undefined,
});
const registry = await startTestRegistry({ development: false, options: { signIn } });
afterAll(async () => {
  await registry.stop();
  await issuer.stop();
});

const withToken = (token: string) => new RegistryClient(registry.url, token);
const personOf = (username: string) =>
  registry.storage.read((reader) => reader.personByUsername(username));
/** Of the demonstration data: one who administers a central competent authority. */
const administrator = 'n00000003';
const now = Math.floor(Date.now() / 1000);
const unknown = { status: 403, code: 'person_unknown' };

test('somebody new is added once, however many first calls come at once', async () => {
  const token = await issuer.token({ sub: 'crowd' });
  const answers = await Promise.all(Array.from({ length: 8 }, () => withToken(token).me()));
  expect(new Set(answers.map(({ person }) => person.id)).size).toBe(1);
  expect(answers[0]?.person).toMatchObject({
    ...{ username: 'crowd', firstName: 'Žofie', lastName: 'Nováková', revision: 1 },
    ...{ email: 'zofie.novakova@authority.example', language: 'cs-CZ', heldTypes: [] },
  });
});

test('nor is anybody added twice whom several calls missed at the same moment', async () => {
  const { storage } = registry;
  const { promise: allLooked, resolve } = Promise.withResolvers<void>();
  let looking = 8;
  const read: typeof storage.read = async (work) => {
    const found = await storage.read(work);
    looking -= 1;
    if (looking === 0) resolve();
    await allLooked;
    return found;
  };
  const keep = keepPersons({ ...storage, read });
  const holder = await signIn.verify(await issuer.token({ sub: 'race' }));
  await Promise.all(Array.from({ length: looking }, () => keep(holder)));
  expect(await personOf('race')).toMatchObject({ username: 'race', revision: 1 });
});

test('what the provider says later is taken over, and told to those who see the person', async () => {
  const { username, ...known } = (await personOf(administrator))!;
  const claims = {
    ...{ sub: username, given_name: known.firstName, family_name: known.lastName },
    ...{ email: known.email, locale: known.language },
  };
  const colleague = withToken(await issuer.token({ ...claims, iat: now }));
  const { cursor } = await colleague.pull();
  const before = await personOf(username);
  const renamed = await issuer.token({ ...claims, family_name: 'Other', iat: now + 1 });
  expect((await withToken(renamed).me()).person.lastName).toBe('Other');
  const after = await personOf(username);
  expect(after).toEqual({ ...before, lastName: 'Other', revision: known.revision + 1 });
  const { changes } = await colleague.pull(cursor);
  expect(changes).toEqual([
    expect.objectContaining({ kind: 'person', id: known.id, person: after }),
  ]);

  expect((await colleague.me()).person.lastName).toBe('Other');
  expect((await withToken(renamed).me()).person.revision).toBe(known.revision + 1);
});

test('a language that the provider does not tell stays', async () => {
  const claims = { sub: 'polyglot', iat: now };
  await withToken(await issuer.token({ ...claims, locale: 'ga' })).me();
  const later = await issuer.token({ ...claims, locale: 'not a language', iat: now + 1 });
  expect((await withToken(later).me()).person).toMatchObject({ language: 'ga', revision: 1 });
});

test('a language that cannot be told is English', async () => {
  const { person } = await withToken(await issuer.token({ sub: 'silent', locale: undefined })).me();
  expect(person.language).toBe('en');
});

test.each(['given_name', 'family_name', 'email'])(
  'without %s nobody new is added',
  async (claim) => {
    const token = await issuer.token({ sub: 'half', [claim]: claim === 'email' ? undefined : ' ' });
    expect(await withToken(token).refusal('GET', '/v1/me')).toMatchObject(unknown);
    expect(await personOf('half')).toBeUndefined();
  },
);

test('a system is no person, whatever its token says', async () => {
  for (const scope of ['registry:bodies', 'registry:accounts', 'openid registry:bodies']) {
    const token = await issuer.token({ sub: 'a-system', scope });
    expect(await withToken(token).refusal('GET', '/v1/me')).toMatchObject(unknown);
  }
  expect(await personOf('a-system')).toBeUndefined();
  const token = await issuer.token({ sub: administrator, scope: 'registry:accounts' });
  expect(await withToken(token).refusal('GET', '/v1/changes')).toMatchObject(unknown);
});

test('a scope that only looks like one of a system makes none', async () => {
  const token = await issuer.token({ sub: 'scoped', scope: 'registry:bodies.read profile' });
  expect((await withToken(token).me()).person.username).toBe('scoped');
});
