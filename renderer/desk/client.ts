import type { Answer, DeskError } from '../../shared/desk/answers.ts';
import type { CallAnswer, CallInput, CallName } from '../../shared/desk/calls.ts';

/** A call that the desk refused: `code` says why, `codes:problem` has the words. */
export class DeskProblem extends Error {
  readonly code: DeskError['code'];
  /** The field at fault, dotted, where there is one. */
  readonly path: string | undefined;
  constructor({ code, path }: DeskError) {
    super(code);
    this.name = 'DeskProblem';
    this.code = code;
    this.path = path;
  }
}

/**
 * Asks the desk. Input and answer have the types of the map of calls; both ends of the bridge are our own.
 * @throws {DeskProblem} where the answer is an error
 */
export async function ask<N extends CallName>(
  name: N,
  input: CallInput<N>,
): Promise<CallAnswer<N>> {
  const answer: Answer<CallAnswer<N>> = JSON.parse(await window.desk.call(name, input));
  if (!answer.ok) throw new DeskProblem(answer.error);
  return answer.value;
}

/** Why something failed: the code of the desk, or `failed` for what it did not say. */
export function codeOf(error: unknown): DeskProblem['code'] {
  return error instanceof DeskProblem ? error.code : 'failed';
}
