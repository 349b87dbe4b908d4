import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { z } from 'zod';
import { problemMediaType, problemSchema } from '../../../shared/wire/problem.ts';

interface RawAnswer {
  status: number;
  headers: Headers;
  body: string;
}

/** A connection on which a test says exactly what it wants, byte by byte. */
export interface RawConnection {
  socket: Socket;
  /** The next whole answer; it has to say how long it is. */
  answer(): Promise<RawAnswer>;
  closed: Promise<void>;
}

/** @throws where nobody listens */
export async function rawConnection(url: string): Promise<RawConnection> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  await once(socket, 'connect');
  let heard = Buffer.alloc(0);
  let more = Promise.withResolvers<void>();
  socket.on('data', (bytes) => {
    heard = Buffer.concat([heard, bytes]);
    more.resolve();
    more = Promise.withResolvers();
  });
  // The other side may end while this one still sends.
  socket.on('error', () => undefined);
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  const answer = async () => {
    for (;;) {
      const found = wholeAnswer(heard);
      if (found) {
        heard = heard.subarray(found.length);
        return found.answer;
      }
      const ended = await Promise.race([more.promise, closed.then(() => 'ended' as const)]);
      if (ended && !wholeAnswer(heard)) throw new Error(`ended after: ${heard.toString()}`);
    }
  };
  return { socket, answer, closed };
}

function wholeAnswer(bytes: Buffer): { answer: RawAnswer; length: number } | undefined {
  const headEnd = bytes.indexOf('\r\n\r\n');
  if (headEnd < 0) return undefined;
  const [first = '', ...lines] = bytes.subarray(0, headEnd).toString('latin1').split('\r\n');
  const headers = new Headers(
    lines.map((line): [string, string] => {
      const at = line.indexOf(':');
      return [line.slice(0, at), line.slice(at + 1).trim()];
    }),
  );
  const bodyStart = headEnd + 4;
  const length = bodyStart + z.coerce.number().parse(headers.get('content-length'));
  if (bytes.length < length) return undefined;
  const body = bytes.subarray(bodyStart, length).toString();
  return { answer: { status: Number(first.split(' ')[1]), headers, body }, length };
}

/** The problem that an answer is, or the test fails. */
export function problemIn({ status, headers, body }: RawAnswer) {
  if (!headers.get('content-type')?.startsWith(problemMediaType)) {
    throw new Error(`no problem: ${status} ${body}`);
  }
  const problem = problemSchema.parse(JSON.parse(body));
  if (problem.status !== status) throw new Error('the status is said in two ways');
  return problem;
}

/** A request as it goes over the wire; `body` may be shorter than the length that is told. */
export function requestText(
  method: string,
  path: string,
  headers: Record<string, string | number> = {},
): string {
  const lines = Object.entries({ host: 'registry', ...headers }).map(([n, v]) => `${n}: ${v}`);
  return `${[`${method} ${path} HTTP/1.1`, ...lines].join('\r\n')}\r\n\r\n`;
}
