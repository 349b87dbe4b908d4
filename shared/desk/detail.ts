import type { Advice } from '../domain/advice.ts';
import type { Body } from '../domain/body.ts';
import type { Refusal } from '../domain/decide.ts';
import type { MissingField } from '../domain/operatorData.ts';
import type { Person } from '../domain/person.ts';
import type { Role } from '../domain/role.ts';
import type { Status } from '../domain/vocabulary.ts';
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
  controlBodies: Body[];
  advice: Advice[];
  /** Mandatory data that the body lacks, where it is an operator. */
  missing: MissingField[];
  /** The actions open to the role's status, each with what is against it, if anything. */
  actions: { action: OfferedAction; objection?: Refusal }[];
  /** Whether approving makes the person an administrator of the body (rule 5). */
  willBeAdministrator: boolean;
  /** Whether nobody else administers the body, as far as this desk sees (rule 5). */
  isLastAdministrator: boolean;
  /** The person's other roles that this desk sees. */
  otherRoles: { roleId: string; bodyName: string; status: Status }[];
  /** Those of them that the system suspended with this one: reactivating it brings them back (rule 11). */
  comeBack: { roleId: string; bodyName: string }[];
  unsent?: OutboxEntry;
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
