import type { Advice } from '../domain/advice.ts';
import type { Body } from '../domain/body.ts';
import type { Refusal } from '../domain/decide.ts';
import type { MissingField } from '../domain/operatorData.ts';
import type { Person } from '../domain/person.ts';
import type { Role } from '../domain/role.ts';
import type { AuthorityKind, RoleType, Status } from '../domain/vocabulary.ts';
import type { FoundBody } from '../wire/bodies.ts';
import type { HistoryLine } from '../wire/history.ts';
import type { OutboxEntry } from './outbox.ts';

/** The actions that this desk offers on a role. */
export const offeredActions = ['approve', 'reject', 'suspend', 'reactivate'] as const;
export type OfferedAction = (typeof offeredActions)[number];

/** Everything the desk knows of a role. */
export interface RoleDetail {
  role: Role;
  /** The status as it stands here, a decision that still waits included. */
  status: Status;
  person: Person;
  body: Body;
  responsible?: Body;
  /** Bodies that the body names, as far as they are here: of its activities, and the authority right above it. */
  named: Body[];
  /** Who may decide on the role beside this desk's person (rule 2), as far as that is known here. */
  deciders: MayDecide[];
  /** Other types of role that the person holds, or whose approval waits here: against approving this one (rule 4). */
  otherTypesHeld: RoleType[];
  advice: Advice[];
  /** Mandatory data that the body lacks, where it is an operator. */
  missing: MissingField[];
  /** The actions open to the role's status, each with what is against it, if anything. */
  actions: { action: OfferedAction; objection?: Refusal }[];
  /** What can be done about the role beside: passing it on, and its administration; in the order of `furtherActions`. */
  further: FurtherAction[];
  /** Whether this desk's person can say to be on it. */
  canClaim: boolean;
  /** Whether approving makes the person an administrator of the body (rule 5). */
  willBeAdministrator: boolean;
  /** Whether nobody else administers the body, as far as this desk sees (rule 5). */
  isLastAdministrator: boolean;
  /** Whether the person administers the body as it stands here, a decision that waits included. */
  isAdministrator: boolean;
  /** The person's other roles that this desk sees. */
  otherRoles: {
    roleId: string;
    bodyName: string;
    type: RoleType;
    /** Of a role in a control body: the one that it certifies for. */
    country?: string | undefined;
    status: Status;
  }[];
  /** In a control body: all countries that the person asks for there and that wait, this role's among them. */
  countriesAsked: AskedCountry[];
  /** Those of them that the system suspended with this one: reactivating it brings them back (rule 11). */
  comeBack: { roleId: string; bodyName: string }[];
  unsent?: OutboxEntry;
}

/** Actions of a single role that no queue offers for many at once. */
export const furtherActions = ['reassign', 'grant_admin', 'revoke_admin'] as const;
export type FurtherAction = (typeof furtherActions)[number];

/**
 * Somebody who may decide on a role: an authority or an organic control body above it, its own administrators, or the
 * border control posts of a country. `people` are those that this desk knows of, at most `decidersNamed`.
 */
export type MayDecide = { people: string[]; more: number } & (
  | { as: 'above'; bodyId: string; name: string; function: string }
  | { as: 'within'; bodyId: string; name: string }
  | { as: 'posts'; country: string }
);

/** How many people of each body are named. */
export const decidersNamed = 3;

/** One of the countries that a person asks to certify for. */
export interface AskedCountry {
  roleId: string;
  revision: number;
  country: string;
  dueAt: string;
  /** What is against approving it, if anything. */
  objection?: Refusal;
}

/** An operator that a new one is probably the same as (rule 6). */
export interface DuplicateCandidate {
  bodyId: string;
  name: string;
  why: string;
  /** The operator itself; absent where neither the store nor the registry gives it now. */
  body?: FoundBody;
  /** What is against attaching the role to it, if anything. */
  objection?: Refusal | 'target_invalid';
}

/** An authority that a role can be passed on to. */
export interface Taker {
  bodyId: string;
  name: string;
  kind: AuthorityKind;
  city: string;
  region?: string;
  /** The one that the address leads to. */
  isProbable: boolean;
}

/** The authorities that a role can be passed on to; off line only those that the store has. */
export interface Takers {
  isComplete: boolean;
  takers: Taker[];
}

/** The audit log of a role as far as it can be had now: off line, only what the role itself carries. */
export interface RoleHistory {
  complete: boolean;
  lines: HistoryLine[];
}

/** What would become of an action on one role of a selection. */
export interface CheckedRole {
  roleId: string;
  personName: string;
  bodyName: string;
  function: string;
  objection?: Refusal;
  advice: Advice[];
  /** Whether suspending the selection leaves the body without an administrator, as far as this desk sees (rule 5). */
  leavesNoAdministrator: boolean;
}

/** How many roles are of persons who read a language (BCP 47). */
export interface LanguageCount {
  language: string;
  count: number;
}

/** The pre-check of a selection, for the actions that its statuses allow. */
export interface SelectionCheck {
  actions: { action: OfferedAction; possible: number }[];
  roles: CheckedRole[];
  /** In which languages the persons read what is said to them, the most frequent first. */
  languages: LanguageCount[];
}
