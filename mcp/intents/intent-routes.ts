import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Result } from '../../workflows/domain/problems/problem.ts';
import type { Refusal } from '../auth/challenge.ts';
import type { Gate } from '../auth/gate.ts';
import type { Dispatch } from '../calls/dispatch.ts';
import type { Fields, ServedOperation } from '../calls/served-operation.ts';
import { serving } from '../calls/serving.ts';
import type { Usage } from '../calls/usage.ts';
import { intentReply, statusOf } from './reply.ts';
import { admit } from '../http/admit.ts';
import { correlationHeader, correlationIdOf } from '../http/correlation-id.ts';

function withKey(body: unknown): unknown {
  if (typeof body !== 'object' || body === null || !('idem_key' in body)) return body ?? {};
  const { idem_key: idempotencyKey, ...fields } = body;
  return { ...fields, idempotencyKey };
}

function refuse(
  reply: FastifyReply,
  { status, code, message, headers }: Refusal,
  correlationId: string,
): FastifyReply {
  const body = { ok: false, correlation_id: correlationId, error: { code, message } };
  return reply.code(status).headers(headers).send(body);
}

/** `POST /intents/{name}`: the operations of the catalogue as plain HTTP, with the same authorization. */
export function intentRoutes(
  app: FastifyInstance,
  input: {
    readonly gate: Gate;
    readonly dispatch: Dispatch;
    readonly operations: readonly ServedOperation[];
    readonly openApi: Readonly<Record<string, unknown>>;
    readonly usage: Usage;
  },
): void {
  const { gate, dispatch, usage } = input;

  for (const served of input.operations) {
    const { scope, name } = served.operation;
    app.post(`/intents/${name}`, async (request: FastifyRequest, reply) => {
      const correlationId = correlationIdOf(request.headers[correlationHeader]);
      const admission = await admit(gate, request, 'http', scope);
      if (!admission.ok) return refuse(reply, admission.refusal, correlationId);
      const { identity } = admission;
      const result: Result<Fields> = await serving({ identity, correlationId }, () =>
        dispatch({ identity, served, input: withKey(request.body), correlationId }),
      );
      if (!result.ok && result.problem.retryAfterMs !== undefined)
        reply.header('retry-after', String(Math.ceil(result.problem.retryAfterMs / 1000)));
      return reply.code(statusOf(result)).send(intentReply(result, correlationId));
    });
  }

  app.post('/intents/*', (request, reply) => {
    const correlationId = correlationIdOf(request.headers[correlationHeader]);
    const message = 'There is no such intent; /openapi.json lists them.';
    return reply
      .code(404)
      .send({ ok: false, correlation_id: correlationId, error: { code: 'not_found', message } });
  });

  app.get('/openapi.json', (_, reply) => reply.send(input.openApi));

  app.get('/usage', async (request, reply) => {
    const correlationId = correlationIdOf(request.headers[correlationHeader]);
    const admission = await admit(gate, request, 'http');
    if (!admission.ok) return refuse(reply, admission.refusal, correlationId);
    return reply.send(usage.figures());
  });
}
