import type { DeskEvent } from './topics.ts';

/** What the preload script puts into the window as `desk`, and nothing else. */
export interface DeskBridge {
  /** Asks; the answer is the JSON of an `Answer`. Name and input are checked in main. */
  call: (name: string, input: unknown) => Promise<string>;
  /** Listens; the result ends the listening. */
  listen: (listener: (event: DeskEvent) => void) => () => void;
}

/** The channels between window and main. */
export const channels = { call: 'desk:call', event: 'desk:event' } as const;
