import { problemCodes } from '../../workflows/domain/problems/problem-code.ts';
import { scopes } from '../../workflows/contract/catalogue/operation.ts';
import type { ServedOperation } from '../calls/served-operation.ts';
import { objectSchema } from '../calls/json-schema.ts';
import { statuses } from './reply.ts';

function errorResponses() {
  const byStatus = Map.groupBy(problemCodes, (code) => statuses[code]);
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [
      String(status),
      {
        description: codes.join(' or '),
        content: { 'application/json': { schema: { $ref: '#/components/schemas/Failure' } } },
      },
    ]),
  );
}

function requestSchema({ operation }: ServedOperation) {
  const { properties, required, ...rest } = objectSchema(operation.input.strict(), 'input');
  const { idempotencyKey, ...others } = properties;
  const key = idempotencyKey === undefined ? {} : { idem_key: idempotencyKey };
  return { ...rest, properties: { ...others, ...key }, ...(required === undefined ? {} : { required }) };
}

function successSchema({ operation }: ServedOperation) {
  const { properties, required = [] } = objectSchema(operation.output, 'output');
  return {
    type: 'object',
    properties: {
      ok: { const: true },
      correlation_id: { type: 'string' },
      error: { type: 'null' },
      ...properties,
    },
    required: ['ok', 'correlation_id', 'error', ...required],
  };
}

function pathOf(served: ServedOperation) {
  const { operation } = served;
  return {
    post: {
      operationId: operation.tool,
      summary: operation.title,
      description: operation.description,
      tags: [operation.toolset],
      security: [{ oauth: [operation.scope] }],
      requestBody: {
        required: true,
        content: { 'application/json': { schema: requestSchema(served) } },
      },
      responses: {
        '200': {
          description: 'Done',
          content: { 'application/json': { schema: successSchema(served) } },
        },
        '401': { description: 'A bearer token is needed' },
        ...errorResponses(),
      },
    },
  };
}

/** OpenAPI 3.1 of the HTTP intents, made from the same catalogue as everything else. */
export function openApi(input: {
  readonly operations: readonly ServedOperation[];
  readonly publicUrl: string;
  readonly issuer: string | undefined;
  readonly version: string;
}): Readonly<Record<string, unknown>> {
  const { operations, publicUrl, issuer, version } = input;
  return {
    openapi: '3.1.0',
    info: { title: 'Assent intents', version, description: 'What agents and people do with meetings.' },
    servers: [{ url: publicUrl }],
    paths: Object.fromEntries(
      operations.map((served) => [`/intents/${served.operation.name}`, pathOf(served)]),
    ),
    components: {
      schemas: {
        Failure: {
          type: 'object',
          properties: {
            ok: { const: false },
            correlation_id: { type: 'string' },
            error: {
              type: 'object',
              properties: {
                code: { enum: [...problemCodes] },
                reason: { type: 'string', description: 'Which rule refused; its facts are beside it.' },
                message: { type: 'string', description: 'A sentence that says what to do.' },
                path: { type: 'string' },
                retryAfterMs: { type: 'number' },
              },
              required: ['code', 'message'],
            },
          },
          required: ['ok', 'correlation_id', 'error'],
        },
      },
      securitySchemes: {
        oauth: {
          type: 'openIdConnect',
          openIdConnectUrl: `${issuer ?? publicUrl}/.well-known/openid-configuration`,
          description: `Scopes: ${scopes.join(', ')}`,
        },
      },
    },
  };
}
