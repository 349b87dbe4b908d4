import type { OutboxEntry } from '../../../shared/desk/outbox.ts';

/** For how many seconds a held decision is held on. Its moment is never longer than it was, wherever the clock is set. */
export function secondsLeft(
  { since, heldUntil = since }: Pick<OutboxEntry, 'since' | 'heldUntil'>,
  nowMs: number,
): number {
  const untilMs = Date.parse(heldUntil);
  const leftMs = Math.min(untilMs - nowMs, untilMs - Date.parse(since));
  return Math.max(0, Math.ceil(leftMs / 1000));
}
