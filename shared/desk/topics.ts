import type { Command } from './commands.ts';

/** What the window may show and should ask for again when it hears of it. */
export const topics = [
  'roles',
  'outbox',
  'state',
  'preferences',
  'workspace',
  'export',
  'app',
] as const;
export type Topic = (typeof topics)[number];

/** What main tells the window without being asked. */
export type DeskEvent =
  | { kind: 'changed'; topics: Topic[] }
  /** A notification was clicked: show this role. */
  | { kind: 'open'; roleId: string }
  /** An entry of the native menu was chosen. */
  | { kind: 'command'; command: Command };
