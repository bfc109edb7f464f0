import type { FastifyInstance, FastifyRequest } from 'fastify';
import { scopeNeeded } from '../auth/challenge.ts';
import type { Gate } from '../auth/gate.ts';
import { authInfoOf } from './auth-info.ts';
import type { AuthorizedRequest } from './legacy-sessions.ts';
import type { McpEndpoint } from './mcp-endpoint.ts';
import type { SseSessions } from './sse-sessions.ts';
import { admit, ownerOf, refuseInOAuth } from '../http/admit.ts';
import type { Admitted } from '../http/admit.ts';
import { correlationHeader, correlationIdOf } from '../http/correlation-id.ts';

/** The scope that the tool called by a JSON-RPC message needs, if it calls one. */
function scopeOfCall(body: unknown, scopes: ReadonlyMap<string, string>): string | undefined {
  if (typeof body !== 'object' || body === null || !('method' in body) || body.method !== 'tools/call')
    return undefined;
  if (!('params' in body) || typeof body.params !== 'object' || body.params === null) return undefined;
  const { params } = body;
  return 'name' in params && typeof params.name === 'string' ? scopes.get(params.name) : undefined;
}

/** `/mcp` for Streamable HTTP of every revision, `/sse` and `/message` for the oldest. */
export function mcpRoutes(
  app: FastifyInstance,
  input: {
    readonly gate: Gate;
    readonly endpoint: McpEndpoint;
    readonly sse: SseSessions;
    readonly toolScopes: ReadonlyMap<string, string>;
    readonly resourceMetadataUrl: string;
  },
): void {
  const { gate, endpoint, sse, toolScopes, resourceMetadataUrl } = input;
  const admitted = new WeakMap<FastifyRequest, Admitted>();

  function admission(request: FastifyRequest): Admitted {
    const found = admitted.get(request);
    if (found === undefined) throw new Error('a request passed without the gate');
    return found;
  }

  const passGate = {
    onRequest: async (request: FastifyRequest, reply: Parameters<typeof refuseInOAuth>[0]) => {
      const admission = await admit(gate, request, 'mcp');
      if (!admission.ok) return refuseInOAuth(reply, admission.refusal);
      admitted.set(request, admission);
      return undefined;
    },
  };

  app.route({
    method: ['GET', 'POST', 'DELETE'],
    url: '/mcp',
    ...passGate,
    handler: async (request, reply) => {
      const caller = admission(request);
      const { identity } = caller;
      const scope = scopeOfCall(request.body, toolScopes);
      if (scope !== undefined && !identity.scopes.has(scope))
        return refuseInOAuth(reply, scopeNeeded(resourceMetadataUrl, identity.scopes, scope));
      const correlationId = correlationIdOf(request.headers[correlationHeader]);
      const raw = request.raw as AuthorizedRequest;
      raw.auth = authInfoOf(caller, correlationId);
      reply.raw.setHeader(correlationHeader, correlationId);
      reply.hijack();
      await endpoint.handle(raw, reply.raw, request.body, { identity, owner: ownerOf(caller) });
      return undefined;
    },
  });

  app.get('/sse', passGate, async (request, reply) => {
    const caller = admission(request);
    const authInfo = authInfoOf(caller, correlationIdOf(request.headers[correlationHeader]));
    reply.hijack();
    if (await sse.open(reply.raw, authInfo, ownerOf(caller))) return undefined;
    reply.raw.writeHead(429, { 'retry-after': '60' }).end();
    return undefined;
  });

  app.post<{ Querystring: { sessionId?: string } }>('/message', passGate, (request, reply) => {
    const caller = admission(request);
    const scope = scopeOfCall(request.body, toolScopes);
    if (scope !== undefined && !caller.identity.scopes.has(scope))
      return refuseInOAuth(reply, scopeNeeded(resourceMetadataUrl, caller.identity.scopes, scope));
    const authInfo = authInfoOf(caller, correlationIdOf(request.headers[correlationHeader]));
    const status = sse.post(request.query.sessionId, request.body, authInfo, ownerOf(caller));
    return reply.code(status).send(status === 202 ? 'Accepted' : '');
  });
}
