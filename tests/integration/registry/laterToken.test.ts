import { afterAll, beforeAll, expect, test } from 'vitest';
import { keepPersons } from '../../../registry/sign-in/persons.ts';
import { openStorage } from '../../../registry/storage/open.ts';
import type { Storage } from '../../../registry/storage/storage.ts';
import { newDatabase, type TestDatabase } from '../../fixtures/databases.ts';

let database: TestDatabase;
let storage: Storage;
beforeAll(async () => {
  database = await newDatabase();
  storage = await openStorage(database.address, 'training');
});
afterAll(async () => {
  await storage.close();
  await database.drop();
});

const holder = (lastName: string, issuedAt: number) => ({
  ...{ subject: 'somebody', scopes: new Set<string>(), issuedAt, expiresAt: issuedAt + 3600 },
  account: { firstName: 'Žofie', lastName, email: 'zofie@newcomers.example' },
});

test('of two tokens the later one is believed, whichever registry each of them is shown to', async () => {
  const [one, other] = [keepPersons(storage), keepPersons(storage)];
  const lastName = async () =>
    (await storage.read((reader) => reader.personByUsername('somebody')))?.lastName;
  await one(holder('Before', 100));
  await one(holder('After', 200));
  await other(holder('Before', 100));
  expect(await lastName()).toBe('After');
  await other(holder('Later', 300));
  await one(holder('After', 200));
  expect(await lastName()).toBe('Later');
});
