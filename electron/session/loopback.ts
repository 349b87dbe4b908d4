import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sendPage } from './answerPage.ts';

const host = '127.0.0.1';
const path = '/callback';

/** What the page says that the browser ends on. */
export type AnswerPage = 'received' | 'not_ours';

/** A place on this computer that the provider sends the browser back to (RFC 8252, 7.3). */
export interface Loopback {
  redirectUri: string;
  /** Resolves with the first answer that carries `state`; all others are turned away. */
  answerTo: (state: string) => Promise<URL>;
  close: () => void;
}

/** Listens on a free port of 127.0.0.1 for one answer of the browser. */
export async function listenOnLoopback(pageOf: (page: AnswerPage) => string): Promise<Loopback> {
  const server = createServer();
  await listening(server);
  const { port } = server.address() as AddressInfo;
  const authority = `${host}:${port}`;
  const close = () => {
    server.close();
    server.closeIdleConnections();
  };
  return {
    redirectUri: `http://${authority}${path}`,
    close,
    answerTo: (state) =>
      new Promise((resolve) => {
        let isAnswered = false;
        server.on('request', (request, response) => {
          const answer = answerIn(request, authority);
          if (typeof answer === 'number') return refuse(response, answer);
          if (isAnswered || answer.searchParams.get('state') !== state) {
            return sendPage(response, 400, pageOf('not_ours'));
          }
          isAnswered = true;
          sendPage(response, 200, pageOf('received'));
          close();
          resolve(answer);
        });
      }),
  };
}

function listening(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, host, resolve);
  });
}

/** The address that the browser came to, or the status with which it is turned away. */
function answerIn({ method, url = '', headers }: IncomingMessage, authority: string): URL | number {
  // Another name for this computer would be a page of elsewhere that has rebound its name (DNS rebinding).
  if (headers.host !== authority) return 421;
  if (!url.startsWith(`${path}?`)) return 404;
  if (method !== 'GET') return 405;
  return new URL(`http://${authority}${url}`);
}

function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, { connection: 'close' }).end();
}
