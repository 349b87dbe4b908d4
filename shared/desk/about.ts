import { z } from 'zod';
import type { Preferences } from '../domain/preferences.ts';
import type { Environment } from '../domain/vocabulary.ts';
import type { Appearance } from './appearance.ts';
import type { OutboxState } from './outbox.ts';
import type { Connection, SignInProblem, SignInState, StoreTrouble } from './state.ts';

/** The licence of a package that ships with the desk. */
export const licenceSchema = z.object({
  name: z.string(),
  version: z.string(),
  /** Its SPDX expression. */
  licence: z.string(),
  /** The licence as the package has it. */
  text: z.string(),
});
export type Licence = z.infer<typeof licenceSchema>;

/** What the store can say of itself without naming anybody. */
export interface StoreFigures {
  schema: number;
  roles: number;
  bodies: number;
  persons: number;
  outbox: Partial<Record<OutboxState, number>>;
  connection: Connection;
  lastSyncAt?: string;
  clockAheadMs?: number;
  preferences: Preferences;
}

/** All that helps to find what is wrong with a desk, to be sent to others: it names no person, and no account. */
export interface Diagnostics {
  version: string;
  environment: Environment;
  /** Host and port of the registry, and of who signs people in where the settings say so. */
  registry?: string;
  issuer?: string;
  language: string;
  appearance: Appearance;
  runtime: { electron: string; chromium: string; node: string };
  system: { platform: string; release: string; architecture: string };
  signIn: { state: SignInState['state']; problem?: SignInProblem };
  /** Absent where nobody's store is open. */
  store?: StoreFigures | { trouble: StoreTrouble };
}
