import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Surface } from '../../workflows/domain/meeting/caller.ts';
import { onBehalfOfHeader } from '../auth/caller.ts';
import type { Refusal } from '../auth/challenge.ts';
import type { Admission, Gate } from '../auth/gate.ts';
import { personBehind } from '../auth/identity.ts';

export type Admitted = Extract<Admission, { ok: true }>;

/** Asks the gate about an HTTP request. */
export function admit(
  gate: Gate,
  request: FastifyRequest,
  surface: Surface,
  scope?: string,
): Promise<Admission> {
  const onBehalfOf = request.headers[onBehalfOfHeader];
  return gate({
    authorization: request.headers.authorization,
    onBehalfOf: typeof onBehalfOf === 'string' ? onBehalfOf : undefined,
    surface,
    scope,
  });
}

/** Turns a request away in the words of OAuth, which MCP clients read. */
export function refuseInOAuth(
  reply: FastifyReply,
  { status, headers, message, error }: Refusal,
): FastifyReply {
  const words = {
    401: 'invalid_token',
    403: 'insufficient_scope',
    429: 'rate_limited',
    503: 'temporarily_unavailable',
  };
  return reply
    .code(status)
    .headers(headers)
    .send({ error: error ?? words[status], error_description: message });
}

/** To whom sessions and streams belong: the client and its person. */
export function ownerOf({ identity }: Admitted): string {
  return `${identity.clientId}:${personBehind(identity) ?? '-'}`;
}
