import type { PersonViewer, Viewer } from '../../infra/runtime/viewer.ts';
import type { Surface } from '../../workflows/domain/meeting/caller.ts';
import type { AgentOrganizers } from './caller.ts';
import { identityOf } from './caller.ts';
import type { Refusal } from './challenge.ts';
import {
  claimsNeeded,
  issuerUnavailable,
  scopeNeeded,
  tokenInvalid,
  tokenNeeded,
  tooMany,
} from './challenge.ts';
import type { Identity } from './identity.ts';
import { personBehind } from './identity.ts';
import type { Principal } from './principal.ts';
import type { RateLimit } from './rate-limit.ts';
import { InvalidTokenError } from './token-verifier.ts';
import type { VerifyToken } from './token-verifier.ts';

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

/** How people are served with their own access to Microsoft 365 rather than with the application's. */
export interface PeoplesAccess {
  /** The claims (JSON text) that a person must prove before that can be, if any. Never rejects. */
  readonly claimsNeeded: (person: PersonViewer) => Promise<string | undefined>;
  /** Where the person can prove them. */
  readonly authorizationUri: string;
}

function viewerOf({ subject, tokenHash, expiresAtMs }: Principal, assertion: string): Viewer {
  if (subject.kind !== 'person') return subject;
  return { kind: 'person', personId: subject.personId, assertion, key: tokenHash, expiresAtMs };
}

/** What follows `Bearer` (RFC 6750, section 2.1); whether it is a token is for the verifier. */
function bearerToken(authorization = ''): string | undefined {
  const scheme = /^Bearer +/i.exec(authorization)?.[0];
  return scheme === undefined ? undefined : authorization.slice(scheme.length);
}

/** Lets a request in with its identity, or says why not and how to come back. */
export type Gate = (request: GateRequest) => Promise<Admission>;

/** Every HTTP door is behind this one gate: token, scope, rate and what Microsoft 365 asks for, in that order. */
export function createGate(input: {
  readonly verify: VerifyToken;
  readonly allowed: AgentOrganizers;
  readonly rateLimit: RateLimit;
  readonly resourceMetadataUrl: string;
  readonly peoplesAccess?: PeoplesAccess;
  /** The scopes that a client without a token is asked to request. */
  readonly basicScopes: readonly string[];
}): Gate {
  const { verify, allowed, rateLimit, resourceMetadataUrl, peoplesAccess } = input;
  const basic = input.basicScopes.join(' ');

  return async (request) => {
    const refuse = (refusal: Refusal): Admission => ({ ok: false, refusal });
    const token = bearerToken(request.authorization);
    if (token === undefined) return refuse(tokenNeeded(resourceMetadataUrl, basic));
    let principal: Principal;
    try {
      const verified = verify(token);
      principal = verified instanceof Promise ? await verified : verified;
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
    const limited = rateLimit(`${identity.clientId}:${personBehind(identity) ?? '-'}`);
    const waitMs = limited instanceof Promise ? await limited : limited;
    if (waitMs !== undefined) return refuse(tooMany(waitMs));
    if (peoplesAccess === undefined) return { ok: true, identity, principal, token };
    const viewer = viewerOf(principal, token);
    const claims = viewer.kind === 'person' ? await peoplesAccess.claimsNeeded(viewer) : undefined;
    if (claims !== undefined)
      return refuse(claimsNeeded(resourceMetadataUrl, peoplesAccess.authorizationUri, claims));
    return { ok: true, identity: { ...identity, viewer }, principal, token };
  };
}
