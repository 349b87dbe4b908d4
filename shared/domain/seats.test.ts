import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Body } from './body.ts';
import { authoritiesAbove, type Position, seatsOf, seatsOver } from './seats.ts';

function bodyOf(id: string, more: Partial<Body> = {}): Body {
  return {
    ...{ id, revision: 1, type: 'authority', name: id, country: 'BE', city: '', address: '' },
    ...{ identifiers: [], activities: [], fullControl: false, status: 'valid', ...more },
  };
}

const commission = bodyOf('commission', { kind: 'COMMISSION', country: 'EU' });
const central = bodyOf('central', { kind: 'CCA', parentId: 'commission' });
const region = bodyOf('region', { kind: 'RCA', parentId: 'central' });
const unit = bodyOf('unit', { kind: 'LAU', parentId: 'region' });
const post = bodyOf('post', { kind: 'BCP', parentId: 'central' });
const tree = [commission, central, region, unit, post];

function over(
  body: Body,
  role: { type: Body['type']; function: string; responsibleId: string },
): Record<string, boolean> {
  const all = new Map([...tree, body].map((each) => [each.id, each]));
  return Object.fromEntries(seatsOver({ role, body, bodyById: (id) => all.get(id) }));
}

function operatorOf(activity: string, more: Partial<Body['activities'][number]> = {}) {
  const chapter = activity.startsWith('organic') ? 'organic' : 'other';
  const activities = [{ chapter, section: activity, activity, status: 'valid' as const, ...more }];
  return bodyOf('operator', { type: 'operator', activities });
}

test('rule 2: a role in an authority is decided on from every authority above it', () => {
  const role = { type: 'authority' as const, function: 'LAU', responsibleId: 'region' };
  expect(over(unit, role)).toEqual({
    ...{ 'above:region': true, 'above:central': true, 'above:commission': true },
    'within:unit': true,
  });
});

test('rule 2: a role in an operator is decided on by the responsible authority and those above, the Commission only sees it', () => {
  const role = {
    ...{ type: 'operator' as const, function: 'animal_trader', responsibleId: 'unit' },
  };
  expect(over(operatorOf('animal_trader'), role)).toEqual({
    ...{ 'above:unit': true, 'above:region': true, 'above:central': true },
    ...{ 'above:commission': false, 'within:operator': true },
  });
});

test('rule 2: the control body of the organic activity asked for decides too, that of another does not', () => {
  const body = operatorOf('organic_producer', { controlBodyId: 'certifier' });
  const role = {
    type: 'operator' as const,
    function: 'organic_producer',
    responsibleId: 'central',
  };
  expect(over(body, role)).toHaveProperty('above:certifier', true);
  expect(over(body, { ...role, function: 'animal_trader' })).not.toHaveProperty('above:certifier');
  const notOrganic = operatorOf('animal_trader', { controlBodyId: 'certifier' });
  expect(over(notOrganic, { ...role, function: 'animal_trader' })).not.toHaveProperty(
    'above:certifier',
  );
});

test('rule 2: border control posts decide on those responsible for the load where their country says so', () => {
  const role = {
    ...{ type: 'operator' as const, function: 'responsible_for_load', responsibleId: 'central' },
  };
  const body = operatorOf('responsible_for_load');
  expect(over(body, role)).toHaveProperty('posts:BE', true);
  expect(over({ ...body, country: 'IE' }, role)).not.toHaveProperty('posts:IE');
  expect(over(body, { ...role, function: 'animal_trader' })).not.toHaveProperty('posts:BE');
});

test('rule 2: a role in a control body is decided on by the central authority, by the Commission where there is none', () => {
  const body = bodyOf('certifier', { type: 'control_body' });
  const role = { type: 'control_body' as const, function: 'certifier', responsibleId: 'central' };
  expect(over(body, role)).toEqual({
    ...{ 'above:central': true, 'above:commission': false, 'within:certifier': true },
  });
  expect(over(body, { ...role, responsibleId: 'commission' })).toEqual({
    ...{ 'above:commission': true, 'within:certifier': true },
  });
});

test('rule 2: under full control administrators within see and do not decide', () => {
  const body = { ...operatorOf('animal_trader'), fullControl: true };
  const role = {
    ...{ type: 'operator' as const, function: 'animal_trader', responsibleId: 'unit' },
  };
  expect(over(body, role)).toHaveProperty('within:operator', false);
});

test('rule 2: colleagues need the administrator flag, superiors do not, operators have nothing below', () => {
  const position: Position = { bodyId: 'b', kind: 'CCA', country: 'BE', isAdmin: false };
  expect(seatsOf(position)).toEqual(['above:b']);
  expect(seatsOf({ ...position, isAdmin: true })).toEqual(['above:b', 'within:b']);
  expect(seatsOf({ ...position, kind: 'BCP' })).toEqual(['above:b', 'posts:BE']);
  expect(seatsOf({ ...position, kind: 'operator' })).toEqual([]);
  expect(seatsOf({ ...position, kind: 'operator', isAdmin: true })).toEqual(['within:b']);
});

test('the authorities above are those on the way to the root, nearest first, also in a tree that loops', () => {
  const sizes = fc.integer({ min: 1, max: 12 });
  const parents = sizes.chain((size) =>
    fc.array(fc.option(fc.nat(size - 1)), { minLength: size, maxLength: size }),
  );
  fc.assert(
    fc.property(parents, (parentOf) => {
      const bodies = parentOf.map((parent, index) =>
        bodyOf(`${index}`, parent === null ? {} : { parentId: `${parent}` }),
      );
      const byId = new Map(bodies.map((each) => [each.id, each]));
      for (const body of bodies) {
        const above = authoritiesAbove(body, (id) => byId.get(id));
        const ids = above.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids).not.toContain(body.id);
        const way = [body, ...above];
        for (const [index, each] of above.entries()) expect(each.id).toBe(way[index]?.parentId);
        const last = way.at(-1)?.parentId;
        if (last !== undefined) expect(way.map(({ id }) => id)).toContain(last);
      }
    }),
  );
});
