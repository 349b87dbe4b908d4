import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import pino, { type DestinationStream } from 'pino';

/**
 * The registry's log: JSON lines with nothing of a person in them. Of an error only its kind, its code and where it
 * happened get in: messages of databases and parsers quote what they were given.
 */
export function registryLogger(destination: DestinationStream): pino.Logger {
  const options: pino.LoggerOptions = {
    base: null,
    serializers: { err: placeOfError },
    hooks: {
      logMethod(args, log) {
        // Without a text pino would take the error's message.
        if (args.length === 1 && holdsError(args[0])) args.push('error');
        log.apply(this, args);
      },
    },
  };
  return pino(options, destination);
}

function holdsError(logged: unknown): boolean {
  if (typeof logged !== 'object' || logged === null) return false;
  return logged instanceof Error || 'err' in logged;
}

/** Logs every answer to what reached a route, or the handler of what is not found. */
export function logAnswers(app: FastifyInstance): void {
  app.addHook('onResponse', async (request, reply) => logAnswer(request, reply));
}

/** Logs an answer by its route; the address itself can hold names and cursors. */
export function logAnswer(
  { method, routeOptions, log }: FastifyRequest,
  reply: FastifyReply,
): void {
  const { statusCode: status, elapsedTime: ms } = reply;
  log.info({ method, route: routeOptions.url, status, ms });
}

interface ErrorPlace {
  type: string;
  code?: string;
  at: string[];
  cause?: ErrorPlace;
}

function placeOfError(error: unknown): ErrorPlace {
  if (!(error instanceof Error)) return { type: typeof error, at: [] };
  const { name, stack, message, cause } = error;
  const code: unknown = Reflect.get(error, 'code');
  const frames = (stack ?? '').replace(message, '').split('\n');
  return {
    type: name,
    ...(typeof code === 'string' && { code }),
    at: frames.filter((line) => /^ {4}at /.test(line)).map((line) => line.trim()),
    ...(cause !== undefined && { cause: placeOfError(cause) }),
  };
}
