import { needsEori } from './activities.ts';
import {
  freeProviders,
  legalForms,
  organisationEnds,
  organisationWords,
  sharedMailboxes,
} from './adviceWords.ts';
import type { Body } from './body.ts';
import { otherTypesHeld } from './decide.ts';
import { isNamedEori } from './eori.ts';
import { fold } from './fold.ts';
import { fullName, type Person } from './person.ts';
import type { Role } from './role.ts';

/** What a reviewer should look at before deciding: advice, never a block (rule 8), most telling first. */
export const adviceCodes = [
  'no_eori',
  'other_type',
  'older_request',
  'shared_mailbox',
  'not_a_person',
  'free_mail',
  'other_domain',
  'new_operator',
] as const;
export type Advice = (typeof adviceCodes)[number];

/** Advice that speaks of the person's other roles. */
export const aboutOthers: ReadonlySet<Advice> = new Set(['other_type', 'older_request']);

/** Another role of the same person, as far as advice needs it. */
export type OtherRole = Pick<Role, 'id' | 'type' | 'status' | 'bodyId' | 'country' | 'requestedAt'>;

type Name = Pick<Person, 'firstName' | 'lastName'>;

/**
 * The advice on a role, in the order of `adviceCodes`.
 * @param rolesOfPerson roles of the same person, as many as are known; the role itself may be among them
 */
export function adviceOn(
  role: OtherRole & Pick<Role, 'function' | 'contactEmail'>,
  body: Pick<Body, 'type' | 'status' | 'identifiers' | 'activities'>,
  person: Name & Pick<Person, 'email' | 'heldTypes'>,
  rolesOfPerson: OtherRole[],
): Advice[] {
  const others = rolesOfPerson.filter((other) => other.id !== role.id && areConcerned(role, other));
  const { domain } = address(person.email);
  const found: Record<Advice, boolean> = {
    no_eori: isImporter(role, body) && !hasEori(body),
    other_type:
      otherTypesHeld(role, person.heldTypes).length > 0 ||
      others.some((other) => other.type !== role.type && isOpenOrHeld(other)),
    older_request: others.some((other) => isOlderRequest(other, role)),
    shared_mailbox: isShared(person),
    not_a_person: isOrganisation(person),
    free_mail: freeProviders.has(domain),
    other_domain:
      role.contactEmail !== undefined && !isAkin(address(role.contactEmail).domain, domain),
    new_operator: body.type === 'operator' && body.status === 'pending',
  };
  return adviceCodes.filter((code) => found[code]);
}

/** Whether the advice on one of a person's roles can depend on another. */
export function areConcerned(
  one: Pick<Role, 'type' | 'bodyId'>,
  other: Pick<Role, 'type' | 'bodyId'>,
): boolean {
  return one.type !== other.type || one.bodyId === other.bodyId;
}

/** Whether an operator has an EORI number among its identifiers. */
export function hasEori(body: Pick<Body, 'identifiers'>): boolean {
  return body.identifiers.some(isNamedEori);
}

/** The operator imports organic products already, or the role would have it do so. */
function isImporter(
  role: Pick<Role, 'function'>,
  { activities }: Pick<Body, 'activities'>,
): boolean {
  const existing = activities.filter(({ status }) => status !== 'rejected');
  return [role.function, ...existing.map(({ activity }) => activity)].some((activity) =>
    needsEori.has(activity),
  );
}

function isOpenOrHeld({ status }: OtherRole): boolean {
  return status === 'requested' || status === 'valid' || status === 'suspended';
}

/** The same was asked before and waits too; in a control body each country is asked for on its own. */
function isOlderRequest(other: OtherRole, role: OtherRole): boolean {
  return (
    role.status === 'requested' &&
    other.status === 'requested' &&
    other.bodyId === role.bodyId &&
    other.country === role.country &&
    other.requestedAt < role.requestedAt
  );
}

/** A part of the mailbox's name stands for an office; a person called Sales may have a mailbox of that name. */
function isShared(person: Name & Pick<Person, 'email'>): boolean {
  const ownName = isOrganisation(person) ? [] : wordsOf(fullName(person));
  return wordsOf(address(person.email).mailbox).some(
    (part) => sharedMailboxes.has(part) && !ownName.includes(part),
  );
}

/** The name is an organisation's or a post's. Capitals say nothing: many people write their last name in them. */
function isOrganisation(person: Name): boolean {
  const name = fullName(person);
  const lastWord = name.split(/\s+/).at(-1) ?? '';
  return (
    /[\d@/&]/.test(name) ||
    legalForms.has(lastWord.replaceAll('.', '')) ||
    wordsOf(name).some(
      (word) =>
        organisationWords.has(word) ||
        organisationEnds.some((end) => word.endsWith(end) && word.length > end.length + 2),
    )
  );
}

/** Folded words: runs of letters. */
function wordsOf(text: string): string[] {
  return fold(text)
    .split(/\P{L}+/u)
    .filter(Boolean);
}

/** The same domain, or one within the other: `customs.example` and `antwerp.customs.example`. */
function isAkin(one: string, other: string): boolean {
  return one === other || one.endsWith(`.${other}`) || other.endsWith(`.${one}`);
}

function address(email: string): { mailbox: string; domain: string } {
  const at = email.lastIndexOf('@');
  return {
    mailbox: email.slice(0, at).toLowerCase(),
    domain: email.slice(at + 1).toLowerCase(),
  };
}
