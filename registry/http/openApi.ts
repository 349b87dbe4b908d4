import type { FastifyDynamicSwaggerOptions } from '@fastify/swagger';
import {
  createJsonSchemaTransform,
  createJsonSchemaTransformObject,
} from 'fastify-type-provider-zod';
import { z } from 'zod';
import { bodySchema } from '../../shared/domain/body.ts';
import { personSchema } from '../../shared/domain/person.ts';
import { preferencesSchema } from '../../shared/domain/preferences.ts';
import { roleSchema } from '../../shared/domain/role.ts';
import { changeSchema } from '../../shared/wire/changes.ts';
import { decisionResultSchema, decisionSchema } from '../../shared/wire/decisions.ts';
import { protocol } from '../../shared/wire/health.ts';
import { historyLineSchema } from '../../shared/wire/history.ts';
import { problemSchema } from '../../shared/wire/problem.ts';
import { newOperatorSchema } from '../../shared/wire/roleRequests.ts';
import { describe } from '../openapi/describe.ts';
import { withoutUnused } from '../openapi/unused.ts';

/** The schemas that the document names; the others stand where they are used. */
const schemaRegistry = z.registry<{ id: string }>();
schemaRegistry.add(bodySchema, { id: 'Body' });
schemaRegistry.add(changeSchema, { id: 'Change' });
schemaRegistry.add(decisionResultSchema, { id: 'DecisionResult' });
schemaRegistry.add(decisionSchema, { id: 'Decision' });
schemaRegistry.add(historyLineSchema, { id: 'HistoryLine' });
schemaRegistry.add(newOperatorSchema, { id: 'NewOperator' });
schemaRegistry.add(personSchema, { id: 'Person' });
schemaRegistry.add(preferencesSchema, { id: 'Preferences' });
schemaRegistry.add(problemSchema, { id: 'Problem' });
schemaRegistry.add(roleSchema, { id: 'Role' });

const asJsonSchema = {
  schemaRegistry,
  zodToJsonConfig: {
    override: ({ zodSchema, jsonSchema }) => {
      const { def } = zodSchema._zod;
      // Clients ignore fields that they do not know: only what refuses them says so.
      if (def.type === 'object' && !def.catchall) delete jsonSchema.additionalProperties;
      // How the plug-in is told of an answer without content.
      if (def.type === 'undefined') jsonSchema.type = 'null';
    },
  },
} satisfies Parameters<typeof createJsonSchemaTransform>[0];

const withSchemas = createJsonSchemaTransformObject(asJsonSchema);

/** How the OpenAPI document is made from the routes and their schemas. */
export const openApi: FastifyDynamicSwaggerOptions = {
  openapi: {
    openapi: '3.1.0',
    info: {
      title: 'Roledesk registry',
      version: `${protocol}`,
      description: 'Requests for roles in TRACES, and the decisions on them.',
      license: { name: 'EUPL-1.2', url: 'https://eupl.eu/1.2/en/' },
    },
    components: {
      securitySchemes: {
        token: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
          description:
            'An access token (RFC 9068) of the OpenID provider that `GET /v1/health` names in `signIn`.',
        },
      },
    },
  },
  transform: createJsonSchemaTransform(asJsonSchema),
  transformObject: (document) => withoutUnused(describe(withSchemas(document))),
};

/** What a call that needs a token says of it. */
export const tokenNeeded = [{ token: [] }];
