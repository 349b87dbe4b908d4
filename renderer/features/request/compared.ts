import type { Body } from '../../../shared/domain/body.ts';
import { fold } from '../../../shared/domain/fold.ts';
import type { FoundBody } from '../../../shared/wire/bodies.ts';

/** What two operators are compared by, in this order. */
const comparedFields = [
  'name',
  'code',
  'address',
  'city',
  'region',
  'identifiers',
  'activities',
  'phone',
  'fax',
  'email',
  'website',
] as const;
export type ComparedField = (typeof comparedFields)[number];

/** One field of two operators: the new one's values and those of the existing one. */
export interface Compared {
  field: ComparedField;
  values: string[];
  existing: string[];
  /** Whether they say something else, capitals, accents and order apart. */
  differs: boolean;
}

/** Two operators field by field; what neither has is left out. Activities are their codes. */
export function compared(one: Body, existing: FoundBody): Compared[] {
  return comparedFields.flatMap((field) => {
    const [ours, theirs] = [valuesOf(one, field), valuesOf(existing, field)];
    if (ours.length === 0 && theirs.length === 0) return [];
    return { field, values: ours, existing: theirs, differs: keyOf(ours) !== keyOf(theirs) };
  });
}

function valuesOf(body: FoundBody, field: ComparedField): string[] {
  switch (field) {
    case 'city':
      return [[body.postcode, body.city].filter(Boolean).join(' ')].filter(Boolean);
    case 'identifiers':
      return body.identifiers.map(({ scheme, value }) => `${scheme} ${value}`);
    case 'activities':
      return body.activities.flatMap(({ activity, status }) =>
        status === 'rejected' ? [] : activity,
      );
    default:
      return [body[field] ?? ''].filter(Boolean);
  }
}

function keyOf(values: string[]): string {
  return values.map(fold).sort().join('\n');
}
