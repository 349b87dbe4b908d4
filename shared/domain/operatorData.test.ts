import { expect, test } from 'vitest';
import type { Body } from './body.ts';
import { missingOf } from './operatorData.ts';

const activity = {
  ...{ chapter: 'organic', section: 'organic_importer', activity: 'organic_importer' },
  status: 'pending' as const,
};
const whole: Body = {
  ...{ id: 'velmora', revision: 1, type: 'operator', name: 'Velmora', country: 'BE' },
  ...{ city: 'Gent', address: 'Kouter 1', phone: '+32 9', activities: [activity] },
  ...{ identifiers: [{ scheme: 'EORI', value: 'BE1' }], fullControl: false, status: 'pending' },
};

test('rule 6: an operator with all that is mandatory lacks nothing', () => {
  expect(missingOf(whole)).toEqual([]);
  expect(missingOf({ ...whole, phone: undefined, website: 'velmora.example' })).toEqual([]);
});

test.each([
  ['name', { name: '' }],
  ['address', { address: '' }],
  ['city', { city: '' }],
  ['reach', { phone: undefined }],
  ['eori', { identifiers: [] }],
  ['activity', { activities: [] }],
])('rule 6: what is missing is named: %s', (field, given) => {
  expect(missingOf({ ...whole, ...given })).toEqual([field]);
});

test('only importers of organic products need an EORI, and only operators these data', () => {
  const trader = {
    ...activity,
    chapter: 'animal',
    section: 'animal_trader',
    activity: 'animal_trader',
  };
  expect(missingOf({ ...whole, identifiers: [], activities: [trader] })).toEqual([]);
  expect(missingOf({ ...whole, type: 'authority', activities: [], phone: undefined })).toEqual([]);
});
