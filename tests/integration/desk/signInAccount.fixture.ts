import { onTestFinished } from 'vitest';
import type { ServiceNews } from '../../../electron/service-host/deskService.ts';
import { Account, type PersonsService } from '../../../electron/session/account.ts';
import type { SignInWay } from '../../../electron/session/signIn.ts';
import type { ToService } from '../../../shared/desk/service.ts';
import type { SignInState } from '../../../shared/desk/state.ts';
import { TestService } from '../../fixtures/service.ts';
import { aFolder } from './signIn.fixture.ts';

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

function openService(
  opening: Extract<ToService, { kind: 'open' }>,
  onNews: (news: ServiceNews) => void,
): AccountsService {
  const desk = new TestService(opening.file, () => {
    onNews({ kind: 'token_wanted' });
    // The account brings the token, if any.
    return new Promise(() => {});
  });
  onTestFinished(() => desk.kill());
  // One that is closed at once never says that it is open.
  desk.open(opening).catch(() => {});
  return {
    desk,
    giveToken: (token) => desk.send({ kind: 'token', token }),
    close: () => desk.close(),
    reopen: () => {},
    trouble: undefined,
    ask: (name, input) => desk.call(name, input),
    pass: async (name, input) => JSON.stringify(await desk.answer(name as never, input as never)),
  };
}
