import { expect, test } from 'vitest';
import type { Body } from './body.ts';
import { canBeResponsible, responsibleFor, responsibleForControlBody } from './responsible.ts';

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
const asked = { country: 'BE', region: 'Antwerpen', chapter: 'food' as const };

test('the most local authority of the region that is competent, else the central one that is', () => {
  expect(responsibleFor(all, asked)).toBe(unit);
  expect(responsibleFor(all, { ...asked, chapter: 'animal' })).toBe(region);
  expect(responsibleFor(all, { ...asked, region: 'Namur' })).toBe(central);
  expect(responsibleFor(all, { ...asked, region: undefined })).toBe(central);
  expect(responsibleFor(all, { ...asked, region: undefined, chapter: 'organic' })).toBe(organic);
  expect(responsibleFor(all, { ...asked, country: 'FR' })).toBeUndefined();
  expect(responsibleFor([post], asked)).toBeUndefined();
});

test('without competences an authority is competent for everything; a closed one for nothing', () => {
  expect(canBeResponsible(region, { country: 'BE', chapter: 'other' })).toBe(true);
  expect(canBeResponsible(unit, { country: 'BE', chapter: 'other' })).toBe(false);
  expect(canBeResponsible(region, { country: 'FR', chapter: 'other' })).toBe(false);
  expect(canBeResponsible({ ...region, status: 'rejected' }, asked)).toBe(false);
  expect(canBeResponsible(authority('dg', 'COMMISSION'), asked)).toBe(false);
});

test('rule 2: control bodies are for the central authority for organic products, else for the Commission', () => {
  const commission = authority('commission', 'COMMISSION', { country: 'EU' });
  expect(responsibleForControlBody(all, 'BE', commission)).toBe(organic);
  expect(responsibleForControlBody([], 'AL', commission)).toBe(commission);
  expect(responsibleForControlBody([central, region], 'BE', commission)).toBe(commission);
});
