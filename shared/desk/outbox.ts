import { z } from 'zod';
import type { RecordedDecision } from '../domain/role.ts';
import { type Action, actionSchema, type Status } from '../domain/vocabulary.ts';
import { isKeepable } from '../wire/text.ts';
import { messageSchema, messagesSchema } from './message.ts';
import { seenRoleSchema, selectionLimit } from './selection.ts';

/**
 * Where a decision of this desk is: `held` for its moment of undo, `waiting` to be sent, `sent` without an answer
 * yet, in `conflict` with a newer one, or `refused` by the registry. What the registry recorded has left the outbox.
 */
export type OutboxState = 'held' | 'waiting' | 'sent' | 'conflict' | 'refused';

/** A body as the person saw it who chose it: this desk may not have it, or lose it with the role. */
const targetSchema = z.strictObject({ bodyId: z.uuid(), name: z.string().max(1000) });

export const decideSchema = z.strictObject({
  action: actionSchema,
  roles: z.array(seenRoleSchema).min(1).max(selectionLimit),
  reason: z.string().max(100).refine(isKeepable).optional(),
  /**
   * The same for all, or by the language of each person. What the registry would refuse is refused here, while the
   * person still has the text before them.
   */
  message: z.union([messageSchema, messagesSchema]).optional(),
  admin: z.boolean().optional(),
  /** Where the decision moves the roles: to an authority (`reassign`), or into an existing operator (`approve`). */
  target: targetSchema.optional(),
  /** Of an earlier call with the same decision, which this one goes on with: both are taken back together. */
  batchId: z.uuid().optional(),
});
export type Decide = z.infer<typeof decideSchema>;

/** How a person settles a conflict or a refusal: lets what stands stand, or decides the same on the revision that they see. */
export const settleSchema = z.discriminatedUnion('keep', [
  z.strictObject({ keep: z.literal('theirs'), decisionId: z.uuid() }),
  z.strictObject({ keep: z.literal('mine'), decisionId: z.uuid(), revision: z.int().min(1) }),
]);

/** What the desk says of each role at once; `batchId` names the accepted ones together, for undo. */
export interface DecideAnswer {
  batchId: string;
  outcomes: DecideOutcome[];
}

/**
 * `refused` with a code of the rules, `changed` where the role is no longer as the reviewer saw it, `in_flight` where
 * an earlier decision on it is on its way, `unknown_role` where the role is gone.
 */
export type DecideOutcome =
  | { roleId: string; outcome: 'accepted' }
  | { roleId: string; outcome: 'refused'; code: string };

/** A decision of this desk that the registry has not recorded, with what a person needs to know of it. */
export interface OutboxEntry {
  id: string;
  batchId: string;
  roleId: string;
  personName: string;
  bodyName: string;
  action: Action;
  state: OutboxState;
  /** The revision that the person saw. */
  baseRevision: number;
  decidedAt: string;
  /** Since when it is in this state. */
  since: string;
  /** Until when it is held back, while it is held. */
  heldUntil?: string;
  reason?: string;
  message?: string;
  /** The name of the body that it moves the role to. */
  targetName?: string;
  /** The registry's code, where it refused. */
  code?: string;
  /** In a conflict: the decision that stands. */
  current?: RecordedDecision;
  /** In a conflict and of a refusal: how the role stands; absent where it has left this desk's scope. */
  currentStatus?: Status;
  currentRevision?: number;
  /** Whether the same decision can be made anew on the role as it now stands. */
  canDecideAnew: boolean;
}

/** The decisions last made together that can still be taken back. */
export interface Undoable {
  batchId: string;
  /** The first of their roles, with its names. */
  roleId: string;
  action: Action;
  count: number;
  personName: string;
  bodyName: string;
}

/** A decision of this desk that the registry has recorded: `applied`, with both clocks. */
export interface RecordedEntry {
  id: string;
  roleId: string;
  personName: string;
  bodyName: string;
  action: Action;
  decidedAt: string;
  recordedAt: string;
  reason?: string;
  message?: string;
  /** The name of the body that it moved the role to. */
  targetName?: string;
}

/** What every screen of the window shows of the outbox. */
export interface OutboxSummary {
  conflicts: number;
  refused: number;
  /** The one that has waited longest for a person. */
  firstConflict?: OutboxEntry;
  undoable?: Undoable;
}

/** Every decision that the registry has not recorded, in the order in which they were taken. */
export interface Outbox {
  entries: OutboxEntry[];
  /** The latest that were recorded, newest first. */
  recorded: RecordedEntry[];
  undoable?: Undoable;
}
