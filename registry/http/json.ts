import type { FastifyInstance } from 'fastify';

/** Reads JSON bodies; an empty one is none, because many clients name the type of a body that they do not send. */
export function readJson(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.addContentTypeParser<string>(
    'application/json',
    { parseAs: 'string' },
    (request, text, done) => (text === '' ? done(null) : parse(request, text, done)),
  );
}
