import type { AuthInfo, ServerContext } from '@modelcontextprotocol/server';
import type { Admission } from '../auth/gate.ts';
import type { RequestFacts } from '../server-factory.ts';

const facts = Symbol('facts');

type Admitted = Extract<Admission, { ok: true }>;

/** What our gate found out, in the shape in which the SDK carries it to the handlers. */
export function authInfoOf({ identity, principal, token }: Admitted, correlationId: string): AuthInfo {
  return {
    token,
    clientId: identity.clientId,
    scopes: [...identity.scopes],
    expiresAt: Math.floor(principal.expiresAtMs / 1000),
    extra: { [facts]: { identity, correlationId } satisfies RequestFacts },
  };
}

/** What the gate found out about the request of a handler. Throws when no gate was passed, which is a fault of ours. */
export function factsOf(ctx: ServerContext): RequestFacts {
  const extra: { readonly [facts]?: RequestFacts } = ctx.http?.authInfo?.extra ?? {};
  const found = extra[facts];
  if (found === undefined) throw new Error('a request reached a handler without an identity');
  return found;
}
