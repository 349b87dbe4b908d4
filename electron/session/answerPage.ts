import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';

const style = `
:root { color-scheme: light dark; font: 16px/24px system-ui, sans-serif; }
body { max-width: 32em; margin: 20vh auto 0; padding: 0 24px; }
h1 { font-size: 20px; line-height: 28px; font-weight: 600; }`;
const styleHash = createHash('sha256').update(style).digest('base64');

const policy = [
  "default-src 'none'",
  `style-src 'sha256-${styleHash}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The words of the page, in the language of the interface. */
export interface AnswerWords {
  language: string;
  direction: string;
  title: string;
  text: string;
}

/** The page that the browser ends on: words alone, without script and without a way to load anything. */
export function answerPage({ language, direction, title, text }: AnswerWords): string {
  return `<!doctype html>
<html lang="${escaped(language)}" dir="${escaped(direction)}">
<head><meta charset="utf-8"><title>${escaped(title)}</title><style>${style}</style></head>
<body><main><h1>${escaped(title)}</h1><p>${escaped(text)}</p></main></body>
</html>
`;
}

/** Sends the page, to be neither kept nor told to other sites. */
export function sendPage(response: ServerResponse, status: number, page: string): void {
  response
    .writeHead(status, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy,
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      connection: 'close',
    })
    .end(page);
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
