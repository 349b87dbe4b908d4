import { expect, test } from 'vitest';
import type { Body } from './body.ts';
import { objectionToParent } from './tree.ts';

function authority(id: string, kind: Body['kind'], more: Partial<Body> = {}): Body {
  return {
    ...{ id, kind, revision: 1, type: 'authority', name: id, country: 'BE', city: '', address: '' },
    ...{ identifiers: [], activities: [], fullControl: false, status: 'valid', ...more },
  };
}

const commission = authority('commission', 'COMMISSION', { country: 'EU' });
const central = authority('central', 'CCA');
const region = authority('region', 'RCA');
const unit = authority('unit', 'LAU');
const post = authority('post', 'BCP');

test('an authority stands below any of a superior kind', () => {
  expect(objectionToParent(central, [commission])).toBeUndefined();
  expect(objectionToParent(region, [central, commission])).toBeUndefined();
  expect(objectionToParent(unit, [region, central, commission])).toBeUndefined();
  expect(objectionToParent(unit, [central, commission])).toBeUndefined();
  expect(objectionToParent(post, [region, central, commission])).toBeUndefined();
});

test('it stands below none of its own or a lower kind; the Commission below none', () => {
  for (const [moved, above] of [
    ...[[region, authority('other', 'RCA')] as const, [unit, post] as const],
    ...[[central, unit] as const, [commission, central] as const],
  ]) {
    expect(objectionToParent(moved, [above])).toBe('parent_invalid');
  }
});

test('the one above is valid, an authority, and of the same country or the Commission', () => {
  const french = authority('french', 'CCA', { country: 'FR' });
  const operator = authority('operator', undefined, { type: 'operator' });
  for (const above of [french, operator, { ...central, status: 'rejected' as const }]) {
    expect(objectionToParent(unit, [above])).toBe('parent_invalid');
  }
  expect(objectionToParent(unit, [])).toBe('parent_invalid');
});

test('nothing stands below itself, near or far', () => {
  expect(objectionToParent(region, [region])).toBe('would_loop');
  expect(objectionToParent(central, [unit, region, central, commission])).toBe('would_loop');
});
