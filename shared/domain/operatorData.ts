import { needsEori } from './activities.ts';
import { hasEori } from './advice.ts';
import type { Body } from './body.ts';

/** Data that an operator must have (DOMAIN: operator data, marked as mandatory), by what may be lacking of it. */
const missingFields = ['name', 'country', 'address', 'city', 'reach', 'eori', 'activity'] as const;
export type MissingField = (typeof missingFields)[number];

/** What an operator lacks of the mandatory data, in the order of `missingFields`; other bodies lack nothing. */
export function missingOf(body: Body): MissingField[] {
  if (body.type !== 'operator') return [];
  const { name, country, address, city, phone, fax, email, website, activities } = body;
  const lacks: Record<MissingField, boolean> = {
    name: !name,
    country: !country,
    address: !address,
    city: !city,
    reach: !phone && !fax && !email && !website,
    eori: activities.some(({ activity }) => needsEori.has(activity)) && !hasEori(body),
    activity: activities.length === 0,
  };
  return missingFields.filter((field) => lacks[field]);
}
