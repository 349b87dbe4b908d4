import { chapters, openActivities } from '../../shared/domain/activities.ts';
import type { Body } from '../../shared/domain/body.ts';
import { fold } from '../../shared/domain/fold.ts';
import { formerNames } from '../../shared/domain/vocabulary.ts';

/** What queries look for in a body, beside its document. */
export interface BodyColumns {
  type: Body['type'];
  country: string;
  parentId: string | null;
  /** The folded name: lists are in its order. */
  nameKey: string;
  /** Folded name, kind (also by its former name), codes, approval numbers and identifiers, one a line. */
  searchText: string;
  /** Codes that a search can name, each between bars: `|kind:BCP|competence:organic|`. */
  facets: string;
}

/** What a search of bodies can name beside type, country and text. */
type FacetName = 'kind' | 'competence' | 'section' | 'activity' | 'certifies';

/** The facet of bodies in which a role can be requested. */
export const open = 'open';

/** One facet as it stands between the bars. */
export function facet(name: FacetName, code: string): string {
  return `${name}:${code}`;
}

/** The columns of a body. */
export function bodyColumns(body: Body): BodyColumns {
  const { type, country, parentId = null, name } = body;
  return {
    type,
    country,
    parentId,
    nameKey: fold(name),
    searchText: searchedOf(body).map(fold).join('\n'),
    facets: `|${facetsOf(body).join('|')}|`,
  };
}

function searchedOf({ name, kind, code, countries = [], identifiers, activities }: Body): string[] {
  const texts = [
    ...[name, code, kind, kind && formerNames[kind]],
    ...countries.map((each) => each.code),
    ...identifiers.map(({ value }) => value),
    ...activities.map(({ identifier }) => identifier),
  ];
  return texts.filter((text) => text !== undefined);
}

function facetsOf(body: Body): string[] {
  const { type, status, kind, competences = chapters, countries = [] } = body;
  const asked = openActivities(body);
  const isOpen = status !== 'rejected' && (type !== 'operator' || asked.length > 0);
  return [
    ...(isOpen ? [open] : []),
    ...(kind ? [facet('kind', kind)] : []),
    ...(type === 'authority' ? competences.map((each) => facet('competence', each)) : []),
    ...asked.flatMap(({ section, activity }) => [
      facet('section', section),
      facet('activity', activity),
    ]),
    ...countries.map((each) => facet('certifies', each.country)),
  ];
}
