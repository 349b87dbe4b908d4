import type { Environment } from '../domain/vocabulary.ts';
import type { Me } from '../wire/me.ts';
import type { Appearance } from './appearance.ts';

/** Why the desk is off line, for the words that the window shows. */
export type OfflineCause =
  | 'starting'
  /** Nobody is there. */
  | 'unreachable'
  /** Somebody is there and does not answer in time. */
  | 'no_answer'
  /** Something between desk and registry answers in its place, such as the sign-in page of a network. */
  | 'intercepted'
  | 'maintenance'
  /** The registry has been asked too much. */
  | 'busy'
  | 'registry_error'
  | 'answer_invalid'
  | 'wrong_environment'
  | 'registry_older'
  | 'registry_newer'
  | 'person_unknown'
  | 'signed_out'
  /** Nothing can be kept here: the disk is full, or fails. */
  | 'disk_full'
  | 'disk_failing';

/** `retryAt`: when the desk tries again by itself. */
export type Connection =
  | { state: 'online'; since: string }
  | { state: 'offline'; since: string; cause: OfflineCause; retryAt?: string };

/** What the window shows of desk and registry at its foot and head. */
export interface DeskState {
  connection: Connection;
  /** Decisions of this desk that the registry has not recorded: held, waiting or sent. */
  waiting: number;
  /** Conflicts and refusals that wait for a person. */
  unresolved: number;
  lastSyncAt?: string;
  /**
   * A pull from the start, while it runs: changes taken in and changes to come. `isAnew`: everything was here before,
   * and the registry no longer knows how far this desk had come.
   */
  firstPull?: { done: number; remaining: number; isAnew: boolean };
  /** Since when an answer of the registry has been awaited, where that is longer than usual. */
  awaitedSince?: string;
  /** How far this computer's clock is ahead of the registry's, in milliseconds, where that is worth saying. */
  clockAheadMs?: number;
  mishap?: StoreMishap;
  /** Unknown until the registry was reached once. */
  me?: Pick<Me, 'person' | 'scopes'>;
}

/** What happened to the store, for the words that the window shows until the person has read them. */
export type StoreMishap =
  /**
   * It was damaged and is kept in `file`; a new one was begun with the decisions that could be `saved`. `unreadable`
   * ones are counted, as far as that can be told.
   */
  | { kind: 'set_aside'; at: string; file: string; saved: number; unreadable: number }
  /** The last thing that was being written when the computer stopped cannot be read. */
  | { kind: 'end_lost'; at: string };

/** Why a store cannot be opened; nothing in it was changed. */
export const storeTroubles = [
  'newer_schema',
  'other_environment',
  'key_unsupported',
  'locked',
  'disk_full',
  'disk_failing',
] as const;
export type StoreTrouble = (typeof storeTroubles)[number];

/** What the window has to know before anything else. */
export interface AppInfo {
  environment: Environment;
  version: string;
  language: string;
  appearance: Appearance;
  /** Host and port of the registry, where one is set. */
  registry?: string;
  /** Whether somebody's store is open: signed out, too, one goes on working in it. */
  hasDesk: boolean;
  /** Why that store cannot be opened, where it cannot. */
  storeTrouble?: StoreTrouble;
  signIn: SignInState;
}

/** How the person at this desk stands to the sign-in. */
export type SignInState =
  | { state: 'signed_in' }
  /** Signing in without the person's doing; with a problem it goes on trying. */
  | { state: 'connecting'; problem?: SignInProblem }
  /** The browser asks the person. */
  | { state: 'in_browser' }
  /** Only the person can go on; the problem is that of the last attempt. */
  | { state: 'signed_out'; problem?: SignInProblem };

/** Why signing in did not work, for the words that the window shows. */
export type SignInProblem =
  | 'not_set_up'
  | 'registry_unreachable'
  | 'registry_invalid'
  | 'wrong_environment'
  | 'wrong_protocol'
  | 'provider_unreachable'
  | 'provider_invalid'
  /** This computer's clock and the sign-in service's are too far apart. */
  | 'clock_wrong'
  | 'denied'
  | 'refused'
  | 'timed_out'
  | 'no_browser';
