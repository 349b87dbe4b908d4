import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';

/** How long requests under way have to end when the registry stops; after it their connections are cut. */
const graceMs = 10_000;

/**
 * Makes closing the app lose no answer: no new connections, what is under way is answered, and the connection ends
 * with its answer. Connections that never asked for anything, as browsers open them in advance, end at once.
 */
export function answerBeforeClosing(app: FastifyInstance): void {
  const unused = new Set<Socket>();
  let isClosing = false;
  app.server.on('connection', (socket: Socket) => {
    unused.add(socket);
    socket.once('close', () => unused.delete(socket));
  });
  app.addHook('onRequest', async ({ raw }) => {
    unused.delete(raw.socket);
  });
  app.addHook('onSend', async (_request, reply) => {
    if (isClosing) reply.header('connection', 'close');
  });
  app.addHook('preClose', async () => {
    isClosing = true;
    for (const socket of unused) socket.destroy();
    setTimeout(() => app.server.closeAllConnections(), graceMs).unref();
  });
}
