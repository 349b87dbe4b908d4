import { activities, canBeRequested, needsEori } from '../../shared/domain/activities.ts';
import type { Body } from '../../shared/domain/body.ts';
import { responsibleFor } from '../../shared/domain/responsible.ts';
import { ascii } from './ascii.ts';
import { authorityData } from './authorities.ts';
import { controlBodyData } from './controlBodies.ts';
import type { CountryDatum } from './countries.ts';
import { perhapsKnown } from './duplicates.ts';
import { addTo, dayMs, type World } from './world.ts';

/** Says of a body that it is not a record of the real system. */
const demonstration = { scheme: 'DEMO', value: 'demonstration data' };

/** The name that a body's mailboxes and web site have; `.example` is nobody's (RFC 2606). */
export function domainOf(body: Pick<Body, 'name'>): string {
  return `${ascii(body.name).replaceAll('.', '-').slice(0, 30).replace(/-$/, '')}.example`;
}

/** Adds every authority. */
export async function addAuthorities(world: World): Promise<void> {
  for (const { key, parent, ...datum } of authorityData) {
    const above = parent === undefined ? undefined : world.authorities.get(parent);
    const body: Body = {
      ...datum,
      ...blank(world),
      type: 'authority',
      parentId: above?.id,
      email: `contact@${domainOf(datum)}`,
    };
    world.authorities.set(key, body);
    await world.writer.addBody(body);
  }
}

/** Adds every control body. */
export async function addControlBodies(world: World): Promise<void> {
  for (const { countries, ...datum } of controlBodyData) {
    const body: Body = {
      ...datum,
      ...blank(world),
      type: 'control_body',
      countries: countries.map(([country, code]) => ({ country, code })),
      email: `contact@${domainOf(datum)}`,
    };
    world.controlBodies.push(body);
    await world.writer.addBody(body);
  }
}

const starts = ['Bel', 'Cor', 'Dra', 'Fen', 'Gal', 'Hol', 'Kor', 'Lum', 'Mar', 'Nor', 'Ost', 'Pel'];
const middles = ['a', 'avi', 'e', 'ello', 'i', 'ima', 'o', 'ondi', 'u', 'uvo'];
const ends = [
  'bran',
  'dex',
  'fara',
  'lint',
  'mont',
  'nova',
  'quell',
  'rix',
  'sato',
  'vanta',
  'zeno',
];
const trades = [
  'Agri',
  'Cacao',
  'Coffee',
  'Flora',
  'Food',
  'Fruit',
  'Grain',
  'Logistics',
  'Organics',
];

const requestable = activities.filter(canBeRequested);

/** Adds an operator with one activity, or now and then two, in a country. */
export async function addOperator(
  world: World,
  place: CountryDatum,
  status: Body['status'],
): Promise<Body> {
  const { draw } = world;
  const { country } = place;
  const [city, postcode, region] = draw.pick(place.cities);
  const name = `${draw.pick(starts)}${draw.pick(middles)}${draw.pick(ends)} ${draw.pick(trades)} ${draw.pick(place.legalForms)}`;
  const authorities = [...world.authorities.values()];
  const asked = draw.some(requestable, status === 'valid' && draw.chance(0.2) ? 2 : 1);
  world.operatorCount += 1;
  const digits = draw.digits(9);
  const body: Body = {
    ...blank(world),
    type: 'operator',
    name,
    country,
    region,
    city,
    postcode,
    address: `${draw.pick(streets)} ${draw.between(1, 180)}`,
    code: `${country}-${asked[0]?.chapter === 'organic' ? 'ORG' : 'OPR'}-OP-${world.operatorCount}`,
    phone: `${place.phonePrefix} ${digits}`,
    email: `contact@${domainOf({ name })}`,
    identifiers: [
      ...(draw.chance(shareWithEori(asked, status))
        ? [{ scheme: 'EORI', value: `${country}${draw.digits(10)}` }]
        : []),
      demonstration,
    ],
    activities: asked.map(({ chapter, section, activity }) => ({
      chapter,
      section,
      activity,
      status,
      responsibleId: responsibleFor(authorities, { country, region, chapter })?.id,
      controlBodyId: chapter === 'organic' ? controlBodyFor(world, country) : undefined,
      applicationDate: new Date(world.nowMs - draw.between(1, 60) * dayMs)
        .toISOString()
        .slice(0, 10),
    })),
    status,
  };
  const operator = status === 'pending' ? perhapsKnown(world, body) : body;
  if (status === 'valid') addTo(world.operators, country, operator);
  await world.writer.addBody(operator);
  return operator;
}

const streets = [
  'Havenstraat',
  'Station Road',
  'Rue du Port',
  'Industrieweg',
  'Via del Mare',
  'Lindenallee',
];

/** A new importer of organic products without EORI cannot be filed; some of the older ones have none (rule 8). */
function shareWithEori(asked: readonly { activity: string }[], status: Body['status']): number {
  if (!asked.some(({ activity }) => needsEori.has(activity))) return 0.85;
  return status === 'valid' ? 0.4 : 1;
}

function controlBodyFor(world: World, country: string): string | undefined {
  const able = world.controlBodies.filter((each) =>
    each.countries?.some((certified) => certified.country === country),
  );
  return able.length > 0 ? world.draw.pick(able).id : undefined;
}

function blank(world: World) {
  return {
    id: world.draw.id(),
    revision: 1,
    identifiers: [demonstration],
    activities: [],
    fullControl: false,
    status: 'valid' as const,
  };
}
