import type { Body } from '../../shared/domain/body.ts';
import type { Person } from '../../shared/domain/person.ts';
import type { RoleType, Status } from '../../shared/domain/vocabulary.ts';
import { addOperator } from './bodies.ts';
import { belgium, type CountryDatum, otherCountries } from './countries.ts';
import { addLife } from './lives.ts';
import { addRequester } from './people.ts';
import { addTo, type World } from './world.ts';

const shareOfBelgium = 0.82;

const types: { weight: number; value: RoleType }[] = [
  { weight: 74, value: 'operator' },
  { weight: 19, value: 'authority' },
  { weight: 7, value: 'control_body' },
];

const statuses: { weight: number; value: Status }[] = [
  { weight: 55, value: 'requested' },
  { weight: 28, value: 'valid' },
  { weight: 8, value: 'suspended' },
  { weight: 7, value: 'rejected' },
  { weight: 2, value: 'withdrawn' },
];

/** Adds that many role requests, in every status, each with what became of it. */
export async function addRequests(world: World, requests: number): Promise<void> {
  let left = requests;
  while (left > 0) left -= await addFiling(world, left);
}

/** Adds what one person filed at once: one request, or one for each country of a control body. */
async function addFiling(world: World, atMost: number): Promise<number> {
  const { draw } = world;
  const place = draw.chance(shareOfBelgium)
    ? belgium
    : draw.weighted(otherCountries.map((value) => ({ weight: value.weight, value })));
  const type = draw.weighted(types);
  const status = draw.weighted(statuses);
  const body = await bodyFor(world, place, type, status);
  const person = await requesterFor(world, place, body, status);
  const countries = countriesOf(world, body, place.country).slice(0, atMost);
  for (const country of countries) await addLife(world, { body, person, country, status });
  return countries.length;
}

async function bodyFor(
  world: World,
  place: CountryDatum,
  type: RoleType,
  status: Status,
): Promise<Body> {
  const { draw } = world;
  if (type === 'authority') {
    const inCountry = [...world.authorities.values()].filter(
      ({ country }) => country === place.country,
    );
    return draw.pick(inCountry);
  }
  if (type === 'control_body') {
    const able = world.controlBodies.filter((each) => certifies(each, place.country));
    if (able.length > 0) return draw.pick(able);
  }
  const isHeld = status === 'valid' || status === 'suspended';
  const known = world.operators.get(place.country) ?? [];
  if (known.length > 0 && draw.chance(0.4)) return draw.pick(known);
  if (isHeld || draw.chance(0.3)) return addOperator(world, place, 'valid');
  return addOperator(world, place, status === 'requested' ? 'pending' : 'rejected');
}

/** Somebody new, or now and then somebody who asked before: what a person holds stays of one type (rule 4). */
async function requesterFor(
  world: World,
  place: CountryDatum,
  body: Body,
  status: Status,
): Promise<Person> {
  const isHeld = status === 'valid' || status === 'suspended';
  const before = world.requesters.get(place.country) ?? [];
  if (!isHeld && before.length > 0 && world.draw.chance(0.09)) return world.draw.pick(before);
  const person = await addRequester(world, place, body, isHeld ? [body.type] : []);
  addTo(world.requesters, place.country, person);
  return person;
}

function countriesOf(world: World, body: Body, first: string): (string | undefined)[] {
  if (body.type !== 'control_body') return [undefined];
  const others = (body.countries ?? []).map(({ country }) => country).filter((c) => c !== first);
  return [first, ...world.draw.some(others, world.draw.between(0, others.length))];
}

function certifies(body: Body, country: string): boolean {
  return body.countries?.some((each) => each.country === country) ?? false;
}
