import type { Surface } from '../../workflows/domain/meeting/caller.ts';
import type { AgentOrganizers } from './caller.ts';
import { identityOf } from './caller.ts';
import type { Refusal } from './challenge.ts';
import { issuerUnavailable, scopeNeeded, tokenInvalid, tokenNeeded, tooMany } from './challenge.ts';
import type { Identity } from './identity.ts';
import { personOf } from './identity.ts';
import type { Principal } from './principal.ts';
import type { RateLimit } from './rate-limit.ts';
import { InvalidTokenError } from './token-verifier.ts';

export type Admission =
  | { readonly ok: true; readonly identity: Identity; readonly principal: Principal; readonly token: string }
  | { readonly ok: false; readonly refusal: Refusal };

interface GateRequest {
  readonly authorization: string | undefined;
  readonly onBehalfOf: string | undefined;
  readonly surface: Surface;
  /** What this request needs beyond a token. */
  readonly scope?: string;
}

/** Lets a request in with its identity, or says why not and how to come back. */
export type Gate = (request: GateRequest) => Promise<Admission>;

/** Every HTTP door is behind this one gate: token, scope and rate, in that order. */
export function createGate(input: {
  readonly verify: (token: string) => Promise<Principal>;
  readonly allowed: AgentOrganizers;
  readonly rateLimit: RateLimit;
  readonly resourceMetadataUrl: string;
  /** What a client without a token is told to ask for. */
  readonly basicScopes: readonly string[];
}): Gate {
  const { verify, allowed, rateLimit, resourceMetadataUrl } = input;
  const basic = input.basicScopes.join(' ');

  return async (request) => {
    const refuse = (refusal: Refusal): Admission => ({ ok: false, refusal });
    const token = /^Bearer +([\w.~+/=-]+)$/i.exec(request.authorization ?? '')?.[1];
    if (token === undefined) return refuse(tokenNeeded(resourceMetadataUrl, basic));
    let principal: Principal;
    try {
      principal = await verify(token);
    } catch (error) {
      if (error instanceof InvalidTokenError) return refuse(tokenInvalid(resourceMetadataUrl, error.message));
      return refuse(issuerUnavailable());
    }
    const identity = identityOf(principal, {
      surface: request.surface,
      onBehalfOf: request.onBehalfOf,
      allowed,
    });
    const { scope } = request;
    if (scope !== undefined && !identity.scopes.has(scope))
      return refuse(scopeNeeded(resourceMetadataUrl, identity.scopes, scope));
    const waitMs = await rateLimit(`${identity.clientId}:${personOf(identity) ?? '-'}`);
    if (waitMs !== undefined) return refuse(tooMany(waitMs));
    return { ok: true, identity, principal, token };
  };
}
