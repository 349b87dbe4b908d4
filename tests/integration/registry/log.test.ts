import { expect, test } from 'vitest';
import { registryLogger } from '../../../registry/http/log.ts';
import { fullName } from '../../../shared/domain/person.ts';
import { RegistryClient } from '../../fixtures/registryClient.ts';
import { otherwise, type Variant } from '../../variants/variant.ts';
import { startTestRegistry } from './testRegistry.ts';

/** A registry whose log is kept. */
async function startLogged(variant: Variant = {}) {
  const lines: string[] = [];
  const logger = registryLogger({ write: (line: string) => lines.push(line) });
  const registry = await startTestRegistry({ options: { logger }, variant });
  return { ...registry, log: () => lines.join('') };
}

test('whatever is asked and refused, nothing of a person gets into the log', async () => {
  const registry = await startLogged();
  const client = await registry.newcomer();
  const { person, token } = client;
  const name = fullName(person);
  const query = new URLSearchParams({ q: name, country: 'BE' });
  await client.send('GET', `/v1/bodies?${query}`);
  await client.send('GET', `/v1/changes?cursor=${encodeURIComponent(name)}`);
  await client.send('GET', `/v1/nothing/${encodeURIComponent(name)}?${query}`);
  await client.send('GET', `/v1/%ff${encodeURIComponent(name)}`);
  await client.send('GET', `/v1/roles/${person.id}/history`);
  await client.send('POST', '/v1/role-requests', {}, { 'idempotency-key': name.slice(1, 3) });
  await client.send(
    'POST',
    '/v1/role-requests',
    { contactEmail: name },
    { 'idempotency-key': 'x' },
  );
  await client.send('POST', '/v1/decisions', `{"${name}`);
  await client.send('POST', '/dev/token', { username: person.email });
  await new RegistryClient(registry.url, `${token}x`).send('GET', '/v1/me');
  await registry.stop();

  const log = registry.log();
  expect(log).toContain('"route":"/v1/changes"');
  const { username, id, email, firstName, lastName } = person;
  const secrets = [username, id, email, firstName, lastName, encodeURIComponent(firstName), token!];
  for (const secret of secrets) expect(log).not.toContain(secret);
});

test('an error within is told by kind and place, under the id that the caller was given', async () => {
  const secret = 'zofie@newcomers.example';
  const failing = () => {
    const cause = Object.assign(new Error(`near "${secret}"\n    at ${secret}`), { code: 'X_1' });
    throw new TypeError(`no ${secret}`, { cause });
  };
  const storage = otherwise({ reader: () => ({ rolesOfPerson: async () => failing() }) });
  const registry = await startLogged({ storage });
  const client = await registry.newcomer();
  const problem = await client.refusal('GET', '/v1/me');
  await registry.stop();

  expect(problem).toMatchObject({ status: 500, code: 'internal_error' });
  const log = registry.log();
  expect(log).not.toContain(secret);
  const lines = log
    .trim()
    .split('\n')
    .map((line): object => JSON.parse(line));
  const reqId = problem.instance!.replace('urn:uuid:', '');
  expect(lines).toContainEqual(
    expect.objectContaining({
      ...{ reqId, msg: 'request failed' },
      err: {
        type: 'TypeError',
        at: expect.arrayContaining([expect.stringContaining('log.test.ts')]),
        cause: { type: 'Error', code: 'X_1', at: expect.any(Array) },
      },
    }),
  );
  expect(lines).toContainEqual(expect.objectContaining({ reqId, route: '/v1/me', status: 500 }));
});

test('an error that is logged without a text keeps its message to itself', () => {
  const lines: string[] = [];
  const logger = registryLogger({ write: (line: string) => lines.push(line) });
  logger.error(new Error('Žofie'));
  logger.warn({ err: new Error('Žofie') });
  expect(lines.length).toBe(2);
  expect(lines.join('')).not.toContain('Žofie');
});
