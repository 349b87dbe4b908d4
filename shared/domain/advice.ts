import type { Body } from './body.ts';
import { otherTypesHeld } from './decide.ts';
import type { Person } from './person.ts';
import type { Role } from './role.ts';

/** What a reviewer should look at before deciding: advice, never a block (rule 8), most telling first. */
export const adviceCodes = [
  'no_eori',
  'other_type',
  'shared_mailbox',
  'not_a_person',
  'free_mail',
  'other_domain',
  'new_operator',
] as const;
export type Advice = (typeof adviceCodes)[number];

const sharedMailboxes = new Set([
  ...['admin', 'administration', 'bcp', 'contact', 'customs', 'desk', 'douane', 'hello', 'import'],
  ...[
    'info',
    'mail',
    'office',
    'pcf',
    'post',
    'reception',
    'sales',
    'secretariat',
    'team',
    'traces',
  ],
]);

const freeProviders = new Set([
  ...['aol.com', 'gmail.com', 'gmx.de', 'gmx.net', 'hotmail.com', 'icloud.com', 'laposte.net'],
  ...['libero.it', 'live.com', 'mail.ru', 'orange.fr', 'outlook.com', 'proton.me', 'seznam.cz'],
  ...['t-online.de', 'web.de', 'wp.pl', 'yahoo.com', 'yahoo.fr', 'abv.bg'],
]);

const organisationWords =
  /\b(ag|agency|authority|bcp|bv|bvba|company|customs|douane|gmbh|import|kft|limited|ltd|nv|office|post|sa|sarl|service|sp|spa|srl|team)\b/i;

/** The advice on a role, in the order of `adviceCodes`. */
export function adviceOn(
  role: Pick<Role, 'type' | 'function' | 'contactEmail'>,
  body: Pick<Body, 'type' | 'status' | 'identifiers'>,
  person: Pick<Person, 'firstName' | 'lastName' | 'email' | 'heldTypes'>,
): Advice[] {
  const { mailbox, domain } = address(person.email);
  const found: Record<Advice, boolean> = {
    no_eori: role.function === 'organic_importer' && !hasEori(body),
    other_type: otherTypesHeld(role, person.heldTypes).length > 0,
    shared_mailbox: sharedMailboxes.has(mailbox),
    not_a_person: organisationWords.test(`${person.firstName} ${person.lastName}`),
    free_mail: freeProviders.has(domain),
    other_domain: role.contactEmail !== undefined && address(role.contactEmail).domain !== domain,
    new_operator: body.type === 'operator' && body.status === 'pending',
  };
  return adviceCodes.filter((code) => found[code]);
}

/** Whether an operator has an EORI number among its identifiers. */
export function hasEori(body: Pick<Body, 'identifiers'>): boolean {
  return body.identifiers.some(({ scheme }) => scheme.toUpperCase() === 'EORI');
}

function address(email: string): { mailbox: string; domain: string } {
  const at = email.lastIndexOf('@');
  return {
    mailbox: email.slice(0, at).toLowerCase(),
    domain: email.slice(at + 1).toLowerCase(),
  };
}
