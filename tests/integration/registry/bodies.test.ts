import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Body } from '../../../shared/domain/body.ts';
import { fold } from '../../../shared/domain/fold.ts';
import { foundBodiesSchema } from '../../../shared/wire/bodies.ts';
import { newOperator, type RegistryClient } from '../../fixtures/registryClient.ts';
import { startTestRegistry, type TestRegistry } from './testRegistry.ts';

let registry: TestRegistry;
let stranger: RegistryClient;
beforeAll(async () => {
  registry = await startTestRegistry();
  stranger = await registry.newcomer();
});
afterAll(() => registry.stop());

const pathOf = (query: Record<string, string>) => `/v1/bodies?${new URLSearchParams(query)}`;
const refusal = (query: Record<string, string>) => stranger.refusal('GET', pathOf(query));

async function page(query: Record<string, string>) {
  const { status, body } = await stranger.send('GET', pathOf(query));
  expect(status, JSON.stringify(body)).toBe(200);
  return foundBodiesSchema.parse(body);
}

async function names(query: Record<string, string>): Promise<string[]> {
  return (await page({ limit: '100', ...query })).items.map(({ name }) => name);
}

/** Keeps an operator as an authority's list would have it. */
async function keep(more: Partial<Body> & Pick<Body, 'name'>): Promise<Body> {
  const body: Body = {
    ...{ id: crypto.randomUUID(), revision: 1, type: 'operator', country: 'MT', city: 'Valletta' },
    ...{ address: 'Triq 1', identifiers: [], fullControl: false, status: 'valid' },
    activities: [
      { chapter: 'animal', section: 'animal_trader', activity: 'animal_trader', status: 'valid' },
    ],
    ...more,
  };
  await registry.storage.write((writer) => writer.addBody(body));
  return body;
}

test('authorities are found by country, kind, competence and name', async () => {
  const inBelgium = { type: 'authority', country: 'BE' };
  expect((await names(inBelgium)).length).toBe(11);
  expect(await names({ ...inBelgium, kind: 'BCP' })).toEqual([
    ...['Antwerpen, haven', 'Brussels Airport', 'Zeebrugge, haven'],
  ]);
  expect(await names({ ...inBelgium, kind: 'CCA', q: 'afsca' })).toEqual(['FAVV-AFSCA']);
  expect(
    await names({ type: 'authority', country: 'IT', competence: 'organic', kind: 'CCA' }),
  ).toEqual(['MASAF']);
  // One that names no competence has all of them.
  expect(await names({ ...inBelgium, competence: 'organic', kind: 'CCA' })).toEqual(['FAVV-AFSCA']);
  expect(await names({ ...inBelgium, competence: 'organic', kind: 'LAU' })).toEqual([]);
  expect(await names({ type: 'authority', country: 'EU' })).toEqual([
    'European Commission, DG SANTE',
  ]);
});

test('kinds that were renamed are found by both names', async () => {
  const inBelgium = { type: 'authority', country: 'BE' };
  for (const q of ['EAOC', 'cafop', 'CAFOP aalst']) {
    expect(await names({ ...inBelgium, q })).toEqual(['Douane Aalst']);
  }
  for (const q of ['OPL', 'caopl']) {
    expect(await names({ ...inBelgium, q })).toEqual(['Departement Landbouw en Visserij']);
  }
});

test('names are found without case and diacritics, all words in any order', async () => {
  expect(await names({ type: 'authority', country: 'EE', q: 'TOIDUAMET pollu' })).toEqual([
    'Põllumajandus- ja Toiduamet',
  ]);
  expect(await names({ type: 'authority', country: 'GR', q: 'ΛΙΜΑΝΙ' })).toEqual([
    'Πειραιάς, λιμάνι',
  ]);
  expect(await names({ type: 'authority', country: 'BE', q: 'beanr1' })).toEqual([
    'Antwerpen, haven',
  ]);
  expect(await names({ type: 'authority', country: 'BE', q: 'haven rotterdam' })).toEqual([]);
});

test('control bodies are found by the countries they certify for, by name and by each code', async () => {
  expect(await names({ type: 'control_body', country: 'AL' })).toEqual(['Certivanta Bio']);
  expect(await names({ type: 'control_body', country: 'BE' })).toEqual([
    ...['Certivanta Bio', 'Kontrollverein Grünmark'],
  ]);
  expect(await names({ type: 'control_body', q: 'grunmark' })).toEqual(['Kontrollverein Grünmark']);
  expect(await names({ type: 'control_body', q: 'am-bio-901' })).toEqual(['Certivanta Bio']);
  expect((await names({ type: 'control_body' })).length).toBe(5);
});

test('operators are found by section, activity, approval number and identifier', async () => {
  const kept = await keep({
    name: 'Ċentru Ħalib',
    ...{ code: 'MT-OPR-OP-77', identifiers: [{ scheme: 'EORI', value: 'MT0012345678' }] },
    activities: [
      {
        ...{ chapter: 'organic', section: 'organic_exporter', activity: 'organic_exporter' },
        ...{ status: 'valid', identifier: 'EXP-3/a' },
      },
      {
        ...{ chapter: 'food', section: 'non_animal_food', activity: 'non_animal_food' },
        status: 'rejected',
      },
    ],
  });
  const inMalta = { type: 'operator', country: 'MT' };
  const given: Record<string, string>[] = [
    ...[{ q: 'centru' }, { q: 'mt-opr-op-77' }, { q: 'exp-3/A' }, { q: '0012345' }],
    ...[{ section: 'organic_exporter' }, { activity: 'organic_exporter', q: 'halib' }],
  ];
  for (const each of given) expect(await names({ ...inMalta, ...each })).toContain(kept.name);
  expect(await names({ ...inMalta, activity: 'non_animal_food' })).not.toContain(kept.name);
  expect(await names({ ...inMalta, country: 'BE', q: 'centru' })).toEqual([]);
});

test('what no role can be asked for in is not found', async () => {
  const listed = { chapter: 'food', section: 'cold_store', activity: 'cold_store' };
  await keep({ name: 'Unfindable store', activities: [{ ...listed, status: 'valid' }] });
  await keep({ name: 'Unfindable rejected', status: 'rejected' });
  await keep({ name: 'Findable pending', status: 'pending' });
  const inMalta = { type: 'operator', country: 'MT' };
  expect(await names({ ...inMalta, q: 'findable' })).toEqual(['Findable pending']);
  expect((await refusal({ ...inMalta, section: 'cold_store' })).errors).toEqual([
    { path: 'section', code: 'invalid_value' },
  ]);
});

test('a filed operator is found at once, and no longer when its request is withdrawn', async () => {
  const requester = await registry.newcomer();
  const [role] = await requester.file({ operator: newOperator({ name: 'Øresund Œuvre' }) });
  const search = { type: 'operator', country: 'BE', q: 'oresund' };
  expect(await names(search)).toEqual(['Øresund Œuvre']);
  await requester.send('DELETE', `/v1/role-requests/${role!.id}`);
  expect(await names(search)).toEqual([]);
});

test('what is typed is text, not a pattern', async () => {
  await keep({ name: 'Rebate 100% under_score back\\slash' });
  const inMalta = { type: 'operator', country: 'MT' };
  for (const q of ['100%', 'under_score', 'back\\slash']) {
    expect(await names({ ...inMalta, q })).toEqual(['Rebate 100% under_score back\\slash']);
  }
  for (const q of ['%', '_', '\\']) {
    expect(await names({ ...inMalta, q })).toEqual(['Rebate 100% under_score back\\slash']);
  }
  for (const q of ['1%0', 'under-score', "' or 1=1 --", '"']) {
    expect(await names({ ...inMalta, q })).toEqual([]);
  }
});

test('pages hold every body once, in the order of folded names', async () => {
  const same = 'Twin of a name';
  for (let i = 0; i < 5; i += 1) await keep({ name: same, country: 'LU' });
  for (const name of ['ábaco', 'Abacus', 'zeta', 'Éclair']) await keep({ name, country: 'LU' });
  const search = { type: 'operator', country: 'LU', limit: '2' };
  const found: Body[] = [];
  let cursor: string | null = null;
  let pages = 0;
  do {
    const next = await page(cursor === null ? search : { ...search, cursor });
    expect(next.hasMore).toBe(next.cursor !== null);
    found.push(...next.items);
    cursor = next.cursor;
    pages += 1;
  } while (cursor !== null);
  expect(pages).toBe(5);
  expect(found.map(({ name }) => fold(name))).toEqual([
    ...['abaco', 'abacus', 'eclair', ...Array(5).fill(fold(same)), 'zeta'],
  ]);
  expect(new Set(found.map(({ id }) => id)).size).toBe(9);
});

test('a cursor belongs to its search', async () => {
  const search = { type: 'authority', country: 'BE', limit: '2' };
  const { cursor } = await page(search);
  await page({ ...search, limit: '7', cursor: cursor! });
  const wrong: Record<string, string>[] = [
    { ...search, cursor: 'x' },
    { ...search, country: 'FR', cursor: cursor! },
    { ...search, q: 'haven', cursor: cursor! },
  ];
  for (const query of wrong) {
    expect(await refusal(query)).toMatchObject({ status: 400, code: 'cursor_invalid' });
  }
});

test('a search that is none names what is wrong', async () => {
  const wrong: [Record<string, string>, string, string][] = [
    [{}, 'type', 'required'],
    [{ type: 'person' }, 'type', 'invalid_value'],
    [{ type: 'authority' }, 'country', 'required'],
    [{ type: 'operator', q: 'velmora' }, 'country', 'required'],
    [{ type: 'operator', country: 'Belgium' }, 'country', 'invalid_format'],
    [{ type: 'operator', country: 'BE', kind: 'BCP' }, 'kind', 'unknown_field'],
    [{ type: 'operator', country: 'BE', competence: 'organic' }, 'competence', 'unknown_field'],
    [{ type: 'authority', country: 'BE', activity: 'animal_trader' }, 'activity', 'unknown_field'],
    [{ type: 'control_body', section: 'animal_trader' }, 'section', 'unknown_field'],
    [{ type: 'authority', country: 'BE', kind: 'CAFOP' }, 'kind', 'invalid_value'],
    [{ type: 'authority', country: 'BE', colour: 'red' }, 'colour', 'unknown_field'],
    [{ type: 'authority', country: 'BE', limit: '0' }, 'limit', 'too_small'],
    [{ type: 'authority', country: 'BE', limit: '101' }, 'limit', 'too_big'],
    [{ type: 'authority', country: 'BE', q: 'x'.repeat(201) }, 'q', 'too_big'],
  ];
  for (const [query, path, code] of wrong) {
    const problem = await refusal(query);
    expect(problem).toMatchObject({ status: 400, code: 'invalid_request' });
    expect(problem.errors).toEqual([{ path, code }]);
  }
});

test('probable duplicates are for reviewers alone', async () => {
  const kept = await keep({
    ...{ name: 'Doubled', country: 'LV' },
    duplicates: [{ bodyId: crypto.randomUUID(), name: 'Doubled too', why: 'name' }],
  });
  const { body } = await stranger.send('GET', pathOf({ type: 'operator', country: 'LV' }));
  const { duplicates, ...shown } = kept;
  expect(body).toMatchObject({ items: [shown] });
  expect(JSON.stringify(body)).not.toContain('Doubled too');
});
