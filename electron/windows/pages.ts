import { readFileSync } from 'node:fs';
import { extname, join, normalize, sep } from 'node:path';
import { protocol } from 'electron';
import { scheme } from './origin.ts';

const root = join(__dirname, '..', 'renderer');

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
};

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Makes the scheme a standard, secure one; to be called before the application is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ]);
  // The first one loads the machinery of all others. Before the application is ready nothing waits for it.
  notFound();
}

function notFound(): Response {
  return new Response(null, { status: 404 });
}

/** Answers the window's own pages from the built files, with the content security policy on each. */
export function servePages(): void {
  protocol.handle(scheme, ({ url }) => {
    const path = normalize(join(root, decodeURIComponent(new URL(url).pathname)));
    const type = types[extname(path)];
    if (!path.startsWith(root + sep) || type === undefined) return notFound();
    try {
      // At once: in its turn it would wait for all that starts beside the window.
      return new Response(readFileSync(path), {
        headers: {
          'content-type': type,
          'content-security-policy': policy,
          'x-content-type-options': 'nosniff',
        },
      });
    } catch {
      return notFound();
    }
  });
}
