import { hash } from 'node:crypto';
import { errors, jwtVerify } from 'jose';
import type { JWTPayload, JWTVerifyGetKey } from 'jose';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { personId } from '../../workflows/domain/people/person.ts';
import type { Principal } from './principal.ts';

/** An invalid token; the message may be shown to its sender. */
export class InvalidTokenError extends Error {
  override readonly name = 'InvalidTokenError';
}

/** The issuer's keys or metadata could not be read: nobody can be let in, and nobody is to blame. */
export class IssuerUnavailableError extends Error {
  override readonly name = 'IssuerUnavailableError';
}

export interface TokenRules {
  readonly keys: JWTVerifyGetKey;
  readonly issuer: string;
  /** Any of these must be in `aud`: the resource's URL or, with Entra ID, the client id and its `api://` URI. */
  readonly audiences: readonly string[];
  /** Entra ID's `tid`; every tenant of the issuer when absent. */
  readonly tenantId?: string;
}

/** Who calls, at once where the token is known; rejects with one of the errors above. */
export type VerifyToken = (token: string) => Principal | Promise<Principal>;

const asymmetric = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'EdDSA'];
const clockToleranceSeconds = 30;
const maxRemembered = 10_000;
const keyLength = 32;

const claims = z.object({
  exp: z.number(),
  sub: z.string().optional(),
  oid: z.string().min(1).optional(),
  tid: z.string().optional(),
  azp: z.string().optional(),
  appid: z.string().optional(),
  client_id: z.string().optional(),
  scp: z.string().optional(),
  scope: z.string().optional(),
  roles: z.array(z.string()).optional(),
  idtyp: z.string().optional(),
});

function principalOf(payload: JWTPayload, rules: TokenRules, tokenHash: string): Principal {
  const parsed = claims.safeParse(payload);
  if (!parsed.success) throw new InvalidTokenError('The token lacks claims that it needs.');
  const { exp, oid, sub, tid, azp, appid, client_id: ownId, scp, scope, roles, idtyp } = parsed.data;
  if (rules.tenantId !== undefined && tid !== rules.tenantId)
    throw new InvalidTokenError('The token is from another tenant.');
  const clientId = azp ?? appid ?? ownId;
  if (clientId === undefined)
    throw new InvalidTokenError('The token does not say which client it was given to.');
  const delegated = scp ?? scope;
  const granted = new Set((delegated ?? '').split(' ').filter((word) => word !== ''));
  // Entra ID marks application tokens by `idtyp` or by roles without scopes; others by a subject that is the client.
  const isApplication =
    idtyp === 'app' || (delegated === undefined && roles !== undefined) || sub === clientId;
  if (isApplication)
    return {
      clientId,
      subject: { kind: 'application' },
      scopes: new Set([...(roles ?? []), ...granted]),
      expiresAtMs: exp * 1000,
      tokenHash,
    };
  const person = oid ?? sub;
  if (person === undefined) throw new InvalidTokenError('The token does not name a person.');
  return {
    clientId,
    subject: { kind: 'person', personId: personId(person) },
    scopes: granted,
    expiresAtMs: exp * 1000,
    tokenHash,
  };
}

function translate(error: unknown): Error {
  if (error instanceof InvalidTokenError) return error;
  if (error instanceof errors.JWTExpired) return new InvalidTokenError('The token has expired.');
  if (error instanceof errors.JWTClaimValidationFailed)
    return new InvalidTokenError(`The token's ${error.claim} is not acceptable here.`);
  if (error instanceof errors.JWKSTimeout || !(error instanceof errors.JOSEError))
    return new IssuerUnavailableError('The issuer of tokens cannot be reached.', { cause: error });
  return new InvalidTokenError('The token is not one that this server can trust.');
}

/**
 * Verifies access tokens as JWTs: signature with an asymmetric algorithm (so neither `none` nor a shared secret),
 * issuer, audience, expiry and tenant (RFC 9068, section 4; Entra ID's access token claims). A token once verified
 * is remembered until it expires.
 */
export function createTokenVerifier(rules: TokenRules): VerifyToken {
  const verified = new LRUCache<string, { readonly token: string; readonly principal: Principal }>({
    max: maxRemembered,
  });

  async function verify(token: string, tokenHash: string): Promise<Principal> {
    try {
      const { payload } = await jwtVerify(token, rules.keys, {
        issuer: rules.issuer,
        audience: [...rules.audiences],
        algorithms: asymmetric,
        requiredClaims: ['exp'],
        clockTolerance: clockToleranceSeconds,
      });
      return principalOf(payload, rules, tokenHash);
    } catch (error) {
      throw translate(error);
    }
  }

  async function verifyAndRemember(token: string, key: string): Promise<Principal> {
    const principal = await verify(token, hash('sha256', token, 'base64'));
    verified.set(key, { token, principal });
    return principal;
  }

  return (token) => {
    // The end of its signature finds a token sooner than a hash of it all.
    const key = token.slice(-keyLength);
    const known = verified.get(key);
    if (known?.token === token && known.principal.expiresAtMs > Date.now()) return known.principal;
    return verifyAndRemember(token, key);
  };
}
