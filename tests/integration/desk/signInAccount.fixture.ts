import type { ChildProcess } from 'node:child_process';
import { onTestFinished } from 'vitest';
import type { ServiceNews } from '../../../electron/service-host/deskService.ts';
import { Account, type PersonsService } from '../../../electron/session/account.ts';
import type { SignInWay } from '../../../electron/session/signIn.ts';
import type { ToService } from '../../../shared/desk/service.ts';
import type { SignInState } from '../../../shared/desk/state.ts';
import type { TestIssuer } from '../../fixtures/issuer.ts';
import { colleaguesAt, type TestRegistry } from '../../fixtures/registry.ts';
import { TestService } from '../../fixtures/service.ts';
import { aRegistry } from './desks.ts';
import { aFolder, anIssuer } from './signIn.fixture.ts';

/** A desk service in a process of its own, as an account has it. */
interface AccountsService extends PersonsService {
  desk: TestService;
}

/** An account with real desk services, and what it has told. */
export interface TestAccount {
  account: Account;
  profile: string;
  /** All services that were opened, oldest first. */
  services: TestService[];
  /** How often the store of a person was closed. */
  left: () => number;
  /** Waits for the sign-in to stand so. */
  until: (state: SignInState) => Promise<void>;
}

/** An account that signs in by `way` at a registry; it ends with the test. */
export function anAccount(
  way: SignInWay,
  registry: { url: string },
  profile: string = aFolder(),
): TestAccount {
  const services: TestService[] = [];
  const listeners = new Set<() => void>();
  let left = 0;
  const account = new Account({
    profile,
    environment: 'training',
    at: { registry: registry.url, way },
    holdMs: 0,
    openService: (opening, onNews) => {
      const service = openService(opening, onNews);
      services.push(service.desk);
      return service;
    },
    onNews: () => {},
    onChange: () => {
      for (const listener of listeners) listener();
    },
    onLeft: () => {
      left += 1;
    },
  });
  onTestFinished(() => account.close());
  const until = (state: SignInState) =>
    new Promise<void>((resolve) => {
      const check = () => {
        if (JSON.stringify(account.signIn) !== JSON.stringify(state)) return;
        listeners.delete(check);
        resolve();
      };
      listeners.add(check);
      check();
    });
  return { account, profile, services, left: () => left, until };
}

/** Opens a desk service in a process of its own, as the application does for an account. */
export function openService(
  opening: Extract<ToService, { kind: 'open' }>,
  onNews: (news: ServiceNews) => void,
  process?: ChildProcess,
): AccountsService {
  const desk = new TestService(
    opening.file,
    () => {
      onNews({ kind: 'token_wanted' });
      // The account brings the token, if any.
      return new Promise(() => {});
    },
    process,
  );
  onTestFinished(() => desk.kill());
  // One that is closed at once never says that it is open.
  desk.open(opening).catch(() => {});
  return {
    desk,
    giveToken: (token) => desk.send({ kind: 'token', token }),
    close: () => desk.close(),
    reopen: async () => {},
    export: () => () => {},
    trouble: undefined,
    ask: (name, input) => desk.call(name, input),
    pass: async (name, input) => JSON.stringify(await desk.answer(name as never, input as never)),
  };
}

/** A registry, and an issuer whose tokens it takes. */
export async function aPlace(): Promise<{
  registry: TestRegistry;
  issuer: TestIssuer;
  people: [string, string];
}> {
  const registry = await aRegistry();
  const people = await colleaguesAt(registry);
  const issuer = await anIssuer();
  issuer.accessToken = (subject) => registry.token(subject);
  signsIn(issuer, people[0]);
  return { registry, issuer, people };
}

/** Has the issuer let this person in from now on. */
export function signsIn(issuer: TestIssuer, username: string): void {
  issuer.lies = { claims: { sub: username } };
}

/** How often the audit log names an approval of a role by this person. */
export async function timesApproved(registry: TestRegistry, username: string, roleId: string) {
  return (await registry.as(username)).timesRecorded(roleId, 'approve');
}

/** Takes the token from a desk whose account cannot get another. */
export async function losesToken({ service }: Account, desk: TestService): Promise<void> {
  service?.giveToken(undefined);
  await desk.call('desk:sync', undefined);
  await desk.until('desk:state', undefined, ({ connection }) => connection.state === 'offline');
}
