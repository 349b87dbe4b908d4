import type { SeenRole } from '../../../shared/desk/selection.ts';

/** How many roles one call takes of a larger batch. Each call is whole or not at all; between two one can pause. */
export const partSize = 500;

/** Holds a batch between two of its parts, or ends it there. */
export class Gate {
  #open: Promise<void> = Promise.resolve();
  /** Opens it; there is something to open while it is closed. */
  #reopen: (() => void) | undefined;
  isStopped = false;

  close(): void {
    // Whoever waits already is not to be forgotten.
    if (this.#reopen) return;
    this.#open = new Promise((resolve) => {
      this.#reopen = resolve;
    });
  }

  open(): void {
    this.#reopen?.();
    this.#reopen = undefined;
  }

  stop(): void {
    this.isStopped = true;
    this.open();
  }

  /** Resolves, once it is open, with whether the batch goes on. */
  async pass(): Promise<boolean> {
    await this.#open;
    return !this.isStopped;
  }
}

/**
 * Decides on roles in parts, one after the other, as far as the gate lets them pass.
 * @param decide takes one part; answers the batch that it made, which the next part goes on with
 * @throws what `decide` throws: then the part and all after it are not decided
 */
export async function decideInParts(
  roles: SeenRole[],
  gate: Gate,
  decide: (part: SeenRole[], batchId: string | undefined) => Promise<string>,
): Promise<void> {
  let batchId: string | undefined;
  for (let from = 0; from < roles.length; from += partSize) {
    if (!(await gate.pass())) return;
    batchId = await decide(roles.slice(from, from + partSize), batchId);
  }
}
