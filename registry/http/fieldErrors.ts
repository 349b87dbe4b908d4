import type { z } from 'zod';
import type { FieldError } from './problem.ts';

type Issue = z.core.$ZodIssue;

/**
 * What is wrong with each field of an input, from what zod found: `required`, `unknown_field`, `wrong_type`, else zod's
 * own code (`invalid_format`, `too_big`, …). Of a union, the form that the input comes closest to is spoken of.
 */
export function fieldErrors(issues: readonly Issue[], input: unknown): FieldError[] {
  return issues.flatMap((issue) => errorsOf(issue, input));
}

function errorsOf(issue: Issue, input: unknown): FieldError[] {
  switch (issue.code) {
    case 'invalid_union':
      return closest(issue.errors).flatMap((inner) =>
        errorsOf({ ...inner, path: [...issue.path, ...inner.path] }, input),
      );
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        path: [...issue.path, key].join('.'),
        code: 'unknown_field',
      }));
    default:
      return [{ path: issue.path.join('.'), code: codeOf(issue, valueAt(input, issue.path)) }];
  }
}

function codeOf(issue: Issue, value: unknown): string {
  const isEmpty = value === undefined || (typeof value === 'string' && value.trim() === '');
  if (isEmpty) return 'required';
  return issue.code === 'invalid_type' ? 'wrong_type' : issue.code;
}

function closest(forms: Issue[][]): Issue[] {
  const [best = []] = [...forms].sort(
    (a, b) => foreignFields(a) - foreignFields(b) || a.length - b.length,
  );
  return best;
}

function foreignFields(issues: Issue[]): number {
  return issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys' && issue.path.length === 0 ? issue.keys : [],
  ).length;
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  let value = input;
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Reflect.get(value, key);
  }
  return value;
}
