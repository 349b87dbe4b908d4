import type { Body } from './body.ts';
import { responsibleForControlBody } from './responsible.ts';
import { authoritiesAbove, type Position } from './seats.ts';

/**
 * Whether somebody may keep full control of a body, so that its own administrators no longer decide in it (rule 2):
 * everyone with a valid role in a central competent authority above it.
 * @param authorities those of the countries that `countriesOf` names
 */
export function mayControl(positions: Position[], body: Body, authorities: Body[]): boolean {
  const centrals = centralsAbove(body, authorities).map(({ id }) => id);
  return positions.some(({ bodyId }) => centrals.includes(bodyId));
}

/** The countries whose authorities can be above a body: its own, and those that a control body certifies for. */
export function countriesOf({ country, countries = [] }: Body): string[] {
  return [...new Set([country, ...countries.map((each) => each.country)])];
}

/**
 * The central competent authorities above a body: of an authority in the tree, of an operator over what is responsible
 * for its activities. A control body is under that of its own country; only where there is none, under those of the
 * countries that it certifies for, because full control holds for all of them at once.
 */
function centralsAbove(body: Body, authorities: Body[]): Body[] {
  const byId = (id: string) => authorities.find((each) => each.id === id);
  switch (body.type) {
    case 'authority':
      return authoritiesAbove(body, byId).filter(isCentral);
    case 'operator':
      return body.activities
        .flatMap(({ responsibleId = '' }) => byId(responsibleId) ?? [])
        .flatMap((each) => [each, ...authoritiesAbove(each, byId)])
        .filter(isCentral);
    case 'control_body': {
      const [own, ...others] = countriesOf(body).map((country) =>
        responsibleForControlBody(authorities, country, undefined),
      );
      return [own].concat(own ? [] : others).flatMap((each) => each ?? []);
    }
  }
}

function isCentral({ kind }: Body): boolean {
  return kind === 'CCA';
}
