import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';

/** Where the desk of these tests waits for the browser. */
export const redirectUri = 'http://127.0.0.1:49152/callback';

const mostRedirects = 20;

interface Cookie {
  name: string;
  value: string;
  path: string;
}

/** As much of a browser as signing in needs: it keeps cookies and follows redirects at the registry. */
export class Browser {
  readonly url: string;
  private readonly cookies = new Map<string, Cookie>();

  /** @param url the registry's */
  constructor(url: string) {
    this.url = url;
  }

  /** Goes there and on to where it is sent, as far as that is the registry. */
  async go(to: string, form?: Record<string, string>, redirects = 0): Promise<Page> {
    if (redirects > mostRedirects) throw new Error(`sent around in a circle: ${to}`);
    const { pathname } = new URL(to);
    const cookies = [...this.cookies.values()].filter(({ path }) => pathname.startsWith(path));
    const response = await fetch(to, {
      redirect: 'manual',
      headers: {
        accept: 'text/html',
        cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; '),
      },
      ...(form && { method: 'POST', body: new URLSearchParams(form) }),
    });
    for (const line of response.headers.getSetCookie()) this.keep(line);
    const location = response.headers.get('location');
    const next = location === null ? undefined : new URL(location, to).href;
    if (next?.startsWith(`${this.url}/`)) return this.go(next, undefined, redirects + 1);
    return { url: to, status: response.status, text: await response.text(), next };
  }

  private keep(line: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    const path = /path=([^;]*)/i.exec(line)?.[1] ?? '/';
    this.cookies.set(`${name} ${path}`, { name, value, path });
  }
}

/** Where the browser ended, and where it is sent outside of the registry. */
export interface Page {
  url: string;
  status: number;
  text: string;
  next: string | undefined;
}

/** The proof of possession of a code (RFC 7636). */
export function proof(): { verifier: string; challenge: string } {
  const verifier = randomBytes(32).toString('base64url');
  return { verifier, challenge: createHash('sha256').update(verifier).digest('base64url') };
}

/** The address that the desk opens in the browser; an empty parameter is left out. */
export function authorizationUrl(
  registry: string,
  parameters: Record<string, string> = {},
): string {
  const usual = {
    ...{ client_id: 'roledesk', response_type: 'code', redirect_uri: redirectUri },
    ...{ scope: 'openid profile email offline_access', state: 'the-state', nonce: 'the-nonce' },
    ...{ code_challenge: proof().challenge, code_challenge_method: 'S256' },
  };
  const given = Object.entries({ ...usual, ...parameters }).filter(([, value]) => value !== '');
  return `${registry}/dev/oidc/auth?${new URLSearchParams(given)}`;
}

/** Signs somebody in on the page, and gives the code that the desk would get. */
export async function codeFor(
  browser: Browser,
  username: string,
  parameters: Record<string, string> = {},
): Promise<string> {
  const page = await browser.go(authorizationUrl(browser.url, parameters));
  const { next = '', text } = page.next ? page : await browser.go(page.url, { username });
  const code = next.startsWith(`${redirectUri}?`) && new URL(next).searchParams.get('code');
  if (!code) throw new Error(`no code: ${next} ${text}`);
  return code;
}

const grantSchema = z.object({
  access_token: z.string(),
  expires_in: z.number(),
  id_token: z.string().default(''),
  refresh_token: z.string().default(''),
  scope: z.string().default(''),
});
export type Granted = z.infer<typeof grantSchema>;

/** Asks the provider for tokens. */
export async function ask(
  registry: string,
  form: Record<string, string>,
  secret?: string,
): Promise<{ status: number; body: unknown }> {
  const basic = Buffer.from(`${form.client_id}:${secret}`).toString('base64');
  const response = await fetch(`${registry}/dev/oidc/token`, {
    method: 'POST',
    body: new URLSearchParams(form),
    headers: secret === undefined ? {} : { authorization: `Basic ${basic}` },
  });
  return { status: response.status, body: await response.json() };
}

/** Asks for tokens that are to be given. */
export async function granted(...asked: Parameters<typeof ask>): Promise<Granted> {
  return grantSchema.parse((await ask(...asked)).body);
}

/** What a desk asks for with a code. */
export function codeGrant(code: string, verifier: string, more: Record<string, string> = {}) {
  return {
    ...{ client_id: 'roledesk', grant_type: 'authorization_code', code },
    ...{ redirect_uri: redirectUri, code_verifier: verifier, ...more },
  };
}

/** Signs somebody in as a desk does. */
export async function signInThrough(browser: Browser, username: string): Promise<Granted> {
  const { verifier, challenge } = proof();
  const code = await codeFor(browser, username, { code_challenge: challenge });
  return granted(browser.url, codeGrant(code, verifier));
}

/** What a desk asks for with a refresh token. */
export function refreshGrant(refresh_token: string) {
  return { client_id: 'roledesk', grant_type: 'refresh_token', refresh_token };
}
