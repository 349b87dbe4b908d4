import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Body } from './body.ts';
import { countriesOf, mayControl } from './fullControl.ts';
import type { Position } from './seats.ts';
import { authorityKindSchema } from './vocabulary.ts';

function bodyOf(id: string, more: Partial<Body>): Body {
  return {
    ...{ id, revision: 1, type: 'authority', name: id, country: 'BE', city: '', address: '' },
    ...{ identifiers: [], activities: [], fullControl: false, status: 'valid', ...more },
  };
}

const commission = bodyOf('commission', { kind: 'COMMISSION', country: 'EU' });
const food = bodyOf('food', { kind: 'CCA', parentId: 'commission', competences: ['food'] });
const organic = bodyOf('organic', {
  ...{ kind: 'CCA', parentId: 'commission', competences: ['organic'] },
});
const region = bodyOf('region', { kind: 'RCA', parentId: 'food' });
const unit = bodyOf('unit', { kind: 'LAU', parentId: 'region' });
const post = bodyOf('post', { kind: 'BCP', parentId: 'food' });
const french = bodyOf('french', { kind: 'CCA', parentId: 'commission', country: 'FR' });
const authorities = [commission, food, organic, region, unit, post, french];

/** The authorities whose people may keep full control of a body. */
function controllersOf(body: Body, among = authorities): string[] {
  return among.flatMap(({ id, kind, country }) => {
    const position: Position = { bodyId: id, kind: kind ?? 'LAU', country, isAdmin: false };
    return mayControl([position], body, among) ? [id] : [];
  });
}

function operatorUnder(...responsible: (string | undefined)[]): Body {
  const activities = responsible.map((responsibleId, index) => ({
    ...{ chapter: 'food', section: `${index}`, activity: `${index}`, status: 'valid' as const },
    responsibleId,
  }));
  return bodyOf('operator', { type: 'operator', activities });
}

function controlBodyOf(country: string, ...certified: string[]): Body {
  const countries = certified.map((each) => ({ country: each, code: `${each}-BIO-999` }));
  return bodyOf('certifier', { type: 'control_body', country, countries });
}

test('rule 2: an authority is under the central one above it in the tree, never under itself', () => {
  expect(controllersOf(unit)).toEqual(['food']);
  expect(controllersOf(post)).toEqual(['food']);
  expect(controllersOf(food)).toEqual([]);
  expect(controllersOf(commission)).toEqual([]);
});

test('rule 2: an operator is under the central authorities over what is responsible for it', () => {
  expect(controllersOf(operatorUnder('unit'))).toEqual(['food']);
  expect(controllersOf(operatorUnder('organic'))).toEqual(['organic']);
  expect(controllersOf(operatorUnder('unit', 'organic'))).toEqual(['food', 'organic']);
  expect(controllersOf(operatorUnder(undefined))).toEqual([]);
});

test('rule 2: a control body is under the central authority for organic products of its own country', () => {
  expect(controllersOf(controlBodyOf('BE', 'BE', 'FR'))).toEqual(['organic']);
  expect(controllersOf(controlBodyOf('BE', 'FR'))).toEqual(['organic']);
});

test('rule 2: where its country has none, under those of the countries that it certifies for', () => {
  expect(controllersOf(controlBodyOf('CH', 'BE', 'FR'))).toEqual(['organic', 'french']);
  expect(controllersOf(controlBodyOf('CH', 'AL'))).toEqual([]);
});

test('the countries of a body: its own first, each once', () => {
  expect(countriesOf(unit)).toEqual(['BE']);
  expect(countriesOf(controlBodyOf('FR', 'BE', 'FR'))).toEqual(['FR', 'BE']);
});

test('rule 2: it is for central authorities alone, wherever they stand in the tree', () => {
  const size = 8;
  const trees = fc.array(
    fc.record({
      kind: fc.constantFrom(...authorityKindSchema.options),
      parentId: fc.option(fc.nat(size - 1).map(String), { nil: undefined }),
    }),
    { minLength: size, maxLength: size },
  );
  fc.assert(
    fc.property(trees, fc.nat(size - 1), (tree, at) => {
      const all = tree.map((each, index) => bodyOf(`${index}`, each));
      for (const body of [all[at]!, operatorUnder(`${at}`), controlBodyOf('BE', 'BE')]) {
        const controllers = controllersOf(body, all);
        expect(controllers).not.toContain(body.id);
        for (const id of controllers) expect(all[Number(id)]!.kind).toBe('CCA');
      }
    }),
  );
});
