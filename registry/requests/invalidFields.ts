import { type FieldError, Problem } from '../http/problem.ts';

/** A role request that is well formed but cannot be filed: 422, naming each field at fault. */
export function invalidFields(errors: FieldError[]): Problem {
  return new Problem(422, 'invalid_fields', { errors });
}
