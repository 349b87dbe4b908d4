import type { Environment } from '../domain/vocabulary.ts';
import type { Me } from '../wire/me.ts';

/** Why the desk is off line, for the words that the window shows. */
export type OfflineCause =
  | 'starting'
  | 'unreachable'
  | 'registry_error'
  | 'answer_invalid'
  | 'wrong_environment'
  | 'wrong_protocol'
  | 'person_unknown'
  | 'signed_out';

export type Connection =
  | { state: 'online'; since: string }
  | { state: 'offline'; since: string; cause: OfflineCause };

/** What the window shows of desk and registry at its foot and head. */
export interface DeskState {
  connection: Connection;
  /** Decisions of this desk that the registry has not recorded: held, waiting or sent. */
  waiting: number;
  /** Conflicts and refusals that wait for a person. */
  unresolved: number;
  lastSyncAt?: string;
  /** The first pull, while it runs: changes taken in and changes to come. */
  firstPull?: { done: number; remaining: number };
  /** Unknown until the registry was reached once. */
  me?: Pick<Me, 'person' | 'scopes'>;
}

/** What the window has to know before anything else. */
export interface AppInfo {
  environment: Environment;
  version: string;
  language: string;
  theme: Theme;
  /** Host and port of the registry, where one is set. */
  registry?: string;
  /** Whether somebody's store is open: signed out, too, one goes on working in it. */
  hasDesk: boolean;
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
  | 'denied'
  | 'refused'
  | 'timed_out'
  | 'no_browser';

export type Theme = 'system' | 'light' | 'dark';
