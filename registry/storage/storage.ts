import type { Body } from '../../shared/domain/body.ts';
import type { Person } from '../../shared/domain/person.ts';
import type { Preferences } from '../../shared/domain/preferences.ts';
import type { Role } from '../../shared/domain/role.ts';
import type { Seat } from '../../shared/domain/seats.ts';
import type { Environment } from '../../shared/domain/vocabulary.ts';
import type { DecisionResult } from '../../shared/wire/decisions.ts';
import type { HistoryLine } from '../../shared/wire/history.ts';

/** What a feed tells of. */
export type Kind = 'body' | 'person' | 'role';

/** A place in the feed of a seat: the thing named there changed, entered or (`gone`) left the seat. */
export interface FeedRow {
  seq: number;
  kind: Kind;
  id: string;
  gone: boolean;
}

/** A place in the feeds of all seats, taken one after the other. */
export interface FeedPlace {
  seat: Seat;
  seq: number;
}

/** What a database is: `feedId` tells its cursors from those of any other database. */
export interface Identity {
  environment: Environment;
  feedId: string;
}

/** A result kept under the content that it was the answer to, so that a repeat can be told from a reuse. */
export interface Kept<T> {
  contentHash: string;
  result: T;
}

/** A private key in JWK form, as it was stored; parsed by who uses it. */
export interface SigningKey {
  id: string;
  jwk: unknown;
}

/** Which bodies a search is for: all that is given must fit. */
export interface BodySearch {
  type: Body['type'];
  country?: string | undefined;
  /** Facets as `columns.ts` names them. */
  facets: string[];
  /** Folded; each stands somewhere in the searched text. */
  words: string[];
  /** The body, in the order of folded names and ids, behind which to go on. */
  after?: { nameKey: string; id: string } | undefined;
  limit: number;
}

/** Reading; all of one reader's answers are of one moment. Things that do not exist are undefined. */
export interface Reader {
  identity(): Promise<Identity>;
  signingKey(): Promise<SigningKey | undefined>;
  isEmpty(): Promise<boolean>;

  person(id: string): Promise<Person | undefined>;
  personByUsername(username: string): Promise<Person | undefined>;
  /** When the token was issued that a person's account was last taken from, in seconds since 1970; 0 if none was. */
  accountToldAt(username: string): Promise<number>;
  /** The first persons by user name. */
  people(limit: number): Promise<Person[]>;
  body(id: string): Promise<Body | undefined>;
  /** The authorities of a country, in the order in which they were added. */
  authoritiesIn(country: string): Promise<Body[]>;
  /** What is searched of each operator of a country, as `columns.ts` makes it. */
  operatorTexts(country: string): Promise<{ id: string; nameKey: string; searchText: string }[]>;
  /** The bodies that fit, by folded name and id. */
  searchBodies(search: BodySearch): Promise<Body[]>;
  role(id: string): Promise<Role | undefined>;
  /** The roles with these ids, at most a few hundred at once. */
  roles(ids: string[]): Promise<Role[]>;
  /** The roles in a body, as far as rules 5 and 6 need them: there can be many. */
  rolesInBody(bodyId: string): Promise<Pick<Role, 'id' | 'status'>[]>;
  rolesOfPerson(personId: string): Promise<Role[]>;
  /** The ids of the authorities right below one. */
  authoritiesBelow(parentId: string): Promise<string[]>;
  /** The ids of the roles that name a body as their own, or as the authority responsible: there can be many. */
  roleIdsNaming(as: 'body' | 'responsible', id: string): Promise<string[]>;

  /** The audit log of a role, oldest first. */
  history(roleId: string): Promise<HistoryLine[]>;
  decision(id: string): Promise<Kept<DecisionResult> | undefined>;
  filing(personId: string, key: string): Promise<Kept<{ roles: Role[] }> | undefined>;
  preferences(
    personId: string,
  ): Promise<{ revision: number; preferences: Preferences } | undefined>;

  /** The last sequence number given. */
  feedHead(): Promise<number>;
  /** The rows of one seat after a sequence number, oldest first. */
  feedAfter(seat: Seat, seq: number, limit: number): Promise<FeedRow[]>;
  feedCountAfter(seat: Seat, seq: number): Promise<number>;
  /** The seats in which a thing is seen now. */
  seatsShowing(id: string): Promise<Seat[]>;
  /** Whether a seat shows a role of this person or in this body. */
  showsRoleOf(seat: Seat, of: 'person' | 'body', id: string): Promise<boolean>;
  /** What had gone up to this sequence number may be forgotten: older cursors have expired. */
  compactedTo(): Promise<number>;
  /** The last sequence number given before a day (UTC, `YYYY-MM-DD`), 0 where none is on record. */
  feedHeadBefore(day: string): Promise<number>;
}

/** Writing; all of one writer's changes are kept together or not at all. */
export interface Writer extends Reader {
  /** Makes it another database to all who knew it: it comes from a backup. */
  becomeAnother(): Promise<void>;
  addSigningKey(key: SigningKey): Promise<void>;
  addPerson(person: Person): Promise<void>;
  addBody(body: Body): Promise<void>;
  addRole(role: Role): Promise<void>;
  updatePerson(person: Person): Promise<void>;
  /** Notes when the token was issued that a person's account is taken from. */
  noteAccountTold(personId: string, at: number): Promise<void>;
  updateBody(body: Body): Promise<void>;
  updateRole(role: Role): Promise<void>;

  addHistory(roleId: string, line: HistoryLine): Promise<void>;
  keepDecision(id: string, kept: Kept<DecisionResult>): Promise<void>;
  keepFiling(personId: string, key: string, kept: Kept<{ roles: Role[] }>): Promise<void>;
  savePreferences(personId: string, revision: number, preferences: Preferences): Promise<void>;

  /** Shows a thing in a seat, behind all that is there; nothing where it is shown already. */
  feedEnter(seat: Seat, kind: Kind, id: string): Promise<void>;
  /** Moves a thing behind all that is in the seat, entering it where need be. */
  feedMove(seat: Seat, kind: Kind, id: string): Promise<void>;
  /** Tells of a thing a second time, behind all that is in the seat; its first place stays. */
  feedRepeat(seat: Seat, kind: Kind, id: string): Promise<void>;
  /** Tells a seat that a thing has left it. */
  feedLeave(seat: Seat, kind: Kind, id: string): Promise<void>;
  /** Lets cursors before a sequence number expire; then what is gone up to there can be forgotten. */
  feedExpire(upTo: number): Promise<void>;
  /** Forgets what is gone up to a sequence number, among the next `limit` rows; says where to go on, if anywhere. */
  feedForget(
    upTo: number,
    after: FeedPlace | undefined,
    limit: number,
  ): Promise<FeedPlace | undefined>;
}

/** What a committed write touched: seats with something new, and people whose own roles changed. */
export interface Touched {
  seats: ReadonlySet<Seat>;
  personIds: ReadonlySet<string>;
}

/** The database cannot be reached just now; what was under way may have been committed or not. */
export class StorageUnavailable extends Error {}

/** Where the registry keeps everything, maybe together with other processes. */
export interface Storage {
  read<T>(work: (reader: Reader) => Promise<T>): Promise<T>;
  /**
   * Commits when `work` resolves, rolls back when it rejects. What is committed is as if writes had run one after the
   * other; where they do not, `work` may run more than once, and must do nothing that cannot be rolled back.
   */
  write<T>(work: (writer: Writer) => Promise<T>): Promise<T>;
  /** Hears of every committed write that touched something, and of `everything` where some may have been missed. */
  onCommit(listener: (touched: Touched | 'everything') => void): void;
  close(): Promise<void>;
}
