import { hasEori } from '../../shared/domain/advice.ts';
import type { Body } from '../../shared/domain/body.ts';
import { duplicatesOf } from '../../shared/domain/duplicates.ts';
import type { World } from './world.ts';

const shareOfDuplicates = 0.15;

/** A new operator, now and then one that is in the registry already: under the same number, or a name written otherwise. */
export function perhapsKnown(world: World, operator: Body): Body {
  const { draw, operators } = world;
  const known = operators.get(operator.country) ?? [];
  if (known.length === 0 || !draw.chance(shareOfDuplicates)) return operator;
  const existing = draw.pick(known);
  const { name, identifiers } = existing;
  const ways: Partial<Body>[] = [
    { name: name.toUpperCase() },
    { name: name.replace(/[aeiou]/, '$&$&') },
    ...(hasEori(existing) ? [{ identifiers }] : []),
  ];
  const duplicate = { ...operator, ...draw.pick(ways) };
  return { ...duplicate, duplicates: duplicatesOf(duplicate, [existing]) };
}
