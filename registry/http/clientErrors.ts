import type { Socket } from 'node:net';
import type { ConnectionError } from 'fastify';
import { problemMediaType } from '../../shared/wire/problem.ts';
import { Problem } from './problem.ts';
import { documentOf } from './problems.ts';

/** Answers what is no request that could reach a route: headers too large, too slow, or not HTTP at all. */
export function answerClientError(error: ConnectionError, socket: Socket): void {
  if (error.code !== 'ECONNRESET' && socket.writable) {
    const document = documentOf(problemOf(error));
    const body = JSON.stringify(document);
    const head = [
      `HTTP/1.1 ${document.status} ${document.title}`,
      `Content-Type: ${problemMediaType}`,
      `Content-Length: ${Buffer.byteLength(body)}`,
      'Connection: close',
    ];
    socket.write(`${head.join('\r\n')}\r\n\r\n${body}`);
  }
  socket.destroySoon();
}

function problemOf({ code }: ConnectionError): Problem {
  switch (code) {
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return new Problem(408, 'request_timeout');
    case 'HPE_HEADER_OVERFLOW':
      return new Problem(431, 'headers_too_large');
    default:
      return new Problem(400, 'invalid_request');
  }
}
