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
  /** `ready`: the desk service runs; `signed_out`: there is nobody to open a store for. */
  session: 'ready' | 'signed_out';
  /** Why nobody is signed in, where that is known. */
  problem?: OfflineCause;
}

export type Theme = 'system' | 'light' | 'dark';
