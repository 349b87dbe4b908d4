import { onTestFinished } from 'vitest';
import { Account } from '../../../electron/session/account.ts';
import type { FaultyProxy } from '../../fixtures/faultyProxy.ts';
import type { TestRegistry } from '../../fixtures/registry.ts';
import { decision } from '../../fixtures/registryClient.ts';
import { forkService, type TestService } from '../../fixtures/service.ts';
import { rowsOf } from './desks.ts';
import { newMessageOf, type Sharer } from './personsView.ts';
import { PersonsWay } from './personsWay.ts';
import { aFolder } from './signIn.fixture.ts';
import { openService } from './signInAccount.fixture.ts';

/** A decision that a desk has confirmed. */
export interface Confirmed {
  sharer: Sharer;
  roleId: string;
  message: string;
}

/** The parts of a shared computer. */
interface ComputerParts {
  registry: TestRegistry;
  /** Between the computer and the registry. */
  proxy: FaultyProxy;
  /** Roles that nobody decides on. */
  untouched: ReadonlySet<string>;
  /** What runs as the desk service, where it is not the real one. */
  serviceEntry?: string;
}

/** A computer with one profile, at which several persons sit in turn; it ends with the test. */
export class SharedComputer {
  readonly way: PersonsWay;
  readonly account: Account;
  readonly confirmed: Confirmed[] = [];
  /** How long decisions are held in the next store that is opened. */
  holdMs = 0;
  sharer: Sharer | undefined;
  readonly #parts: ComputerParts;
  #desk: TestService | undefined;

  constructor(parts: ComputerParts) {
    this.#parts = parts;
    this.way = new PersonsWay(parts.registry);
    this.account = new Account({
      profile: aFolder(),
      environment: 'training',
      at: { registry: parts.proxy.url, way: this.way },
      openService: (opening, onNews) => {
        const process = forkService(parts.serviceEntry);
        const service = openService({ ...opening, holdMs: this.holdMs }, onNews, process);
        this.#desk = service.desk;
        return service;
      },
      onNews: () => {},
      onChange: () => {},
      onLeft: () => {},
    });
    onTestFinished(() => this.account.close());
  }

  /** The desk service of whoever sits there. */
  get desk(): TestService {
    if (!this.#desk) throw new Error('nobody has signed in');
    return this.#desk;
  }

  /** Somebody signs in, whoever was there before. */
  async signIn(sharer: Sharer): Promise<void> {
    this.way.atDesk = sharer.username;
    this.sharer = sharer;
    await this.account.ask();
  }

  /** Waits until the registry was reached and everything pulled. */
  async untilPulled(): Promise<void> {
    await this.desk.until(
      'desk:state',
      undefined,
      ({ connection, firstPull, lastSyncAt }) =>
        connection.state === 'online' && !firstPull && (lastSyncAt ?? '') >= connection.since,
    );
  }

  /** Whoever sits there suspends and reactivates up to this many roles. */
  async decide(count: number): Promise<Confirmed[]> {
    const { sharer, desk } = this;
    if (!sharer) throw new Error('nobody has signed in');
    const confirmed: Confirmed[] = [];
    for (const [queue, action, reason] of [
      ['valid', 'suspend', 'inactive'],
      ['suspended', 'reactivate', undefined],
    ] as const) {
      for (const { id, revision } of await this.#open(queue, count)) {
        const message = newMessageOf(sharer.username);
        const { outcomes } = await desk.call('decisions:decide', {
          ...{ action, message, roles: [{ roleId: id, revision }] },
          ...(reason && { reason }),
        });
        if (outcomes[0]?.outcome === 'accepted') confirmed.push({ sharer, roleId: id, message });
      }
    }
    this.confirmed.push(...confirmed);
    return confirmed;
  }

  /** Whoever sits there lets stand what stands, and answers the messages of the decisions that this ends. */
  async letStand(): Promise<string[]> {
    const { entries } = await this.desk.call('outbox:list', undefined);
    const unresolved = entries.filter(({ state }) => state === 'conflict' || state === 'refused');
    for (const { id } of unresolved) {
      await this.desk.call('outbox:settle', { keep: 'theirs', decisionId: id });
    }
    return unresolved.map(({ message = '' }) => message);
  }

  /** Somebody decides elsewhere on the same roles, as they stand at the registry; answers how many of it were applied. */
  async decidedElsewhere(username: string, roleIds: string[]): Promise<number> {
    const colleague = await this.#parts.registry.as(username);
    const roles = await colleague.roles();
    const decisions = roleIds.flatMap((id) => {
      const role = roles.get(id);
      if (!role) return [];
      const action = role.status === 'valid' ? 'suspend' : 'reactivate';
      return [decision(role, action, { message: 'elsewhere' })];
    });
    const results = decisions.length > 0 ? await colleague.decideAll(decisions) : [];
    return results.filter(({ outcome }) => outcome === 'applied').length;
  }

  async #open(queue: 'valid' | 'suspended', count: number) {
    const rows = (await rowsOf(this.desk, { queue })).filter(
      ({ id, unsent }) => unsent === undefined && !this.#parts.untouched.has(id),
    );
    if (rows.length === 0) return [];
    const check = await this.desk.call('roles:check', { roleIds: rows.map(({ id }) => id) });
    const objected = new Set(check.roles.flatMap((each) => (each.objection ? each.roleId : [])));
    return rows.filter(({ id }) => !objected.has(id)).slice(0, count);
  }
}
