import { expect, test } from 'vitest';
import type { Body } from './body.ts';
import {
  canBeResponsible,
  type Passed,
  responsibleFor,
  responsibleForControlBody,
  takersOf,
} from './responsible.ts';

function authority(id: string, kind: Body['kind'], more: Partial<Body> = {}): Body {
  return {
    ...{ id, kind, revision: 1, type: 'authority', name: id, country: 'BE', city: '', address: '' },
    ...{ identifiers: [], activities: [], fullControl: false, status: 'valid', ...more },
  };
}

const central = authority('central', 'CCA', { competences: ['food', 'animal'] });
const organic = authority('organic', 'CCA', { competences: ['organic'] });
const region = authority('region', 'RCA', { region: 'Antwerpen' });
const unit = authority('unit', 'LAU', { region: 'Antwerpen', competences: ['food'] });
const post = authority('post', 'BCP', { region: 'Antwerpen' });
const all = [central, organic, region, unit, post];
const food = { country: 'BE', region: 'Antwerpen', chapter: 'food' as const };

test('the most local authority of the region that is competent, else the central one that is', () => {
  expect(responsibleFor(all, food)).toBe(unit);
  expect(responsibleFor(all, { ...food, chapter: 'animal' })).toBe(region);
  expect(responsibleFor(all, { ...food, region: 'Namur' })).toBe(central);
  expect(responsibleFor(all, { ...food, region: undefined })).toBe(central);
  expect(responsibleFor(all, { ...food, region: undefined, chapter: 'organic' })).toBe(organic);
  expect(responsibleFor(all, { ...food, country: 'FR' })).toBeUndefined();
  expect(responsibleFor([post], food)).toBeUndefined();
});

test('without competences an authority is competent for everything; a closed one for nothing', () => {
  expect(canBeResponsible(region, { country: 'BE', chapter: 'other' })).toBe(true);
  expect(canBeResponsible(unit, { country: 'BE', chapter: 'other' })).toBe(false);
  expect(canBeResponsible(region, { country: 'FR', chapter: 'other' })).toBe(false);
  expect(canBeResponsible({ ...region, status: 'rejected' }, food)).toBe(false);
  expect(canBeResponsible(authority('dg', 'COMMISSION'), food)).toBe(false);
});

test('rule 2: control bodies are for the central authority for organic products, else for the Commission', () => {
  const commission = authority('commission', 'COMMISSION', { country: 'EU' });
  expect(responsibleForControlBody(all, 'BE', commission)).toBe(organic);
  expect(responsibleForControlBody([], 'AL', commission)).toBe(commission);
  expect(responsibleForControlBody([central, region], 'BE', commission)).toBe(commission);
});

function asked(role: Partial<Passed['role']>): Passed {
  return {
    role: { type: 'operator', function: 'non_animal_food', responsibleId: 'central', ...role },
    body: { country: 'BE', region: 'Antwerpen' },
  };
}

const namesOf = (passed: Passed) => {
  const { takers, probable } = takersOf(all, passed);
  return { takers: takers.map(({ id }) => id), probable: probable?.id };
};

test('rule 10: an operator’s request goes to another authority that is competent, by its address', () => {
  expect(namesOf(asked({}))).toEqual({ takers: ['region', 'unit'], probable: 'unit' });
  expect(namesOf(asked({ responsibleId: 'unit' }))).toEqual({
    ...{ takers: ['central', 'region'], probable: 'region' },
  });
});

test('rule 10: a control body’s request goes to central authorities for organic products alone', () => {
  const role = { type: 'control_body', function: 'certifier', country: 'BE' } as const;
  expect(namesOf(asked(role))).toEqual({ takers: ['organic'], probable: 'organic' });
  expect(namesOf(asked({ ...role, country: 'FR' })).takers).toEqual([]);
});

test('rule 10: who decides on a role in an authority follows from the tree', () => {
  expect(namesOf(asked({ type: 'authority', function: 'BCP' })).takers).toEqual([]);
});
