import fc from 'fast-check';
import { expect } from 'vitest';
import type { Role } from '../../../shared/domain/role.ts';
import { type Decision, decisionsAnswerSchema } from '../../../shared/wire/decisions.ts';
import { roleRequestAnswerSchema } from '../../../shared/wire/roleRequests.ts';
import { bodyOfAnswer, type Cut, type CuttingProxy, startProxy } from '../../fixtures/proxy.ts';
import { type Answer, decision, RegistryClient } from '../../fixtures/registryClient.ts';
import { standing } from './opposing.ts';
import type { TestRegistry } from './testRegistry.ts';

/** One call whose answer is cut off some times: a role request, or a batch of so many decisions. */
const call = fc.record({
  batch: fc.integer({ min: 0, max: 5 }),
  cuts: fc.array(fc.constantFrom<Cut[]>('before_headers', 'in_headers', 'in_body'), {
    minLength: 1,
    maxLength: 3,
  }),
  first: fc.nat(),
});

/** What was done, to be held against the registry. */
interface Done {
  roles: Map<string, Role>;
  decisions: Decision[];
  cuts: number;
}

/**
 * Makes calls whose answers are cut off, and repeats each until an answer comes through.
 * @returns how many answers were cut off, and how many decisions and requests they were about
 * @throws where something was done twice or not at all, or a repeated answer is not the first
 */
export async function cutAnswers(registry: TestRegistry, { calls, seed }: Drawn) {
  const proxy = await startProxy(registry.url);
  try {
    const administrator = await registry.administrator('CCA', 'BE');
    const requester = await registry.newcomer();
    const post = await registry.authority('BE', 'BEANR1');
    const done: Done = { roles: new Map(), decisions: [], cuts: 0 };
    for (const { batch, cuts, first } of fc.sample(call, { seed, numRuns: calls })) {
      const open = [...done.roles.values()].filter(({ status }) => status !== 'rejected');
      proxy.cutNext(cuts);
      if (batch === 0 || open.length < 5) await file(requester, proxy, post.id, done);
      else {
        const roles = Array.from({ length: batch }, (_, at) => open[(first + at) % open.length]!);
        await decide(administrator, proxy, roles, done);
      }
      done.cuts += cuts.length;
    }
    await expectEachOnce(administrator, requester, done);
    return { cuts: done.cuts, decisions: done.decisions.length, requests: done.roles.size };
  } finally {
    await proxy.stop();
  }
}

/** How many calls, and what chance begins with. */
interface Drawn {
  calls: number;
  seed: number;
}

async function file(client: RegistryClient, proxy: CuttingProxy, bodyId: string, done: Done) {
  const headers = { 'idempotency-key': crypto.randomUUID() };
  const { first, last } = await repeated(client, proxy, '/v1/role-requests', { bodyId }, headers);
  expect(last, 'a repeated request got another answer').toEqual(first);
  for (const role of roleRequestAnswerSchema.parse(last).roles) done.roles.set(role.id, role);
}

async function decide(client: RegistryClient, proxy: CuttingProxy, roles: Role[], done: Done) {
  const decisions = roles.map((role) => {
    const id = crypto.randomUUID();
    return decision(role, standing(role).next, { id, message: id });
  });
  const { first, last } = await repeated(client, proxy, '/v1/decisions', { decisions });
  expect(last, 'a repeated decision got another answer').toEqual(first);
  for (const { outcome, role } of decisionsAnswerSchema.parse(last).results) {
    expect(outcome, 'the outcome of a decision').toBe('applied');
    if (role) done.roles.set(role.id, role);
  }
  done.decisions.push(...decisions);
}

/** Repeats a call until its answer comes through, and says what the first would have been. */
async function repeated(
  { token }: RegistryClient,
  proxy: CuttingProxy,
  path: string,
  content: object,
  headers: Record<string, string> = {},
): Promise<{ first: unknown; last: unknown }> {
  const client = new RegistryClient(proxy.url, token);
  const whole = { ...headers, 'accept-encoding': 'identity' };
  let answer: Answer | undefined;
  while (!answer) {
    answer = await client.send('POST', path, content, whole).catch(() => undefined);
  }
  const [first] = proxy.cutAnswers();
  if (!first) throw new Error('no answer was cut off');
  return { first: bodyOfAnswer(first), last: answer.body };
}

/** One role for each request, one line of the audit log for each decision, and a revision for each line. */
async function expectEachOnce(
  administrator: RegistryClient,
  requester: RegistryClient,
  { roles, decisions }: Done,
) {
  const mine = (await requester.myRoles()).roles.map(({ id }) => id);
  expect(new Set(mine), 'a request was filed twice').toEqual(new Set(roles.keys()));
  const seen = await administrator.roles();
  for (const role of roles.values()) {
    expect(seen.get(role.id), 'a role is not as it was answered').toEqual(role);
    const made = decisions.filter(({ roleId }) => roleId === role.id);
    const lines = await administrator.history(role.id);
    expect(
      lines.map(({ action, message }) => ({ action, message })),
      'the audit log',
    ).toEqual([{ action: 'request' }, ...made.map(({ action, id }) => ({ action, message: id }))]);
    expect(role.revision, 'a decision was applied twice').toBe(1 + made.length);
  }
}
