import type { FastifyInstance } from 'fastify';
import { Problem } from './problem.ts';

/** No call needs more than 6 levels. */
const deepest = 32;

/** 500 decisions hold 5,500 values; checking far more, each of them wrong, would keep everybody else waiting. */
const mostValues = 20_000;

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Reads JSON bodies and no others; an empty one is none, because many clients name the type of a body that they do not send. */
export function readJson(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.removeContentTypeParser('text/plain');
  app.addContentTypeParser<Buffer>(
    'application/json',
    { parseAs: 'buffer' },
    (request, bytes, done) => {
      if (bytes.length === 0) return done(null);
      const { depth, values } = extentOf(bytes);
      if (values > mostValues) return done(new Problem(413, 'payload_too_large'));
      const text = depth > deepest ? undefined : decoded(bytes);
      if (text === undefined) return done(new Problem(400, 'malformed_json'));
      return parse(request, text, done);
    },
  );
}

/** How deep a JSON text is nested and how many values it has at most, found without making anything of it. */
function extentOf(json: Uint8Array): { depth: number; values: number } {
  let depth = 0;
  let values = 1;
  let open = 0;
  let inText = false;
  for (let at = 0; at < json.length; at += 1) {
    const byte = json[at];
    if (inText) {
      if (byte === char['\\']) at += 1;
      else if (byte === char['"']) inText = false;
    } else if (byte === char['"']) inText = true;
    else if (byte === char[',']) values += 1;
    else if (byte === char['['] || byte === char['{']) depth = Math.max(depth, ++open);
    else if (byte === char[']'] || byte === char['}']) open -= 1;
  }
  return { depth, values };
}

/** In UTF-8 no byte of a longer character looks like one of these. */
const char = { '"': 0x22, '\\': 0x5c, ',': 0x2c, '[': 0x5b, ']': 0x5d, '{': 0x7b, '}': 0x7d };

/** Undefined where the bytes are not UTF-8: putting a replacement for what was meant would change a text silently. */
function decoded(bytes: Uint8Array): string | undefined {
  try {
    return utf8.decode(bytes);
  } catch {
    return undefined;
  }
}
