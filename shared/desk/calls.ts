import { z } from 'zod';
import { type Preferences, preferencesSchema } from '../domain/preferences.ts';
import { languageSchema } from '../domain/vocabulary.ts';
import type { Diagnostics, Licence, StoreFigures } from './about.ts';
import { appearanceSchema } from './appearance.ts';
import { type Command, isCommand } from './commands.ts';
import type {
  DuplicateCandidate,
  RoleDetail,
  RoleHistory,
  SelectionCheck,
  Takers,
} from './detail.ts';
import { type ExportState, exportSchema, type PrintOutcome } from './export.ts';
import {
  type DecideAnswer,
  decideSchema,
  type Outbox,
  type OutboxSummary,
  settleSchema,
} from './outbox.ts';
import { type Figures, figuresQuerySchema } from './overview.ts';
import {
  countsQuerySchema,
  type DeadlineCounts,
  type FacetChoice,
  facetQuerySchema,
  filterSchema,
  pageQuerySchema,
  type QueueCounts,
  queueSchema,
  type RolePage,
  sortSchema,
} from './queues.ts';
import { type SeenRole, selectionLimit } from './selection.ts';
import type { AppInfo, DeskState } from './state.ts';
import { type Workspace, workspaceChangeSchema } from './workspace.ts';

/** Who answers a call: the desk service beside its store, or the main process itself. */
type Place = 'service' | 'main';

interface Call<P extends Place, I extends z.ZodType, O> {
  at: P;
  input: I;
  /** Carries the type of the answer; never set. */
  answer?: O;
}

function call<P extends Place, I extends z.ZodType>(at: P, input: I) {
  return { answering: <O>(): Call<P, I, O> => ({ at, input }) };
}

const nothing = z.undefined();
const roleId = z.strictObject({ roleId: z.uuid() });
const roleIds = z.array(z.uuid()).min(1).max(selectionLimit);

/**
 * Every call of the window, once: its name, who answers it, the schema of its input and the type of its answer.
 * Preload, gate, service and client derive from this map.
 */
export const calls = {
  'app:info': call('main', nothing).answering<AppInfo>(),
  /** Shows the interface in another language at once; the preference is saved by `preferences:save`. */
  'app:language': call('main', z.strictObject({ language: languageSchema })).answering<void>(),
  /** Shows the window in another look at once, and from now on. */
  'app:appearance': call('main', appearanceSchema).answering<void>(),
  /** Which commands hold now: the native menu offers only those. */
  'app:offered': call(
    'main',
    z.strictObject({ commands: z.array(z.custom<Command>(isCommand)) }),
  ).answering<void>(),
  /** How many roles of a batch that is under way are still to be decided: whoever quits is told. */
  'app:undecided': call('main', z.strictObject({ count: z.int().min(0) })).answering<void>(),
  /** Has the person sign in, in the browser; how that goes stands in `app:info`. */
  'app:signIn': call('main', nothing).answering<void>(),
  'app:openBrowser': call('main', nothing).answering<void>(),
  'app:cancelSignIn': call('main', nothing).answering<void>(),
  /** Asks before, where decisions wait. */
  'app:signOut': call('main', nothing).answering<void>(),
  /** Tries to open a store that could not be opened. */
  'app:reopen': call('main', nothing).answering<void>(),
  /** Asks the person where to, and begins to write a file; how that goes stands in `export:state`. */
  'export:start': call('main', exportSchema).answering<void>(),
  'export:state': call('main', nothing).answering<ExportState>(),
  'export:stop': call('main', nothing).answering<void>(),
  /** The person has read how it ended. */
  'export:dismiss': call('main', nothing).answering<void>(),
  /** Shows the written file in the system's file manager. */
  'export:show': call('main', nothing).answering<void>(),
  /** Opens the system's print dialog on what the window shows in print; the title stands on every page. */
  'print:pages': call(
    'main',
    z.strictObject({ title: z.string().max(200) }),
  ).answering<PrintOutcome>(),
  'app:licences': call('main', nothing).answering<Licence[]>(),
  'app:diagnostics': call('main', nothing).answering<Diagnostics>(),
  'desk:figures': call('service', nothing).answering<StoreFigures>(),
  /** Opens the mail program with a text to the person of a role, in the person's language. */
  'app:mail': call('main', roleId).answering<void>(),
  /** Puts a text into the clipboard. */
  'app:copy': call('main', z.strictObject({ text: z.string().max(10_000) })).answering<void>(),
  'desk:state': call('service', nothing).answering<DeskState>(),
  'desk:sync': call('service', nothing).answering<void>(),
  /** The person has read what happened to the store. */
  'desk:mishapRead': call('service', nothing).answering<void>(),
  'queues:counts': call('service', countsQuerySchema).answering<QueueCounts>(),
  'queues:deadlines': call('service', countsQuerySchema).answering<DeadlineCounts>(),
  /** By the id of the view; all of them seen as one works now. */
  'queues:viewCounts': call('service', countsQuerySchema).answering<Record<string, number>>(),
  /** What one part of a filter can choose from, given all the others. */
  'queues:facet': call('service', facetQuerySchema).answering<FacetChoice[]>(),
  'overview:figures': call('service', figuresQuerySchema).answering<Figures>(),
  'roles:page': call('service', pageQuerySchema).answering<RolePage>(),
  /** The ids of all that a filter leaves, in its order, at most `selectionLimit`. */
  'roles:matching': call(
    'service',
    z.strictObject({
      queue: queueSchema,
      filter: filterSchema,
      sort: sortSchema,
    }),
  ).answering<{ roles: SeenRole[] }>(),
  'roles:detail': call('service', roleId).answering<RoleDetail>(),
  'roles:history': call('service', roleId).answering<RoleHistory>(),
  'roles:check': call('service', z.strictObject({ roleIds })).answering<SelectionCheck>(),
  /** The operators that the pending one is probably the same as, from the store or the registry. */
  'roles:duplicates': call('service', roleId).answering<DuplicateCandidate[]>(),
  /** The authorities that the role can be passed on to (rule 10). */
  'roles:takers': call('service', roleId).answering<Takers>(),
  /** "I am on it", for a while; on line only. */
  'roles:claim': call('service', roleId).answering<void>(),
  /** No longer. */
  'roles:release': call('service', roleId).answering<void>(),
  'decisions:decide': call('service', decideSchema).answering<DecideAnswer>(),
  'outbox:list': call('service', nothing).answering<Outbox>(),
  'outbox:summary': call('service', nothing).answering<OutboxSummary>(),
  /** Takes back what was decided together, or one of it, as far as it was not sent. */
  'outbox:undo': call(
    'service',
    z.union([z.strictObject({ batchId: z.uuid() }), z.strictObject({ decisionId: z.uuid() })]),
  ).answering<{
    undone: number;
    tooLate: number;
  }>(),
  'outbox:settle': call('service', settleSchema).answering<void>(),
  'preferences:get': call('service', nothing).answering<Preferences>(),
  'preferences:save': call('service', preferencesSchema).answering<void>(),
  'workspace:get': call('service', nothing).answering<Workspace>(),
  /** Replaces the parts that are given. */
  'workspace:save': call('service', workspaceChangeSchema).answering<void>(),
} as const;

export type Calls = typeof calls;
export type CallName = keyof Calls;
export type CallInput<N extends CallName> = z.infer<Calls[N]['input']>;
export type CallAnswer<N extends CallName> =
  Calls[N] extends Call<Place, z.ZodType, infer O> ? O : never;

/** The names of the calls that one place answers. */
export type CallsAt<P extends Place> = {
  [N in CallName]: Calls[N]['at'] extends P ? N : never;
}[CallName];

/** One function for each call that a place answers: a call without one does not compile. */
export type Handlers<P extends Place> = {
  [N in CallsAt<P>]: (input: CallInput<N>) => CallAnswer<N> | Promise<CallAnswer<N>>;
};

/** Whether a text names a call. */
export function isCallName(name: unknown): name is CallName {
  return typeof name === 'string' && Object.hasOwn(calls, name);
}
