import { setTimeout as wait } from 'node:timers/promises';
import type { Answer } from '../../shared/desk/answers.ts';
import type { CallAnswer, CallInput, CallsAt } from '../../shared/desk/calls.ts';
import type { FromService, ToService } from '../../shared/desk/service.ts';
import type { StoreTrouble } from '../../shared/desk/state.ts';
import { type ServiceProcess, startServiceProcess } from './serviceProcess.ts';

type Opening = Extract<ToService, { kind: 'open' }>;
/** What the service tells without being asked. */
export type ServiceNews = Exclude<
  FromService,
  { kind: 'answer' | 'opened' | 'unusable' | 'closed' }
>;

const firstRestartMs = 100;
const longestRestartMs = 10_000;
const closingTimeoutMs = 5000;

const interrupted = JSON.stringify({
  ok: false,
  error: { code: 'interrupted' },
} satisfies Answer<never>);

/** The desk service of one store: starts it, passes calls to it, and starts it again when it ends by itself. */
export class DeskService {
  readonly #opening: Opening;
  readonly #onMessage: (message: ServiceNews) => void;
  readonly #calls = new Map<number, (json: string) => void>();
  #process: ServiceProcess;
  #opened = withResolver();
  #isOpen = false;
  #closed = withResolver();
  #closing = false;
  #lastCall = 0;
  #trouble: StoreTrouble | undefined;
  #restartMs = firstRestartMs;

  constructor(opening: Opening, onMessage: (message: ServiceNews) => void) {
    this.#opening = opening;
    this.#onMessage = onMessage;
    this.#process = this.#start();
  }

  /** Why the store cannot be opened, where it cannot. */
  get trouble(): StoreTrouble | undefined {
    return this.#trouble;
  }

  /** Tries at once to open a store that could not be opened. */
  reopen(): void {
    this.#process.send({ kind: 'reopen' });
  }

  /** Asks the service; the answer is the JSON of an `Answer`, unopened. Waits while the store opens. */
  async pass(name: string, input: unknown): Promise<string> {
    await this.#opened.promise;
    const id = ++this.#lastCall;
    return new Promise((resolve) => {
      this.#calls.set(id, resolve);
      this.#process.send({ kind: 'call', id, name, input });
    });
  }

  /** Asks the service on behalf of main itself; undefined where it cannot answer. */
  async ask<N extends CallsAt<'service'>>(
    name: N,
    input: CallInput<N>,
  ): Promise<CallAnswer<N> | undefined> {
    const answer: Answer<CallAnswer<N>> = JSON.parse(await this.pass(name, input));
    return answer.ok ? answer.value : undefined;
  }

  /** Hands over a fresh token, or none where the person is refused; a restarted service gets it too. */
  giveToken(token: string | undefined): void {
    this.#opening.token = token;
    this.#process.send({ kind: 'token', token });
  }

  /** Lets the service finish and waits for its end; one that does not end is killed. */
  async close(): Promise<void> {
    this.#closing = true;
    this.#process.send({ kind: 'close' });
    await Promise.race([this.#closed.promise, wait(closingTimeoutMs)]);
    this.#process.kill();
  }

  #start(): ServiceProcess {
    const started = startServiceProcess({
      onMessage: (message) => this.#hear(message),
      onExit: () => void this.#ended(),
    });
    started.send(this.#opening);
    return started;
  }

  #hear(message: FromService): void {
    switch (message.kind) {
      case 'opened':
        this.#restartMs = firstRestartMs;
        this.#isOpen = true;
        this.#tellTrouble(undefined);
        this.#opened.resolve();
        return;
      case 'unusable':
        this.#tellTrouble(message.cause);
        return;
      case 'closed':
        this.#closed.resolve();
        return;
      case 'answer':
        this.#calls.get(message.id)?.(message.json);
        this.#calls.delete(message.id);
        return;
      default:
        this.#onMessage(message);
    }
  }

  #tellTrouble(trouble: StoreTrouble | undefined): void {
    if (this.#trouble === trouble) return;
    this.#trouble = trouble;
    this.#onMessage({ kind: 'changed', topics: ['app'] });
  }

  async #ended(): Promise<void> {
    this.#closed.resolve();
    for (const answer of this.#calls.values()) answer(interrupted);
    this.#calls.clear();
    if (this.#closing) return;
    // Whoever waits for the first opening goes on waiting for the same promise.
    if (this.#isOpen) this.#opened = withResolver();
    this.#isOpen = false;
    await wait(this.#restartMs);
    this.#restartMs = Math.min(this.#restartMs * 2, longestRestartMs);
    if (this.#closing) return;
    this.#process = this.#start();
    this.#onMessage({ kind: 'changed', topics: ['roles', 'outbox', 'state', 'preferences'] });
  }
}

interface PromiseWithResolver {
  promise: Promise<void>;
  resolve: () => void;
}

/** Stands in for `Promise.withResolvers`, which the oldest runtime lacks. */
function withResolver(): PromiseWithResolver {
  let resolve = () => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
