import { z } from 'zod';

/** A JSON schema, as far as a request can break it. */
export interface Schema {
  type?: string | undefined;
  anyOf?: Schema[] | undefined;
  enum?: unknown[] | undefined;
  properties?: Record<string, Schema> | undefined;
  required?: string[] | undefined;
  additionalProperties?: unknown;
  items?: Schema | undefined;
  minItems?: number | undefined;
  maxItems?: number | undefined;
  minLength?: number | undefined;
  maxLength?: number | undefined;
  pattern?: string | undefined;
  format?: string | undefined;
  minimum?: number | undefined;
  maximum?: number | undefined;
  $ref?: string | undefined;
}

/** A call as the OpenAPI document tells it. */
export interface Operation {
  method: string;
  path: string;
  needsToken: boolean;
  parameters: Parameter[];
  body?: { schema: Schema; examples: unknown[] };
}

export interface Parameter {
  in: 'path' | 'query' | 'header';
  name: string;
  required: boolean;
  schema: Schema;
  example: string;
}

const schemaSchema: z.ZodType<Schema> = z.lazy(() =>
  z.looseObject({
    type: z.string().optional(),
    anyOf: z.array(schemaSchema).optional(),
    enum: z.array(z.unknown()).optional(),
    properties: z.record(z.string(), schemaSchema).optional(),
    required: z.array(z.string()).optional(),
    items: schemaSchema.optional(),
    minItems: z.number().optional(),
    maxItems: z.number().optional(),
    minLength: z.number().optional(),
    maxLength: z.number().optional(),
    pattern: z.string().optional(),
    format: z.string().optional(),
    minimum: z.number().optional(),
    maximum: z.number().optional(),
    $ref: z.string().optional(),
  }),
);

const operationSchema = z.object({
  security: z.array(z.unknown()).default([]),
  parameters: z
    .array(
      z.object({
        in: z.enum(['path', 'query', 'header']),
        name: z.string(),
        required: z.boolean().default(false),
        schema: schemaSchema,
        example: z.unknown(),
      }),
    )
    .default([]),
  requestBody: z
    .object({
      content: z.object({
        'application/json': z.object({
          schema: schemaSchema,
          examples: z.record(z.string(), z.object({ value: z.unknown() })),
        }),
      }),
    })
    .optional(),
});

const documentSchema = z.object({
  paths: z.record(z.string(), z.record(z.string(), operationSchema)),
  components: z.object({ schemas: z.record(z.string(), schemaSchema) }),
});

/** The calls of a registry, from its own document; references are replaced by what they name. */
export async function operationsOf(url: string): Promise<Operation[]> {
  const document = documentSchema.parse(await (await fetch(`${url}/openapi.json`)).json());
  const resolve = (schema: Schema): Schema => {
    const named = schema.$ref && document.components.schemas[schema.$ref.split('/').at(-1) ?? ''];
    if (named) return resolve(named);
    const { properties, anyOf, items } = schema;
    return {
      ...schema,
      ...(anyOf && { anyOf: anyOf.map(resolve) }),
      ...(items && { items: resolve(items) }),
      ...(properties && {
        properties: Object.fromEntries(
          Object.entries(properties).map(([name, each]) => [name, resolve(each)]),
        ),
      }),
    };
  };
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { security, parameters, requestBody }]) => {
      const content = requestBody?.content['application/json'];
      return {
        method: method.toUpperCase(),
        path,
        needsToken: security.length > 0,
        parameters: parameters.map((each) => ({
          ...each,
          schema: resolve(each.schema),
          example: String(each.example),
        })),
        ...(content && {
          body: {
            schema: resolve(content.schema),
            examples: Object.values(content.examples).map(({ value }) => value),
          },
        }),
      };
    }),
  );
}
