import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { RegistryClient } from '../../fixtures/registryClient.ts';
import { startTestRegistry, type TestRegistry } from './testRegistry.ts';

const schema = z.record(z.string(), z.unknown());
const example = z.strictObject({ value: z.unknown() });
const content = z.record(
  z.string(),
  z.strictObject({ schema, examples: z.record(z.string(), example).optional() }),
);
type Content = z.infer<typeof content>;
const parameter = z.strictObject({
  name: z.string(),
  in: z.enum(['query', 'path', 'header']),
  required: z.boolean(),
  schema,
  description: z.string().optional(),
  example: z.unknown().optional(),
});
const operation = z.strictObject({
  operationId: z.string().optional(),
  tags: z.array(z.string()).optional(),
  summary: z.string().optional(),
  description: z.string().optional(),
  parameters: z.array(parameter).optional(),
  requestBody: z.strictObject({ required: z.boolean(), content }).optional(),
  responses: z.record(
    z.string().regex(/^(\d{3}|default)$/),
    z.strictObject({ description: z.string().min(1), content: content.optional() }),
  ),
  security: z.array(z.record(z.string(), z.array(z.string()))).optional(),
});
/** OpenAPI 3.1, as far as the document uses it. */
const documentSchema = z.strictObject({
  openapi: z.literal('3.1.0'),
  info: z.strictObject({
    title: z.string(),
    version: z.string(),
    description: z.string(),
    license: z.strictObject({ name: z.string(), url: z.url() }),
  }),
  tags: z.array(z.strictObject({ name: z.string(), description: z.string() })),
  components: z.strictObject({
    securitySchemes: z.record(z.string(), z.looseObject({ type: z.string() })),
    schemas: z.record(z.string(), schema),
  }),
  paths: z.record(
    z.string().startsWith('/'),
    z.record(z.enum(['get', 'put', 'post', 'patch', 'delete']), operation.optional()),
  ),
});

let registry: TestRegistry;
let document: z.infer<typeof documentSchema>;
let calls: { name: string; path: string; operation: z.infer<typeof operation> }[];
beforeAll(async () => {
  registry = await startTestRegistry();
  const { body } = await new RegistryClient(registry.url).send('GET', '/openapi.json');
  document = documentSchema.parse(body);
  calls = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, each]) =>
      each ? [{ name: `${method.toUpperCase()} ${path}`, path, operation: each }] : [],
    ),
  );
});
afterAll(() => registry.stop());

/** Checks a value against a schema of the document. */
function errorIn(value: unknown, of: Record<string, unknown>): string | undefined {
  const whole: unknown = JSON.parse(
    JSON.stringify({ ...of, $defs: document.components.schemas }).replaceAll(
      '#/components/schemas/',
      '#/$defs/',
    ),
  );
  const { error } = z.fromJSONSchema(schema.parse(whole)).safeParse(value);
  return error && z.prettifyError(error);
}

/** Where the examples of a call stand: of its request, its answers and its problems. */
function contentsOf({ operation: { requestBody, responses } }: (typeof calls)[number]): Content[] {
  return [requestBody, ...Object.values(responses)].flatMap((each) =>
    each?.content ? [each.content] : [],
  );
}

test('every reference leads to a schema, and every schema is used', () => {
  const text = JSON.stringify(document);
  const referred = [...text.matchAll(/#\/components\/schemas\/(\w+)/g)].map(([, name]) => name);
  expect([...new Set(referred)].sort()).toEqual(Object.keys(document.components.schemas).sort());
});

test('every parameter in a path is told, once', () => {
  for (const { name, path, operation } of calls) {
    const inPath = operation.parameters?.filter((each) => each.in === 'path') ?? [];
    const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, each]) => each);
    expect([name, inPath.map((each) => each.name)]).toEqual([name, named]);
    const all = operation.parameters?.map((each) => `${each.in} ${each.name}`) ?? [];
    expect(new Set(all).size, name).toBe(all.length);
  }
});

test('every call says what it does, under a name of its own', () => {
  const untold = calls
    .filter(({ operation: { operationId, summary, description, tags } }) => {
      return !operationId || !summary || !description || tags?.length !== 1;
    })
    .map(({ name }) => name);
  expect(untold).toEqual([]);
  const ids = calls.map(({ operation }) => operation.operationId);
  expect(new Set(ids).size).toBe(ids.length);
  const used = new Set(calls.flatMap(({ operation }) => operation.tags));
  expect(document.tags.map(({ name }) => name).sort()).toEqual([...used].sort());
});

test('every call has examples of its parameters, its request and its answers', () => {
  const without = calls.flatMap((call) => [
    ...(call.operation.parameters ?? [])
      .filter((each) => !each.description || each.example === undefined)
      .map((each) => `${call.name}: ${each.name}`),
    ...contentsOf(call)
      .flatMap((each) => Object.values(each))
      .filter(({ examples = {} }) => Object.keys(examples).length === 0)
      .map(() => call.name),
  ]);
  expect(without).toEqual([]);
});

test('every example fits its schema', () => {
  const wrong: string[] = [];
  let checked = 0;
  for (const call of calls) {
    for (const { schema: of, examples = {} } of contentsOf(call).flatMap(
      Object.values<Content[string]>,
    )) {
      for (const [title, { value }] of Object.entries(examples)) {
        const error = errorIn(value, of);
        if (error) wrong.push(`${call.name}, ${title}: ${error}`);
        checked += 1;
      }
    }
    for (const each of call.operation.parameters ?? []) {
      const error = errorIn(each.example, each.schema);
      if (error) wrong.push(`${call.name}, ${each.name}: ${error}`);
    }
  }
  expect(wrong).toEqual([]);
  expect(checked).toBeGreaterThan(calls.length);
});

test('clients are to ignore unknown fields, and not to send any', () => {
  const text = JSON.stringify;
  for (const { name, operation } of calls) {
    for (const { content: answered = {} } of Object.values(operation.responses)) {
      expect(text(answered), name).not.toContain('additionalProperties');
    }
    for (const { schema: asked } of Object.values(operation.requestBody?.content ?? {})) {
      expect(text(asked), name).toContain('"additionalProperties":false');
    }
  }
  const { Role, Body, DecisionInput } = document.components.schemas;
  expect(text([Role, Body])).not.toContain('additionalProperties');
  expect(text(DecisionInput)).toContain('"additionalProperties":false');
});

const registryFolder = join(import.meta.dirname, '..', '..', '..', 'registry');

function sourcesIn(folder: string): string {
  return readdirSync(join(registryFolder, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => readFileSync(join(registryFolder, folder, name), 'utf8'))
    .join('\n');
}

function codesIn(source: string, pattern: RegExp): string[] {
  return [...new Set([...source.matchAll(pattern)].map(([, code]) => code!))];
}

test('every code that the registry can answer is told', () => {
  const thrown = codesIn(sourcesIn('.'), /(?:new Problem\(\s*\d+,|tokenProblem\()\s*'(\w+)'/g);
  const told = JSON.stringify(document);
  // Of addresses and methods that are no call at all.
  const ofNoCall = ['method_not_allowed'];
  const untold = thrown.filter((code) => !told.includes(`\`${code}\``) && !ofNoCall.includes(code));
  expect(thrown.length).toBeGreaterThan(10);
  expect(untold).toEqual([]);
});

test('every code of a field that a role request can be refused for is told', () => {
  const codes = codesIn(sourcesIn('requests'), /code: '(\w+)'/g);
  const told = calls.find(({ name }) => name === 'POST /v1/role-requests')!.operation.description!;
  expect(codes.length).toBeGreaterThan(10);
  expect(codes.filter((code) => !told.includes(`\`${code}\``))).toEqual([]);
});
