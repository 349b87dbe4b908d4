import { civilDate } from './format.ts';

/** How a deadline stands: overdue, today, tomorrow, or later, in the largest unit that says enough. */
export type Due =
  | { kind: 'overdue'; unit: 'minutes' | 'hours' | 'days'; count: number }
  | { kind: 'today'; unit: 'minutes' | 'hours'; count: number }
  | { kind: 'tomorrow' }
  | { kind: 'later' };

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/**
 * How a deadline stands at a moment. Today and tomorrow are days of the reader's zone; counts are rounded down, what
 * is left and what is over alike, but never to nothing.
 */
export function dueOf(dueAt: string, nowMs: number, timeZone: string): Due {
  const dueMs = Date.parse(dueAt);
  if (dueMs <= nowMs) return { kind: 'overdue', ...inUnits(nowMs - dueMs) };
  const date = civilDate(dueMs, timeZone);
  const today = civilDate(nowMs, timeZone);
  if (date === today) return { kind: 'today', ...inHours(dueMs - nowMs) };
  return { kind: date === dayAfter(today) ? 'tomorrow' : 'later' };
}

function inUnits(ms: number): { unit: 'minutes' | 'hours' | 'days'; count: number } {
  return ms < dayMs ? inHours(ms) : { unit: 'days', count: Math.floor(ms / dayMs) };
}

function inHours(ms: number): { unit: 'minutes' | 'hours'; count: number } {
  return ms < hourMs
    ? { unit: 'minutes', count: Math.max(1, Math.floor(ms / minuteMs)) }
    : { unit: 'hours', count: Math.floor(ms / hourMs) };
}

function dayAfter(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + dayMs).toISOString().slice(0, 10);
}
