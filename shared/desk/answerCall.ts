import { type Answer, CallRefused, type DeskError } from './answers.ts';
import { type CallName, calls, isCallName } from './calls.ts';

/** Runs a call whose input its schema has checked, and answers the JSON of an `Answer`. */
export type Run = (name: CallName, input: unknown) => Promise<string>;

/**
 * Checks a call by its schema, runs it, and answers the JSON of an `Answer`; never throws.
 * @param onFailure hears of what no caller is to see
 */
export async function answerCall(
  name: unknown,
  input: unknown,
  run: Run,
  onFailure: (error: unknown) => void,
): Promise<string> {
  if (!isCallName(name)) return refusal({ code: 'unknown_call' });
  const parsed = calls[name].input.safeParse(input);
  if (!parsed.success) {
    const path = parsed.error.issues[0]?.path.join('.');
    return refusal(path ? { code: 'invalid_input', path } : { code: 'invalid_input' });
  }
  try {
    return await run(name, parsed.data);
  } catch (error) {
    if (error instanceof CallRefused) return refusal(error.error);
    onFailure(error);
    return refusal({ code: 'failed' });
  }
}

/**
 * Has a call answered by its handler. The types cannot follow a name that varies; the schema of the call has checked
 * the input that its handler takes.
 * @throws {CallRefused} `unknown_call` where none of these handlers answers it
 */
export async function handle(handlers: object, name: CallName, input: unknown): Promise<string> {
  const handler: unknown = Object.hasOwn(handlers, name) ? Reflect.get(handlers, name) : undefined;
  if (typeof handler !== 'function') throw new CallRefused('unknown_call');
  const value: unknown = await handler(input);
  return JSON.stringify({ ok: true, value } satisfies Answer<unknown>);
}

/** The JSON of an answer that says why nothing was done. */
export function refusal(error: DeskError): string {
  return JSON.stringify({ ok: false, error } satisfies Answer<never>);
}
