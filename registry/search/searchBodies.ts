import { fold } from '../../shared/domain/fold.ts';
import type { BodiesQuery, FoundBodies } from '../../shared/wire/bodies.ts';
import { Problem } from '../http/problem.ts';
import { facet, open } from '../storage/columns.ts';
import type { BodySearch, Reader } from '../storage/storage.ts';
import { type SearchCursor, searchCursor, searchOf } from './cursor.ts';

/**
 * A page of the bodies in which a role can be requested, by folded name.
 * @throws {Problem} 400 `cursor_invalid` where the cursor is none, or of another search
 */
export async function searchBodies(reader: Reader, query: BodiesQuery): Promise<FoundBodies> {
  const { cursor, limit, ...filters } = query;
  const of = searchOf(filters);
  const after = cursor === undefined ? undefined : known(cursor, of);
  const found = await reader.searchBodies({ ...searchFor(filters), after, limit: limit + 1 });
  const items = found.slice(0, limit);
  const last = items.at(-1);
  const hasMore = found.length > limit;
  const next = hasMore && last ? { nameKey: fold(last.name), id: last.id, of } : undefined;
  return { items, cursor: next ? searchCursor.write(next) : null, hasMore };
}

function known(text: string, of: string): SearchCursor {
  const cursor = searchCursor.read(text);
  if (cursor?.of !== of) throw new Problem(400, 'cursor_invalid');
  return cursor;
}

function searchFor({
  type,
  country,
  kind,
  competence,
  section,
  activity,
  q = '',
}: Omit<BodiesQuery, 'cursor' | 'limit'>): Pick<
  BodySearch,
  'type' | 'country' | 'facets' | 'words'
> {
  const isCertifier = type === 'control_body';
  return {
    type,
    country: isCertifier ? undefined : country,
    facets: [
      open,
      ...(isCertifier && country ? [facet('certifies', country)] : []),
      ...(kind ? [facet('kind', kind)] : []),
      ...(competence ? [facet('competence', competence)] : []),
      ...(section ? [facet('section', section)] : []),
      ...(activity ? [facet('activity', activity)] : []),
    ],
    words: fold(q)
      .split(/\s+/)
      .filter((word) => word !== ''),
  };
}
