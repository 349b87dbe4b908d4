import type { Person } from '../../../shared/domain/person.ts';

/** What the development provider says of a person (OpenID Connect Core 5.1). */
export function claimsOf(person: Person) {
  return {
    preferred_username: person.username,
    given_name: person.firstName,
    family_name: person.lastName,
    email: person.email,
    locale: person.language,
  };
}
