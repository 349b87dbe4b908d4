const firstMs = 500;
const longestMs = 60_000;
const longestRetryAfterMs = 60 * 60_000;

/**
 * How long to wait before the next attempt: "full jitter", a random part of a span that doubles with each failure, so
 * that desks do not come back all at once; never less than the registry asked for, up to an hour.
 * @param failures how many attempts have failed, from 1
 * @param random a number from 0 to below 1
 */
export function backoffMs(failures: number, random: () => number, retryAfterMs = 0): number {
  const span = Math.min(longestMs, firstMs * 2 ** (failures - 1));
  return Math.max(Math.min(retryAfterMs, longestRetryAfterMs), Math.round(random() * span));
}
