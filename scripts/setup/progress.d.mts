/** An error whose message tells the reader what to do; shown without a stack. */
export class SetupError extends Error {}

/** Runs one step of the set-up and shows its name, outcome and duration on stderr. */
export function step<T>(name: string, run: () => Promise<T>): Promise<T>;

/** Runs a program to its end, its output on stderr; rejects with a SetupError unless it ends with 0. */
export function execute(
  program: string,
  args: string[],
  options?: { cwd?: string; env?: NodeJS.ProcessEnv; quiet?: boolean },
): Promise<void>;
