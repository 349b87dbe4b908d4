import { expect, test } from 'vitest';
import { dueAtBy, usualServiceTarget } from '../../../registry/calendar.ts';
import { startTestRegistry } from './testRegistry.ts';

test('rule 7: requests are due by the target that the registry is told', async () => {
  const serviceTarget = { workingDays: 9, hours: { opensAt: 6, closesAt: 7 } };
  for (const target of [undefined, serviceTarget]) {
    const registry = await startTestRegistry({ options: target ? { serviceTarget: target } : {} });
    const post = await registry.authority('BE', 'BEANR1');
    const [role] = await (await registry.newcomer()).file({ bodyId: post.id });
    const dueAtOf = dueAtBy(target ?? usualServiceTarget);
    expect(role!.dueAt).toBe(dueAtOf(role!.requestedAt, 'BE'));
    await registry.stop();
  }
});
