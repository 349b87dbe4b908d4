import type { FastifyInstance, HTTPMethods } from 'fastify';
import { Problem } from './problem.ts';

const known: HTTPMethods[] = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** Watches routes being added; the answer, called after the last, makes every other method on them a 405. */
export function refuseOtherMethods(app: FastifyInstance): () => void {
  const methodsByUrl = new Map<string, Set<string>>();
  app.addHook('onRoute', ({ url, method }) => {
    const methods = methodsByUrl.get(url) ?? new Set();
    for (const each of [method].flat()) methods.add(each);
    methodsByUrl.set(url, methods);
  });
  return () => {
    for (const [url, methods] of [...methodsByUrl]) {
      const allow = [...methods].sort().join(', ');
      app.route({
        url,
        method: known.filter((method) => !methods.has(method)),
        schema: { hide: true },
        handler: () => {
          throw new Problem(405, 'method_not_allowed', { headers: { allow } });
        },
      });
    }
  };
}
