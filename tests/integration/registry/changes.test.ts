import { afterAll, beforeAll, expect, test } from 'vitest';
import { newOperator, type RegistryClient } from '../../fixtures/registryClient.ts';
import { startTestRegistry, type TestRegistry } from './testRegistry.ts';

let registry: TestRegistry;
beforeAll(async () => {
  registry = await startTestRegistry({ requests: 60 });
});
afterAll(() => registry.stop());

test('bodies and persons come before the roles that name them, on pages of any size', async () => {
  for (const limit of [1, 7, 1000]) {
    const { changes } = await (await registry.administrator('CCA', 'BE')).pull(undefined, limit);
    const seen = new Set<string>();
    for (const change of changes) {
      if (change.kind === 'role') {
        const { personId, bodyId, responsibleId } = change.role;
        for (const id of [personId, bodyId, responsibleId]) expect(seen).toContain(id);
      }
      seen.add(change.id);
    }
    expect(changes.some(({ kind }) => kind === 'role')).toBe(true);
  }
});

test('they do so also after a body and its person have changed', async () => {
  const central = await registry.administrator('CCA', 'BE');
  const requester = await registry.newcomer();
  const [first] = await requester.file({ operator: newOperator() });
  const [second] = await requester.file({ bodyId: first!.bodyId });
  await central.decide(first!, 'approve');
  const { changes } = await central.pull(undefined, 7);
  const placeOf = (id: string) => changes.findIndex((each) => each.id === id);
  expect(placeOf(first!.bodyId)).toBeLessThan(placeOf(second!.id));
  expect(placeOf(first!.personId)).toBeLessThan(placeOf(second!.id));
});

test('the authorities above come along, so that the desk can tell who decides', async () => {
  const unit = (await registry.administrators('LAU', 'BE'))[0]!;
  const requester = await registry.newcomer();
  const [role] = await requester.file({ operator: newOperator({ region: 'Antwerpen' }) });
  const { changes } = await unit.pull();
  const names = changes.flatMap((each) => (each.kind === 'body' ? [each.body.name] : []));
  expect(names).toEqual(
    expect.arrayContaining(['FAVV-AFSCA', 'European Commission, DG SANTE', 'Velmora Trading']),
  );
  expect(changes.some(({ id }) => id === role!.id)).toBe(true);
});

test('what remains is counted exactly, and pages add up', async () => {
  const central = await registry.administrator('CCA', 'BE');
  let page = await central.page({ limit: 50 });
  const total = page.changes.length + page.remaining;
  let read = page.changes.length;
  while (page.hasMore) {
    page = await central.page({ limit: 50, cursor: page.cursor });
    read += page.changes.length;
  }
  expect(page.remaining).toBe(0);
  expect(read).toBeLessThanOrEqual(total);
  expect(await central.page({ cursor: page.cursor })).toEqual({
    ...{ changes: [], cursor: page.cursor, hasMore: false, remaining: 0 },
  });
});

test('what remains is counted anew when something happens in the middle of a pull', async () => {
  const central = await registry.administrator('CCA', 'BE');
  const before = await central.page({ limit: 10 });
  const post = await registry.authority('BE', 'BEANR1');
  await (await registry.newcomer()).file({ bodyId: post.id });
  const after = await central.page({ limit: 10, cursor: before.cursor });
  expect(after.remaining).toBe(before.remaining - 10 + 2);
});

test('500 changes a page unless asked for otherwise, 1 to 1,000', async () => {
  const commission = await registry.administrator('COMMISSION');
  expect((await commission.page({ limit: 1 })).changes.length).toBe(1);
  for (const limit of [0, 1001, 1.5]) {
    const problem = await commission.refusal('GET', `/v1/changes?limit=${limit}`);
    expect(problem).toMatchObject({ status: 400, code: 'invalid_request' });
    expect(problem.errors?.[0]?.path).toBe('limit');
  }
});

test('nobody sees more than what is below', async () => {
  const post = await registry.authority('FR', 'FRLEH1');
  const [role] = await (await registry.newcomer()).file({ bodyId: post.id });
  const sees = async (who: RegistryClient) => (await who.roles()).has(role!.id);
  expect(await sees(await registry.administrator('BCP', 'FRLEH1'))).toBe(true);
  expect(await sees(await registry.administrator('CCA', 'FR'))).toBe(true);
  expect(await sees(await registry.administrator('COMMISSION'))).toBe(true);
  expect(await sees(await registry.administrator('CCA', 'BE'))).toBe(false);
  expect(await sees(await registry.administrator('RCA', 'FR'))).toBe(false);
  expect(await sees(await registry.newcomer())).toBe(false);
});

test('somebody without a role has nothing to pull', async () => {
  const page = await (await registry.newcomer()).page();
  expect(page).toMatchObject({ changes: [], hasMore: false, remaining: 0 });
});

test('a text that is no cursor is 400, a cursor of somebody or somewhere else 410', async () => {
  const central = await registry.administrator('CCA', 'BE');
  for (const cursor of ['zzz', 'e30', Buffer.from('{"seq":-1}').toString('base64url')]) {
    const problem = await central.refusal('GET', `/v1/changes?cursor=${cursor}`);
    expect(problem).toMatchObject({ status: 400, code: 'cursor_invalid' });
  }
  const { cursor } = await (await registry.administrator('CCA', 'FR')).page();
  const problem = await central.refusal('GET', `/v1/changes?cursor=${cursor}`);
  expect(problem).toMatchObject({ status: 410, code: 'cursor_expired' });
  const other = await startTestRegistry();
  const elsewhere = await (await other.administrator('CCA', 'BE')).page();
  await other.stop();
  expect((await central.refusal('GET', `/v1/changes?cursor=${elsewhere.cursor}`)).status).toBe(410);
});

test('a desk whose holder has got another role starts afresh', async () => {
  const requester = await registry.newcomer();
  const { cursor } = await requester.page();
  const post = await registry.authority('BE', 'BEZEE1');
  const [role] = await requester.file({ bodyId: post.id });
  await (await registry.administrator('CCA', 'BE')).decide(role!, 'approve', { admin: true });
  expect((await requester.refusal('GET', `/v1/changes?cursor=${cursor}`)).status).toBe(410);
  expect((await requester.roles()).has(role!.id)).toBe(true);
});
