import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Body } from './body.ts';
import {
  comparedNumbers,
  comparedOperator,
  duplicatesOf,
  duplicatesShown,
  reasonToSuspect,
} from './duplicates.ts';

function operator(id: string, name: string, more: Partial<Body> = {}): Body {
  return {
    ...{ id, name, revision: 1, type: 'operator', country: 'BE', city: '', address: '' },
    ...{ identifiers: [], activities: [], fullControl: false, status: 'valid', ...more },
  };
}

const withNumber = (value: string, scheme = 'EORI') => ({ identifiers: [{ scheme, value }] });
const pending = operator('new', 'Velmora Trading BV', { status: 'pending' });
const whyOf = (one: Body, other: Body) =>
  reasonToSuspect(comparedOperator(one), comparedOperator(other));

test('rule 6: the same identifier, also under another scheme and written otherwise', () => {
  const one = operator('one', 'Velmora', withNumber('BE 0123.456.789'));
  expect(whyOf(one, operator('other', 'Corimarix', withNumber('be0123456789', 'VAT')))).toBe(
    'same_identifier',
  );
  expect(whyOf(one, operator('other', 'Corimarix', withNumber('BE0123456788')))).toBeUndefined();
});

test('rule 6: an approval number or a TRACES number is an identifier too', () => {
  const activity = { chapter: 'food', section: 'a', activity: 'a', status: 'valid' as const };
  const approved = operator('one', 'Velmora', {
    activities: [{ ...activity, identifier: 'KF-1234' }],
  });
  const named = operator('other', 'Corimarix', withNumber('KF 1234', 'approval'));
  expect(whyOf(approved, named)).toBe('same_identifier');
  const coded = operator('coded', 'Dragufara', { code: 'BE-ORG-OP-5' });
  expect(whyOf(coded, operator('other', 'Corimarix', withNumber('BE.ORG.OP.5')))).toBe(
    'same_identifier',
  );
});

test('what is short or has no digit tells nobody from another', () => {
  expect([...comparedNumbers(['b 1-2', 'demonstration data', '', 'ab 123'])]).toEqual(['ab123']);
});

test('rule 6: the same name before a similar one, an identifier before both, a few in all', () => {
  const filed = { ...pending, ...withNumber('BE0123456789') };
  const similar = Array.from({ length: 9 }, (_, index) =>
    operator(`similar${index}`, `Velmora Tradin${'es'[index % 2]}`),
  );
  const others = [
    ...similar,
    operator('name', 'VELMORA trading'),
    operator('identifier', 'Zenorix', withNumber('BE0123456789')),
  ];
  const found = duplicatesOf(filed, others);
  expect(found.length).toBe(duplicatesShown);
  expect(found.map(({ why }) => why)).toEqual([
    ...['same_identifier', 'same_name', 'similar_name', 'similar_name', 'similar_name'],
  ]);
  expect(found[0]).toEqual({ bodyId: 'identifier', name: 'Zenorix', why: 'same_identifier' });
  expect(duplicatesOf(filed, [...others].reverse())).toEqual(found);
});

test('rule 6: a role is attached to a valid operator, so only those are found', () => {
  const others: Body[] = [
    ...[operator('a', pending.name, { status: 'pending' })],
    ...[operator('b', pending.name, { status: 'rejected' })],
    ...[operator('c', pending.name, { type: 'authority' })],
  ];
  expect(duplicatesOf(pending, others)).toEqual([]);
});

const operators = fc
  .record({
    id: fc.constantFrom('a', 'b', 'c', 'd'),
    name: fc.constantFrom('Velmora', 'Velmorra NV', 'Trading Velmora', 'Corimarix', '-'),
    country: fc.constantFrom('BE', 'FR'),
    value: fc.constantFrom('BE0123456789', 'be 0123 456 789', 'FR99999', 'x'),
  })
  .map(({ id, name, country, value }) => operator(id, name, { country, ...withNumber(value) }));

test('the reason is the same both ways; another country never, itself never', () => {
  fc.assert(
    fc.property(operators, operators, (one, other) => {
      const why = whyOf(one, other);
      expect(whyOf(other, one)).toBe(why);
      if (one.country !== other.country || one.id === other.id) expect(why).toBeUndefined();
    }),
  );
});
