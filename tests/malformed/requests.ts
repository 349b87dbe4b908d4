import fc from 'fast-check';
import { badBodies } from './bodies.ts';
import { breaksOf, mark } from './breaking.ts';
import type { Operation, Parameter } from './document.ts';

/** A request that is to be refused. */
export interface MalformedRequest {
  how: string;
  method: string;
  /** With its query. */
  target: string;
  headers: Record<string, string>;
  body?: string | Uint8Array<ArrayBuffer>;
}

/** Tokens by what is the matter with them, and the good one of whom an operation is for. */
export interface Tokens {
  good: (operation: Operation) => string;
  bad: Record<string, string | undefined>;
}

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** Requests that are right but for one thing. */
export function malformedRequests(
  operations: Operation[],
  tokens: Tokens,
): fc.Arbitrary<MalformedRequest> {
  const each = (
    some: (operation: Operation) => boolean,
    make: (operation: Operation, tokens: Tokens) => fc.Arbitrary<MalformedRequest>,
  ) => fc.oneof(...operations.filter(some).map((operation) => make(operation, tokens)));
  const hasBody = ({ body }: Operation) => body !== undefined;
  return fc.oneof(
    { weight: 60, arbitrary: each(hasBody, brokenBody) },
    { weight: 15, arbitrary: each(({ parameters }) => parameters.length > 0, brokenParameter) },
    { weight: 10, arbitrary: each(({ needsToken }) => needsToken, badToken) },
    { weight: 9, arbitrary: each(hasBody, badBody) },
    { weight: 6, arbitrary: wrongMethod(operations, tokens) },
  );
}

function brokenBody(operation: Operation, tokens: Tokens): fc.Arbitrary<MalformedRequest> {
  const { schema, examples } = operation.body!;
  const broken = examples.flatMap((example) => breaksOf(schema, example));
  return fc.constantFrom(...broken).map(({ how, value }) => ({
    ...rightRequest(operation, tokens),
    how,
    body: JSON.stringify(value),
  }));
}

function badBody(operation: Operation, tokens: Tokens): fc.Arbitrary<MalformedRequest> {
  return fc.constantFrom(...badBodies).map(({ how, headers, body }) => {
    const right = rightRequest(operation, tokens);
    const { body: _, ...rest } = right;
    return {
      ...rest,
      how,
      headers: { ...right.headers, ...headers },
      ...(body !== undefined && { body }),
    };
  });
}

function badToken(operation: Operation, tokens: Tokens): fc.Arbitrary<MalformedRequest> {
  return fc.constantFrom(...Object.entries(tokens.bad)).map(([how, authorization]) => {
    const { headers, ...right } = rightRequest(operation, tokens);
    const { authorization: _, ...rest } = headers;
    return { ...right, how, headers: { ...rest, ...(authorization && { authorization }) } };
  });
}

function wrongMethod(operations: Operation[], tokens: Tokens): fc.Arbitrary<MalformedRequest> {
  return fc.constantFrom(...operations).chain((operation) => {
    const known = operations.filter(({ path }) => path === operation.path).map((op) => op.method);
    const unknown = methods.filter((method) => !known.includes(method));
    return fc.constantFrom(...unknown).map((method) => {
      const { body, ...right } = rightRequest(operation, tokens);
      return { ...right, method, how: 'another method', ...(method !== 'GET' && body && { body }) };
    });
  });
}

function brokenParameter(operation: Operation, tokens: Tokens): fc.Arbitrary<MalformedRequest> {
  return fc.constantFrom(...operation.parameters).chain((parameter) =>
    fc.constantFrom(...brokenTexts(parameter)).map((text) => ({
      ...rightRequest(operation, tokens, { parameter, text }),
      how: `${parameter.name}: ${text?.slice(0, 60)}`,
    })),
  );
}

/** Encoded as they go into an address or a header; undefined leaves the parameter out. */
function brokenTexts({ in: place, required, schema, name }: Parameter): (string | undefined)[] {
  const left = required ? [undefined] : [];
  if (place === 'header') {
    return name === 'if-match' ? [undefined, '"99"', mark] : [undefined, ' ', 'x'.repeat(256)];
  }
  const unkeepable = ['%00', '%ff', '%', '%zz', '%ed%a0%80'];
  if (place === 'path') {
    const wrong = ['x', '0', mark, `${crypto.randomUUID()}x`, '%27%20OR%201=1--', 'a'.repeat(300)];
    return [...unkeepable, ...wrong];
  }
  const broken = breaksOf(
    { ...schema, type: 'string', ...(schema.type === 'integer' && { pattern: 'integer' }) },
    '',
  )
    .flatMap(({ value }) => (typeof value === 'string' && value.isWellFormed() ? [value] : []))
    .map(encodeURIComponent);
  const numbers = schema.type === 'integer' ? ['0', '-1', '1.5', '1e308', 'NaN', '1001'] : [];
  const twice = `${encodeURIComponent(mark)}&${name}=${encodeURIComponent(mark)}`;
  return [...left, ...unkeepable, ...broken, ...numbers, twice, `&${mark}=1`];
}

/** The request of an operation with nothing wrong but one of its parameters. */
function rightRequest(
  operation: Operation,
  { good }: Tokens,
  broken?: { parameter: Parameter; text: string | undefined },
): Omit<MalformedRequest, 'how'> {
  const { method, path, parameters, needsToken, body } = operation;
  const headers: Record<string, string> = {
    ...(needsToken && { authorization: `Bearer ${good(operation)}` }),
    ...(body && { 'content-type': 'application/json' }),
  };
  const query: string[] = [];
  let target = path;
  for (const parameter of parameters) {
    const { name, required } = parameter;
    const isBroken = parameter === broken?.parameter;
    const text = isBroken ? broken.text : encodeURIComponent(parameter.example);
    if (text === undefined) continue;
    if (parameter.in === 'path') target = target.replace(`{${name}}`, text);
    else if (parameter.in === 'query') (required || isBroken) && query.push(`${name}=${text}`);
    else headers[name] = isBroken ? text : parameter.example;
  }
  if (query.length > 0) target += `?${query.join('&')}`;
  return { method, target, headers, ...(body && { body: JSON.stringify(body.examples[0]) }) };
}
