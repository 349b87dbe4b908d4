import { type Answer, CallRefused, type DeskError } from '../../shared/desk/answers.ts';
import { type CallName, calls, type Handlers, isCallName } from '../../shared/desk/calls.ts';

/** Who answers behind the gate. */
export interface BehindGate {
  /** The calls that main answers itself. */
  main: Handlers<'main'>;
  /** Passes a call to the desk service; the answer is the JSON of an `Answer`. */
  pass: (name: string, input: unknown) => Promise<string>;
}

/** Checks a call by its schema, runs it where it belongs and answers the JSON of an `Answer`; never throws. */
export async function answerCall(
  name: unknown,
  input: unknown,
  behind: BehindGate,
): Promise<string> {
  if (!isCallName(name)) return refusal({ code: 'unknown_call' });
  const parsed = calls[name].input.safeParse(input);
  if (!parsed.success) {
    const path = parsed.error.issues[0]?.path.join('.');
    return refusal(path ? { code: 'invalid_input', path } : { code: 'invalid_input' });
  }
  try {
    if (calls[name].at === 'service') return await behind.pass(name, parsed.data);
    return JSON.stringify({ ok: true, value: await run(behind.main, name, parsed.data) });
  } catch (error) {
    return refusal(error instanceof CallRefused ? error.error : { code: 'failed' });
  }
}

/** The JSON of an answer that says why nothing was done. */
export function refusal(error: DeskError): string {
  return JSON.stringify({ ok: false, error } satisfies Answer<never>);
}

function run(handlers: Handlers<'main'>, name: CallName, input: unknown): unknown {
  const handler: unknown = Object.hasOwn(handlers, name) ? Reflect.get(handlers, name) : undefined;
  if (typeof handler !== 'function') throw new CallRefused('unknown_call');
  return handler(input);
}
