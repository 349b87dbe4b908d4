import { hash } from 'node:crypto';
import { afterAll, expect, test } from 'vitest';
import { ask, authorizationUrl, Browser, refreshGrant, signInThrough } from './signInBrowser.ts';
import { startTestRegistry } from './testRegistry.ts';

const registry = await startTestRegistry();
afterAll(() => registry.stop());
const { url } = registry;
const { person } = await registry.newcomer();
const { username } = person;
const firstPage = (browser: Browser, more = {}) => browser.go(authorizationUrl(url, more));

test('the page names the environment and offers the demonstration people by what they administer', async () => {
  const { text, status } = await firstPage(new Browser(url));
  expect(status).toBe(200);
  expect(text).toContain('<title>Sign in to Roledesk: training</title>');
  expect(text).toMatch(/<html lang="en">/);
  expect(text).toMatch(
    /<h2>European Commission<\/h2>[\s\S]*<h2>Central competent authorities<\/h2>/,
  );
  const [first] = await registry.administrators('CCA', 'BE');
  const { person: known } = await first!.me();
  expect(text).toContain(`<button name="username" value="${known.username}">`);
  for (const [, id] of text.matchAll(/<input id="(\w+)"/g)) {
    expect(text).toContain(`<label for="${id}">`);
  }
});

test('a search narrows the people down', async () => {
  const browser = new Browser(url);
  const page = await firstPage(browser);
  const { text } = await browser.go(`${page.url}?q=antwerpen+be`);
  const found = [...text.matchAll(/name="username" value="(\w+)"/g)];
  expect(found.length).toBeGreaterThan(0);
  expect(found.length).toBeLessThan(10);
  const nobody = await browser.go(`${page.url}?q=${encodeURIComponent('"><script>')}`);
  expect(nobody.text).toContain('Nobody is found.');
  expect(nobody.text).not.toContain('<script');
});

test('a user name that nobody has is said, and asked for again', async () => {
  const browser = new Browser(url);
  const page = await firstPage(browser);
  const again = await browser.go(page.url, { username: '<b>nobody' });
  expect(again.status).toBe(422);
  expect(again.text).toContain('Nobody has this user name.');
  expect(again.text).not.toContain('<b>nobody');
  expect((await browser.go(page.url, { username })).next).toMatch(/[?&]code=/);
});

test('the page runs no script, is in no frame, and sends to nobody but the registry and a desk', async () => {
  const browser = new Browser(url);
  const page = await firstPage(browser);
  const { headers } = await fetch(page.url);
  const policy = headers.get('content-security-policy') ?? '';
  const style = /<style>([\s\S]*)<\/style>/.exec(page.text)?.[1] ?? '';
  expect(policy.split('; ')).toEqual([
    "default-src 'none'",
    `style-src 'sha256-${hash('sha256', style, 'base64')}'`,
    "form-action 'self' http://127.0.0.1:*",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ]);
  expect(page.text).not.toMatch(/<script|\son\w+=/);
});

test('another site cannot sign anybody in: the page is the browser’s that was sent there', async () => {
  const page = await firstPage(new Browser(url));
  const stranger = new Browser(url);
  await firstPage(stranger);
  for (const browser of [new Browser(url), stranger]) {
    const { status, next, text } = await browser.go(page.url, { username });
    expect({ status, next }).toEqual({ status: 400, next: undefined });
    expect(text).toContain('<h1>Signing in did not work</h1>');
  }
  const answer = await fetch(authorizationUrl(url), { redirect: 'manual' });
  const cookies = answer.headers.getSetCookie();
  expect(cookies.length).toBeGreaterThan(0);
  for (const cookie of cookies) expect(cookie).toMatch(/samesite=lax; httponly/);
});

test('who has signed in is not asked again, unless the desk says so; another person then ends the first', async () => {
  const browser = new Browser(url);
  const first = await signInThrough(browser, username);
  expect((await firstPage(browser)).next).toMatch(/[?&]code=/);
  expect((await firstPage(browser, { prompt: 'consent' })).next).toMatch(/[?&]code=/);
  const { person: other } = await registry.newcomer();
  const asked = await firstPage(browser, { prompt: 'login' });
  expect(asked.text).toContain('<h1>Sign in to Roledesk: training</h1>');
  const sentOn = await browser.go(asked.url, { username: other.username });
  const { next = '' } = await browser.go(...formIn(sentOn.text));
  expect(next).toMatch(/[?&]code=/);
  expect(await ask(url, refreshGrant(first.refresh_token))).toMatchObject({
    ...{ status: 400, body: { error: 'invalid_grant' } },
  });
});

test('signing out asks once, ends the refresh token, and goes back to the desk', async () => {
  const browser = new Browser(url);
  const { id_token, refresh_token } = await signInThrough(browser, username);
  const back = 'http://127.0.0.1:49200/signed-out';
  const page = await browser.go(
    endUrl({ id_token_hint: id_token, post_logout_redirect_uri: back }),
  );
  expect(page.text).toContain('<h1>Sign out of Roledesk?</h1>');
  const [action, fields] = formIn(page.text);
  const { next } = await browser.go(action, { ...fields, logout: 'yes' });
  expect(next).toBe(`${back}?state=the-state`);
  expect(await ask(url, refreshGrant(refresh_token))).toMatchObject({ status: 400 });
  expect((await firstPage(browser)).next).toBeUndefined();
});

test('another site cannot sign anybody out, nor be where that leads', async () => {
  const browser = new Browser(url);
  const { id_token, refresh_token } = await signInThrough(browser, username);
  const elsewhere = { id_token_hint: id_token, post_logout_redirect_uri: 'http://127.0.0.1:1/x' };
  expect((await browser.go(endUrl(elsewhere))).status).toBe(400);
  const forged = await browser.go(`${url}/dev/oidc/session/end/confirm`, { logout: 'yes' });
  expect(forged.status).toBe(400);
  expect(await ask(url, refreshGrant(refresh_token))).toMatchObject({ status: 200 });
});

function endUrl(parameters: Record<string, string>): string {
  const given = new URLSearchParams({ ...parameters, state: 'the-state' });
  return `${url}/dev/oidc/session/end?${given}`;
}

/** Where the form of a page goes, and what it carries. */
function formIn(text: string): [action: string, fields: Record<string, string>] {
  const action = /<form[^>]* action="([^"]+)"/.exec(text)?.[1] ?? '';
  const fields = [...text.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)];
  return [action, Object.fromEntries(fields.map(([, name, value]) => [name, value]))];
}
