import { STATUS_CODES } from 'node:http';
import { problemMediaType } from '../../shared/wire/problem.ts';
import { Problem } from '../http/problem.ts';
import { documentOf } from '../http/problems.ts';
import { type CallDocs, type CallDocsByCall, type Examples, type Tag, tags } from './callDocs.ts';
import { keeping } from './calls/keeping.ts';
import { requesting } from './calls/requesting.ts';
import { reviewing } from './calls/reviewing.ts';
import { service } from './calls/service.ts';
import { signingIn } from './calls/signingIn.ts';
import { cursor, requested } from './examples.ts';
import { type ProblemCode, problemCodes } from './problemCodes.ts';

/** The parts of an OpenAPI document that are written here. */
interface Document {
  paths: Record<string, Record<string, Operation>>;
}
interface Operation {
  operationId?: string;
  tags?: string[];
  summary?: string;
  description?: string;
  parameters?: { name: string; in: string; description?: string; example?: unknown }[];
  requestBody?: { content: Content };
  responses: Record<string, { description: string; content?: Content }>;
  security?: unknown[];
}
type Content = Record<string, Media>;
interface Media {
  schema?: object;
  examples?: Record<string, { summary?: string; value: unknown }>;
}

const calls: CallDocsByCall = {
  ...signingIn,
  ...requesting,
  ...reviewing,
  ...keeping,
  ...service,
};

const usualParameters: NonNullable<CallDocs['parameters']> = {
  id: { description: 'The id of the role.', example: requested.id },
  cursor: { description: 'Where the last page ended.', example: cursor },
  limit: { description: 'How many at most.', example: 50 },
};

/** Says of every call what it does, with examples, and what it can be refused with. */
export function describe<D extends object>(document: D): D {
  const { paths = {} } = document as Partial<Document>;
  const told = Object.entries(paths).map(([path, operations]) => [
    path,
    Object.fromEntries(
      Object.entries(operations).map(([method, operation]) => {
        const docs = calls[`${method.toUpperCase()} ${path}`];
        return [method, docs ? described(method, operation, docs) : operation];
      }),
    ),
  ]);
  return {
    ...document,
    tags: Object.entries(tags).map(([name, description]) => ({ name, description })),
    paths: Object.fromEntries(told),
  };
}

function described(method: string, operation: Operation, docs: CallDocs): Operation {
  const { operationId, tag, summary, description, request = {} } = docs;
  const known = { ...usualParameters, ...docs.parameters };
  const { parameters, requestBody, responses } = operation;
  return {
    ...{ operationId, tags: [tag], summary, description },
    ...operation,
    ...(parameters && { parameters: parameters.map((each) => ({ ...each, ...known[each.name] })) }),
    ...(requestBody && {
      requestBody: { ...requestBody, content: withExamples(requestBody.content, request) },
    }),
    responses: {
      ...goodAnswers(responses, docs.answer),
      ...problemAnswers(problemsOf(method, operation, docs), responses.default?.content),
    },
  };
}

function goodAnswers(
  { default: _, ...responses }: Operation['responses'],
  examples: Examples = {},
): Operation['responses'] {
  const answers = Object.entries(responses).map(([status, { content }]) => [
    status,
    {
      description: STATUS_CODES[status] ?? status,
      ...(content && { content: withExamples(content, examples) }),
    },
  ]);
  return Object.fromEntries(answers);
}

function withExamples(content: Content, examples: Examples): Content {
  const named = Object.fromEntries(
    Object.entries(examples).map(([name, value]) => [name, { value }]),
  );
  return Object.fromEntries(
    Object.entries(content).map(([type, media]) => [type, { ...media, examples: named }]),
  );
}

const ofInput = ['invalid_request'] as const;
const ofPath = ['uri_too_long'] as const;
/** Content is read before it is known whether the call takes any. */
const ofContent = ['malformed_json', 'payload_too_large', 'unsupported_media_type'] as const;
const ofToken = ['token_missing', 'token_invalid', 'token_expired', 'issuer_unreachable'] as const;
const ofAll = [
  'request_timeout',
  'too_many_requests',
  'headers_too_large',
  'internal_error',
  'storage_unavailable',
] as const;

function problemsOf(
  method: string,
  { parameters = [], requestBody, security }: Operation,
  { tag, problems = [] }: CallDocs,
): ProblemCode[] {
  return [
    ...(parameters.length > 0 || requestBody ? ofInput : []),
    ...(parameters.some((each) => each.in === 'path') ? ofPath : []),
    ...(method === 'get' ? [] : ofContent),
    ...(security ? ofCaller(tag) : []),
    ...problems,
    ...ofAll,
  ];
}

/** Reference data come from systems, whose tokens carry a scope; everybody else is a person. */
function ofCaller(tag: Tag): ProblemCode[] {
  return [...ofToken, tag === 'Reference data' ? 'scope_missing' : 'person_unknown'];
}

/** The problems of a call by status, each with its codes and a document for each. */
function problemAnswers(codes: ProblemCode[], content: Content = {}): Operation['responses'] {
  const schema = content[problemMediaType]?.schema;
  const byStatus = Map.groupBy(codes, (code) => problemCodes[code].status);
  return Object.fromEntries(
    [...byStatus].map(([status, ofStatus]) => [
      status,
      {
        description: ofStatus
          .map((code) => `\`${code}\`: ${problemCodes[code].meaning}`)
          .join('\n\n'),
        content: {
          [problemMediaType]: {
            ...(schema && { schema }),
            examples: Object.fromEntries(
              ofStatus.map((code) => [code, { value: documentOf(new Problem(status, code)) }]),
            ),
          },
        },
      },
    ]),
  );
}
