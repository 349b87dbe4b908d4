import type { FastifyInstance } from 'fastify';
import pino from 'pino';
import { buildRegistry, type RegistryOptions } from '../../../registry/app.ts';
import { developmentSignIn } from '../../../registry/sign-in/development/signIn.ts';
import type { SystemScope } from '../../../registry/sign-in/signIn.ts';
import { openStorage } from '../../../registry/storage/open.ts';
import type { Storage } from '../../../registry/storage/storage.ts';
import type { Body } from '../../../shared/domain/body.ts';
import type { Person } from '../../../shared/domain/person.ts';
import { copyOf, seededDatabase } from '../../fixtures/databases.ts';
import { RegistryClient } from '../../fixtures/registryClient.ts';
import { holdToDocument } from '../../fixtures/toldProblems.ts';
import type { Variant } from '../../variants/variant.ts';

/** A registry in this process, on a database and a port of its own. */
export interface TestRegistry {
  url: string;
  /** Its database, as `--db` takes it. */
  address: string;
  app: FastifyInstance;
  storage: Storage;
  /** A client signed in as somebody. */
  as(username: string): Promise<RegistryClient>;
  /** A client with the token of a system. */
  system(scope: SystemScope): Promise<RegistryClient>;
  /** A client signed in as a new person without a role. */
  newcomer(): Promise<RegistryClient & { person: Person }>;
  /** The first administrator of a body of this kind (and country or code). */
  administrator(kind: string, countryOrCode?: string): Promise<RegistryClient>;
  /** All administrators of it. */
  administrators(kind: string, countryOrCode?: string): Promise<RegistryClient[]>;
  /** An authority by its name. */
  authority(country: string, name: string): Promise<Body>;
  stop(): Promise<void>;
}

/** Starts a registry with demonstration data: authorities, their people, and `requests` role requests. */
export async function startTestRegistry({
  requests = 0,
  development = true,
  from,
  variant = {},
  options = {},
}: {
  requests?: number;
  development?: boolean;
  /** A database to start with, in place of demonstration data; it is copied. */
  from?: string;
  /** What is broken in this registry. */
  variant?: Variant;
  /** What else the registry is told. */
  options?: Partial<RegistryOptions>;
} = {}): Promise<TestRegistry> {
  const database = await (from ? copyOf({ address: from }) : seededDatabase(requests));
  const opened = await openStorage(database.address, 'training');
  const storage = variant.storage?.(opened) ?? opened;
  const signIn = development ? await developmentSignIn(storage, 'training') : undefined;
  const logger = pino({ level: 'silent' });
  const app = await buildRegistry({
    storage,
    environment: 'training',
    development: signIn,
    logger,
    ...options,
  });
  variant.app?.(app);
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  holdToDocument(url, app.swagger());
  const as = (username: string) => RegistryClient.signIn(url, username);
  let newcomers = 0;

  const administrators = async (kind: string, countryOrCode?: string) => {
    const people = await new RegistryClient(url).people();
    const found: RegistryClient[] = [];
    for (const { username, administers } of people) {
      for (const scope of administers) {
        const body = await storage.read((reader) => reader.body(scope.bodyId));
        const fits = [undefined, scope.country, body?.code].includes(countryOrCode);
        if (scope.kind === kind && fits) found.push(await as(username));
      }
    }
    return found;
  };

  return {
    url,
    address: database.address,
    app,
    storage,
    as,
    system: async (scope) => new RegistryClient(url, await signIn?.sign('a-system', 3600, scope)),
    administrators,
    administrator: async (kind, countryOrCode) => (await administrators(kind, countryOrCode))[0]!,
    newcomer: async () => {
      newcomers += 1;
      const person: Person = {
        id: crypto.randomUUID(),
        revision: 1,
        username: `newcomer${newcomers}`,
        firstName: 'Žofie',
        lastName: `Nováková ${newcomers}`,
        email: `zofie.novakova${newcomers}@newcomers.example`,
        language: 'cs',
        heldTypes: [],
      };
      await storage.write((writer) => writer.addPerson(person));
      return Object.assign(await as(person.username), { person });
    },
    authority: async (country, name) => {
      const all = await storage.read((reader) => reader.authoritiesIn(country));
      return all.find((each) => each.name === name || each.code === name)!;
    },
    stop: async () => {
      await app.close();
      await storage.close();
      await database.drop();
    },
  };
}
