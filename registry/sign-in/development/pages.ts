import { hash } from 'node:crypto';
import type { Environment } from '../../../shared/domain/vocabulary.ts';
import type { DevelopmentPerson } from '../../../shared/wire/development.ts';
import { type Html, html } from './html.ts';

const style = `
  body { font: 1rem/1.5 system-ui, sans-serif; max-width: 44rem; margin: 2rem auto; padding: 0 1rem; color: #1b1b1f }
  h2 { font-size: 1.1rem; margin: 1.5rem 0 0.5rem }
  ul { list-style: none; padding: 0 }
  label { display: block; font-weight: 600 }
  input, button { font: inherit; padding: 0.5rem 0.75rem; border: 1px solid #5b5d66; border-radius: 4px }
  button { background: #fff; color: inherit; cursor: pointer }
  button:hover { background: #eceef4 }
  :focus-visible { outline: 3px solid #0b57d0; outline-offset: 2px }
  li button { width: 100%; text-align: start; margin: 0.125rem 0 }
  li button span { display: block; color: #44464f }
  [role="alert"] { color: #8c1d18; font-weight: 600 }
`;

/**
 * No script, and no other site in it. A browser applies `form-action` to the redirects that follow as well: the last of
 * them goes to the port on which the desk waits.
 */
export const pageHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy': [
    "default-src 'none'",
    `style-src 'sha256-${hash('sha256', style, 'base64')}'`,
    "form-action 'self' http://127.0.0.1:*",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; '),
  'referrer-policy': 'no-referrer',
};

/** The groups in which people are shown, by what they administer first. */
const groups = new Map([
  ['COMMISSION', 'European Commission'],
  ['CCA', 'Central competent authorities'],
  ['RCA', 'Regional competent authorities'],
  ['LAU', 'Local authority units'],
  ['BCP', 'Border control posts'],
  ['CO', 'Customs offices'],
  ['EAOC', 'Endorsing authorities for organic certification'],
  ['OPL', 'Organic production and labelling'],
  ['control_body', 'Control bodies'],
  ['operator', 'Operators'],
  ['', 'Administrators of nothing'],
]);

/** What the page to sign in shows. */
export interface SignInView {
  environment: Environment;
  people: DevelopmentPerson[];
  search: string;
  /** A user name that nobody has. */
  unknown?: string;
}

/** The page to sign in: choose a person from a list, or type a user name. */
export function signInPage({ environment, people, search, unknown }: SignInView): string {
  return page(
    `Sign in to Roledesk: ${environment}`,
    html`
      <p>Development sign-in of the <strong>${environment}</strong> environment. There are no
        passwords; the people are made up.</p>
      <form method="post">
        <label for="username">User name</label>
        <input id="username" name="username" value="${unknown ?? ''}" required maxlength="255"
          autocomplete="off" autocapitalize="none" spellcheck="false"
          ${unknown === undefined ? '' : html`aria-invalid="true" aria-describedby="unknown"`}>
        <button>Sign in</button>
        ${unknown === undefined ? '' : html`<p id="unknown" role="alert">Nobody has this user name.</p>`}
      </form>
      <form method="get" role="search">
        <label for="q">Name, country or body</label>
        <input id="q" name="q" type="search" value="${search}">
        <button>Search</button>
      </form>
      <form method="post">${groupsOf(people, search)}</form>`,
  );
}

/** Asks whether to sign out; `form` is the provider's own. */
export function signOutPage(form: string): string {
  return page(
    'Sign out of Roledesk?',
    html`
      ${{ html: form }}
      <button form="op.logoutForm" name="logout" value="yes">Sign out</button>
      <button form="op.logoutForm">Stay signed in</button>`,
  );
}

/** Where nobody said where to go after signing out. */
export function signedOutPage(): string {
  return page('Signed out', html`<p>You can close this page.</p>`);
}

/** What went wrong, by the code of the protocol. */
export function errorPage(code: string, description = ''): string {
  return page('Signing in did not work', html`<p><code>${code}</code> ${description}</p>`);
}

function groupsOf(people: DevelopmentPerson[], search: string): Html[] {
  const found = people.filter((person) => matches(person, search));
  if (found.length === 0) return [html`<p role="status">Nobody is found.</p>`];
  return [...groups].flatMap(([kind, heading]) => {
    const members = found.filter(({ administers: [first] }) => (first?.kind ?? '') === kind);
    if (members.length === 0) return [];
    return [html`<h2>${heading}</h2><ul>${members.map(choiceOf)}</ul>`];
  });
}

function choiceOf({ username, name, administers }: DevelopmentPerson): Html {
  const bodies = administers.map((body) => `${body.name} (${body.country})`).join(', ');
  return html`<li><button name="username" value="${username}"><strong>${name}</strong>
    <span>${bodies || 'no role'}, ${username}</span></button></li>`;
}

function matches({ username, name, administers }: DevelopmentPerson, search: string): boolean {
  const bodies = administers.map((body) => `${body.name} ${body.country}`);
  const text = [username, name, ...bodies].join(' ').toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

function page(title: string, content: Html): string {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width">
        <title>${title}</title>
        <style>${{ html: style }}</style>
      </head>
      <body><main><h1>${title}</h1>${content}</main></body>
    </html>`.html;
}
