import type { Body } from '../../shared/domain/body.ts';
import { fold } from '../../shared/domain/fold.ts';

/** What queries look for in a body, beside its document. */
export interface BodyColumns {
  type: Body['type'];
  country: string;
  parentId: string | null;
  /** The folded name: lists are in its order. */
  nameKey: string;
  /** Folded name, code, approval numbers and identifiers, one a line. */
  searchText: string;
  /** Codes that a search can name, each between bars: `|kind:BCP|competence:organic|`. */
  facets: string;
}

/** What a search of bodies can name beside type, country and text. */
export type FacetName = 'kind' | 'competence' | 'section' | 'activity' | 'certifies';

/** One facet as it stands between the bars. */
export function facet(name: FacetName, code: string): string {
  return `${name}:${code}`;
}

/** The columns of a body. */
export function bodyColumns(body: Body): BodyColumns {
  const { type, country, parentId = null, name, code, identifiers, activities } = body;
  const numbers = [...identifiers, ...activities.map((each) => ({ value: each.identifier }))];
  const searched = [name, code, ...numbers.map(({ value }) => value)].filter((text) => text);
  return {
    type,
    country,
    parentId,
    nameKey: fold(name),
    searchText: searched.map((text) => fold(text ?? '')).join('\n'),
    facets: `|${facetsOf(body).join('|')}|`,
  };
}

function facetsOf({ kind, competences = [], activities, countries = [] }: Body): string[] {
  return [
    ...(kind ? [facet('kind', kind)] : []),
    ...competences.map((each) => facet('competence', each)),
    ...activities.flatMap(({ section, activity }) => [
      facet('section', section),
      facet('activity', activity),
    ]),
    ...countries.map((each) => facet('certifies', each.country)),
  ];
}
