import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { claimBy, claimMinutes } from '../../shared/domain/claim.ts';
import type { Role } from '../../shared/domain/role.ts';
import { seedInto } from '../seed/seed.ts';
import { openStorage } from './open.ts';
import type { Reader } from './storage.ts';

afterEach(() => {
  vi.useRealTimers();
});

/** Every way in which a role comes out of a storage. */
async function rolesOut(reader: Reader, { id, personId }: Role): Promise<(Role | undefined)[]> {
  const ofPerson = await reader.rolesOfPerson(personId);
  const kept = await reader.decision('decision');
  const among = await reader.roles([id]);
  return [await reader.role(id), among[0], ofPerson[0], kept?.result.role ?? undefined];
}

test('no role comes out with a claim that has run out, neither to readers nor to writers', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'roledesk-claims-'));
  const storage = await openStorage(`sqlite:${join(folder, 'registry.sqlite')}`, 'training');
  await seedInto(storage, 1, 'claims');
  const role = await storage.write(async (writer) => {
    const [person] = await writer.people(1);
    const [held] = await writer.rolesOfPerson(person!.id);
    const claimed = { ...held!, claim: claimBy(person!, Date.now()) };
    await writer.updateRole(claimed);
    const result = { id: 'decision', outcome: 'refused' as const, role: claimed };
    await writer.keepDecision('decision', { contentHash: '', result });
    return claimed;
  });
  const all = async () => [
    ...(await storage.read((reader) => rolesOut(reader, role))),
    ...(await storage.write((writer) => rolesOut(writer, role))),
  ];
  expect(await all()).toEqual(Array.from({ length: 8 }, () => role));
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + claimMinutes * 60_000 });
  expect(await all()).toEqual(Array.from({ length: 8 }, () => ({ ...role, claim: undefined })));
  await storage.close();
  rmSync(folder, { recursive: true });
});
