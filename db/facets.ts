import { and, asc, count, desc, inArray, isNotNull, type SQL, sql } from 'drizzle-orm';
import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core';
import {
  adviceChoices,
  claimChoices,
  dueChoices,
  type Facet,
  type FacetChoice,
  type FacetQuery,
} from '../shared/desk/queues.ts';
import { fold } from '../shared/domain/fold.ts';
import { fullName } from '../shared/domain/person.ts';
import { readDesk } from './desk.ts';
import { decidedAction, inQueue, leftBy, meaningsAt, saying } from './filter.ts';
import { bodies, lines } from './schema.ts';
import type { Reader } from './store.ts';

/** How many bodies and deciders are answered: whoever misses one looks for its name. */
const mostNamed = 50;

/**
 * What a facet can choose from in a queue at a moment, the most frequent first, each with how many roles it leaves beside
 * all else that narrows the queue. What leaves none is not there, unless it is chosen.
 */
export function facetChoices(reader: Reader, query: FacetQuery, at: Date): FacetChoice[] {
  const { queue, filter, facet, text } = query;
  const others = and(inQueue(queue), leftBy(reader, { ...filter, [facet]: [] }, at));
  const choices = choicesOf(reader, facet, { others, text, at });
  const found = new Set(choices.map(({ id }) => id));
  const missing = (filter[facet] ?? []).filter((id) => !found.has(id));
  return [...choices, ...withoutRoles(reader, facet, missing)];
}

interface Asked {
  /** The condition that all other parts of the filter make. */
  others: SQL | undefined;
  text: string;
  at: Date;
}

function choicesOf(reader: Reader, facet: Facet, asked: Asked): FacetChoice[] {
  const { others, at } = asked;
  const { due, advice, claims } = meaningsAt(reader, at);
  switch (facet) {
    case 'statuses':
      return valuesOf(reader, lines.status, others);
    case 'countries':
      return valuesOf(reader, lines.country, others);
    case 'types':
      return valuesOf(reader, lines.type, others);
    case 'functions':
      return valuesOf(reader, lines.function, others);
    case 'chapters':
      return valuesOf(reader, lines.chapter, others);
    case 'sections':
      return valuesOf(reader, lines.section, others);
    case 'actions':
      return valuesOf(reader, decidedAction, others);
    case 'due':
      return meaningsOf(reader, dueChoices, due, others);
    case 'advice':
      return meaningsOf(reader, adviceChoices, advice, others);
    case 'claims':
      return meaningsOf(reader, claimChoices, claims, others);
    case 'bodies':
      return bodiesOf(reader, asked);
    case 'deciders':
      return decidersOf(reader, asked);
  }
}

function valuesOf(
  reader: Reader,
  column: AnySQLiteColumn | SQL<string>,
  others: SQL | undefined,
): FacetChoice[] {
  return reader
    .select({ id: sql<string>`${column}`, count: count() })
    .from(lines)
    .where(and(others, isNotNull(column)))
    .groupBy(column)
    .orderBy(desc(count()), asc(column))
    .all();
}

/** In one pass, by the very conditions by which the filter goes. */
function meaningsOf<T extends string>(
  reader: Reader,
  choices: readonly T[],
  meaning: (choice: T) => SQL | undefined,
  others: SQL | undefined,
): FacetChoice[] {
  const sums = Object.fromEntries(
    choices.map((choice) => [choice, sql<number>`count(*) FILTER (WHERE ${meaning(choice)})`]),
  );
  const counts = reader.select(sums).from(lines).where(others).get() ?? {};
  return choices.flatMap((id) => (counts[id] ? [{ id, count: counts[id] }] : []));
}

/** A body is found by its name or its code. */
function bodiesOf(reader: Reader, { others, text }: Asked): FacetChoice[] {
  const named = sql`${lines.bodyKey} || ' ' || lower(coalesce(${lines.bodyCode}, ''))`;
  return reader
    .select({ id: lines.bodyId, name: sql<string>`min(${lines.bodyName})`, count: count() })
    .from(lines)
    .where(and(others, ...saying(named, text)))
    .groupBy(lines.bodyId)
    .orderBy(desc(count()), asc(lines.bodyKey), asc(lines.bodyId))
    .limit(mostNamed)
    .all();
}

/** What waits in this desk's outbox was decided by its person. */
function decidersOf(reader: Reader, { others, text }: Asked): FacetChoice[] {
  const me = readDesk(reader).me?.person;
  const id = sql<string>`coalesce(${lines.deciderId}, ${me?.id ?? null})`;
  const words = fold(text).trim();
  return reader
    .select({ id, name: deciderName, count: count() })
    .from(lines)
    .where(and(others, isNotNull(lines.decidedAt), isNotNull(id)))
    .groupBy(id)
    .orderBy(desc(count()), asc(id))
    .all()
    .map(({ name, ...choice }) => ({
      ...choice,
      ...(choice.id === me?.id ? { name: fullName(me) } : name === null ? {} : { name }),
    }))
    .filter(({ name = '' }) => fold(name).includes(words))
    .slice(0, mostNamed);
}

const deciderName = sql<string | null>`max(${lines.decided} ->> '$.byName')`;

/** What is chosen and leaves no role, with its name as far as it is known here. */
function withoutRoles(reader: Reader, facet: Facet, ids: string[]): FacetChoice[] {
  const names = new Map(
    facet === 'bodies' ? bodyNames(reader, ids) : facet === 'deciders' ? deciders(reader, ids) : [],
  );
  return ids.map((id) => {
    const name = names.get(id);
    return { id, count: 0, ...(name && { name }) };
  });
}

function bodyNames(reader: Reader, ids: string[]): [id: string, name: string][] {
  return reader
    .select({ body: bodies.document })
    .from(bodies)
    .where(inArray(bodies.id, ids))
    .all()
    .map(({ body }) => [body.id, body.name]);
}

function deciders(reader: Reader, ids: string[]): [id: string, name: string | null][] {
  if (ids.length === 0) return [];
  return reader
    .select({ id: sql<string>`${lines.deciderId}`, name: deciderName })
    .from(lines)
    .where(inArray(lines.deciderId, ids))
    .groupBy(lines.deciderId)
    .all()
    .map(({ id, name }) => [id, name]);
}
