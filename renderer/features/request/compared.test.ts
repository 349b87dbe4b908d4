import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Body } from '../../../shared/domain/body.ts';
import { compared } from './compared.ts';

function operator(given: Partial<Body> = {}): Body {
  return {
    ...{
      id: crypto.randomUUID(),
      revision: 1,
      type: 'operator',
      name: 'Polder Cargo',
      country: 'BE',
    },
    ...{ city: 'Antwerpen', address: 'Scheldelaan 481', identifiers: [], activities: [] },
    ...{ fullControl: false, status: 'valid', ...given },
  };
}

const activity = (code: string, status: 'valid' | 'rejected' = 'valid') => ({
  ...{ chapter: 'other', section: code, activity: code, status },
});

const differing = (one: Body, existing: Body) =>
  compared(one, existing).flatMap(({ field, differs }) => (differs ? field : []));

test('names are told apart, capitals and accents are not', () => {
  expect(differing(operator(), operator({ name: 'POLDER CÁRGO' }))).toEqual([]);
  expect(differing(operator(), operator({ name: 'Polder Cargo Service' }))).toEqual(['name']);
});

test('identifiers are compared as a whole, in any order', () => {
  const [vat, eori] = [
    { scheme: 'VAT', value: 'BE0123' },
    { scheme: 'EORI', value: 'BE9876' },
  ];
  const both = operator({ identifiers: [vat, eori] });
  expect(differing(both, operator({ identifiers: [eori, vat] }))).toEqual([]);
  expect(differing(both, operator({ identifiers: [vat] }))).toEqual(['identifiers']);
});

test('what one of them lacks differs, what both lack is not shown, and rejected activities count for nothing', () => {
  const one = operator({
    phone: '+32 3 555 01 42',
    activities: [activity('cold_store', 'rejected')],
  });
  const rows = compared(one, operator({ activities: [activity('animal_trader')] }));
  expect(rows).toContainEqual({
    ...{ field: 'phone', values: ['+32 3 555 01 42'], existing: [], differs: true },
  });
  expect(rows).toContainEqual({
    ...{ field: 'activities', values: [], existing: ['animal_trader'], differs: true },
  });
  expect(rows.map(({ field }) => field)).not.toContain('fax');
});

test('an operator never differs from itself', () => {
  const text = fc.string();
  fc.assert(
    fc.property(fc.record({ name: text, city: text, address: text, phone: text }), (given) => {
      expect(differing(operator(given), operator(given))).toEqual([]);
    }),
  );
});
