import { setTimeout as wait } from 'node:timers/promises';
import { refusal } from '../../shared/desk/answerCall.ts';
import type { Answer } from '../../shared/desk/answers.ts';
import type { CallAnswer, CallInput, CallsAt } from '../../shared/desk/calls.ts';
import type { ExportNews } from '../../shared/desk/export.ts';
import type { FromService, ToService } from '../../shared/desk/service.ts';
import type { StoreTrouble } from '../../shared/desk/state.ts';
import { type ServiceProcess, startServiceProcess } from './serviceProcess.ts';

type Opening = Extract<ToService, { kind: 'open' }>;
type ExportOrder = Omit<Extract<ToService, { kind: 'export' }>, 'kind' | 'id'>;
/** What the service tells without being asked. */
export type ServiceNews = Exclude<
  FromService,
  { kind: 'answer' | 'export' | 'opened' | 'unusable' | 'closed' }
>;

const firstRestartMs = 100;
const longestRestartMs = 10_000;
const closingTimeoutMs = 5000;

const interrupted = refusal({ code: 'interrupted' });
const notReady = refusal({ code: 'not_ready' });

/** The desk service of one store: starts it, passes calls to it, and starts it again when it ends by itself. */
export class DeskService {
  readonly #opening: Opening;
  readonly #onMessage: (message: ServiceNews) => void;
  readonly #calls = new Map<number, (json: string) => void>();
  readonly #exports = new Map<number, (news: ExportNews) => void>();
  #process: ServiceProcess;
  /** Resolves once it is known whether the store can be opened. */
  #tried = withResolver();
  #isTried = false;
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

  /** Tries at once to open a store that could not be opened; resolves once it is known how that went. */
  async reopen(): Promise<void> {
    if (!this.#trouble) return;
    this.#process.send({ kind: 'reopen' });
    this.#awaitStore();
    await this.#tried.promise;
  }

  /**
   * Asks the service; the answer is the JSON of an `Answer`, unopened. Waits while the store opens, but not for one that
   * cannot be opened: that is `not_ready`.
   */
  async pass(name: string, input: unknown): Promise<string> {
    await this.#tried.promise;
    if (this.#trouble) return notReady;
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

  /** Has the service write a file; `onNews` hears how it goes, to its end. Calling the result stops it. */
  export(order: ExportOrder, onNews: (news: ExportNews) => void): () => void {
    const id = ++this.#lastCall;
    this.#exports.set(id, onNews);
    this.#process.send({ kind: 'export', id, ...order });
    return () => this.#process.send({ kind: 'stop_export', id });
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
        this.#hearOfStore(undefined);
        return;
      case 'unusable':
        this.#hearOfStore(message.cause);
        return;
      case 'closed':
        this.#closed.resolve();
        return;
      case 'answer':
        this.#calls.get(message.id)?.(message.json);
        this.#calls.delete(message.id);
        return;
      case 'export':
        this.#hearOfExport(message.id, message.news);
        return;
      default:
        this.#onMessage(message);
    }
  }

  #hearOfExport(id: number, news: ExportNews): void {
    const onNews = this.#exports.get(id);
    if (news.state !== 'writing') this.#exports.delete(id);
    onNews?.(news);
  }

  /** Whoever waits for the store already goes on waiting for the same promise. */
  #awaitStore(): void {
    if (this.#isTried) this.#tried = withResolver();
    this.#isTried = false;
  }

  #hearOfStore(trouble: StoreTrouble | undefined): void {
    const isNews = this.#trouble !== trouble;
    this.#trouble = trouble;
    this.#isTried = true;
    this.#tried.resolve();
    if (isNews) this.#onMessage({ kind: 'changed', topics: ['app'] });
  }

  async #ended(): Promise<void> {
    this.#closed.resolve();
    for (const answer of this.#calls.values()) answer(interrupted);
    this.#calls.clear();
    for (const id of [...this.#exports.keys()]) {
      this.#hearOfExport(id, { state: 'failed', why: 'interrupted' });
    }
    if (this.#closing) return;
    this.#awaitStore();
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
