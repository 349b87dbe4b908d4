import { type Answer, CallRefused, type DeskError } from '../../shared/desk/answers.ts';
import { type CallName, calls, type Handlers, isCallName } from '../../shared/desk/calls.ts';

/**
 * Checks a call by its schema, runs its handler and answers the JSON of an `Answer`; never throws.
 * @param handlers none before the store is open
 * @param onFailure hears of what no caller is to see
 */
export async function answerCall(
  name: string,
  input: unknown,
  handlers: Handlers<'service'> | undefined,
  onFailure: (error: unknown) => void,
): Promise<string> {
  if (!isCallName(name) || calls[name].at !== 'service') return refusal({ code: 'unknown_call' });
  if (!handlers) return refusal({ code: 'not_ready' });
  const parsed = calls[name].input.safeParse(input);
  if (!parsed.success) {
    const path = parsed.error.issues[0]?.path.join('.');
    return refusal(path ? { code: 'invalid_input', path } : { code: 'invalid_input' });
  }
  try {
    const value: unknown = await run(handlers, name, parsed.data);
    return JSON.stringify({ ok: true, value } satisfies Answer<unknown>);
  } catch (error) {
    if (error instanceof CallRefused) return refusal(error.error);
    onFailure(error);
    return refusal({ code: 'failed' });
  }
}

function refusal(error: DeskError): string {
  return JSON.stringify({ ok: false, error } satisfies Answer<never>);
}

/** The schema of the call has checked the input that its handler takes; the types cannot follow a name that varies. */
function run(handlers: Handlers<'service'>, name: CallName, input: unknown): unknown {
  const handler: unknown = Object.hasOwn(handlers, name) ? Reflect.get(handlers, name) : undefined;
  if (typeof handler !== 'function') throw new CallRefused('unknown_call');
  return handler(input);
}
