import { problemMediaType, problemSchema } from '../shared/wire/problem.ts';
import {
  RegistryAnswerInvalid,
  RegistryIntercepted,
  RegistryProblem,
  RegistryUnreachable,
} from './registry.ts';

/**
 * Makes sure that an answer of this media type, or without a body where none is given, is the registry's own. A page where JSON was asked for, a redirection
 * (there is none in the protocol) and an error that is no problem document come from something in between; but that it
 * fails itself (5xx) or is asked too much (429) a gateway may say in the registry's name.
 * @throws {RegistryIntercepted}
 * @throws {RegistryProblem}
 */
export async function checkAnswer(
  response: Response,
  mediaType: string | undefined,
): Promise<void> {
  const given = mediaTypeOf(response);
  const isAsked = mediaType === undefined ? response.status === noContentStatus : response.ok;
  if (isAsked && given === mediaType) return;
  const { status } = response;
  const retryAfterMs = retryAfterOf(response.headers);
  if (!response.ok && given === problemMediaType) {
    const told = problemSchema.safeParse(await jsonOf(response));
    if (told.success) throw new RegistryProblem(status, told.data.code, retryAfterMs);
  } else await response.body?.cancel();
  if (isOfGateway(status)) throw new RegistryProblem(status, 'unknown', retryAfterMs);
  throw new RegistryIntercepted(`an answer ${status} that is not the registry's`, { status });
}

/** The JSON of an answer, however long it takes; `onHeard` hears of every piece. */
export async function jsonOf(response: Response, onHeard = () => {}): Promise<unknown> {
  const decoder = new TextDecoder();
  let text = '';
  try {
    for await (const bytes of response.body ?? []) {
      onHeard();
      text += decoder.decode(bytes, { stream: true });
    }
    text += decoder.decode();
  } catch (cause) {
    throw new RegistryUnreachable('the answer broke off', { cause });
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new RegistryAnswerInvalid('not JSON');
  }
}

const noContentStatus = 204;

/** RFC 6585: 511 is what a network says that wants its users to sign in. */
const networkSignInStatus = 511;

function isOfGateway(status: number): boolean {
  return status === 429 || (status >= 500 && status !== networkSignInStatus);
}

function mediaTypeOf({ headers }: Response): string | undefined {
  return headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
}

/**
 * RFC 9110, Retry-After: seconds, or a date; that is read by the clock of who says it, for the one of this computer may
 * be wrong.
 */
function retryAfterOf(headers: Headers): number | undefined {
  const retryAfter = headers.get('retry-after')?.trim() ?? '';
  if (/^\d+$/.test(retryAfter)) return Number(retryAfter) * 1000;
  const ms = Date.parse(retryAfter) - Date.parse(headers.get('date') ?? '');
  return Number.isNaN(ms) ? undefined : Math.max(0, ms);
}
