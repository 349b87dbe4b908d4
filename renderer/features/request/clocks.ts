const worthSayingMs = 60_000;

/** Whether a decision was recorded so much later than it was taken at the desk that both moments are worth saying. */
export function haveClocksParted(decidedAt: string, recordedAt: string): boolean {
  return Math.abs(Date.parse(recordedAt) - Date.parse(decidedAt)) >= worthSayingMs;
}
