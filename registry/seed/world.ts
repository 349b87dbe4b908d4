import type { Body } from '../../shared/domain/body.ts';
import type { Person } from '../../shared/domain/person.ts';
import type { DueAtOf } from '../calendar.ts';
import type { Writer } from '../storage/storage.ts';
import { belgium, type CountryDatum, otherCountries } from './countries.ts';
import type { Draw } from './draw.ts';

/** What the demonstration data have so far, and what they are made with. */
export interface World {
  writer: Writer;
  draw: Draw;
  /** The moment of seeding, in ms since 1970: all times are relative to it. */
  nowMs: number;
  dueAtOf: DueAtOf;
  /** Every authority by its key in `authorities.ts`. */
  authorities: Map<string, Body>;
  controlBodies: Body[];
  /** Valid operators by country. */
  operators: Map<string, Body[]>;
  /** Requesters so far by country. */
  requesters: Map<string, Person[]>;
  /** The administrators of authorities and control bodies, by body: they made the decisions. */
  administrators: Map<string, Person[]>;
  /** Bodies in which somebody holds a role (rule 5). */
  peopled: Set<string>;
  peopleCount: number;
  operatorCount: number;
}

export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;

/** An empty world. */
export function newWorld(writer: Writer, draw: Draw, nowMs: number, dueAtOf: DueAtOf): World {
  return {
    ...{
      writer,
      draw,
      nowMs,
      dueAtOf,
      authorities: new Map(),
      controlBodies: [],
      operators: new Map(),
    },
    ...{ requesters: new Map(), administrators: new Map(), peopled: new Set() },
    ...{ peopleCount: 0, operatorCount: 0 },
  };
}

/** The people and places of a country; where there are none of its own, Belgium's. */
export function countryOf(code: string): CountryDatum {
  return otherCountries.find(({ country }) => country === code) ?? belgium;
}

/** Adds to a list in a map. */
export function addTo<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
