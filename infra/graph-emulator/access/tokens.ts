import { createRemoteJWKSet, errors, jwtVerify, type JWTPayload } from 'jose';
import type { Caller, Permissions } from './caller.ts';
import { GraphError } from '../graph-error.ts';

/** A token that is accepted as it is written: for tests and for parts of the local stack. */
interface StaticToken {
  readonly token: string;
  readonly kind: 'application' | 'delegated';
  /** Directory object id; needed where `kind` is `delegated`. */
  readonly userId?: string;
  readonly permissions: readonly string[] | 'all';
}

/** Whose tokens the emulator believes. */
export interface EmulatorIdentity {
  readonly staticTokens?: readonly StaticToken[];
  /** A JWT issuer, such as the local OpenID provider: `roles` for applications, `scp` and `oid` for people. */
  readonly issuer?: { readonly url: string; readonly jwksUrl: string; readonly audience?: string };
}

const rememberedMs = 5 * 60_000;
const maximumRemembered = 1_000;

function unauthenticated(message: string): GraphError {
  return new GraphError(401, 'InvalidAuthenticationToken', message, {
    'WWW-Authenticate':
      'Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize"',
  });
}

function listed(value: unknown): string[] {
  if (Array.isArray(value)) return value.filter((item): item is string => typeof item === 'string');
  return typeof value === 'string' ? value.split(' ').filter((name) => name !== '') : [];
}

/** Scopes may be written as `https://graph.microsoft.com/Calendars.Read`: the last part counts. */
function scopeName(scope: string): string {
  return scope.slice(scope.lastIndexOf('/') + 1);
}

function textClaim(payload: JWTPayload, ...names: string[]): string | undefined {
  for (const name of names) {
    const value = payload[name];
    if (typeof value === 'string' && value !== '') return value;
  }
  return undefined;
}

function callerOf(payload: JWTPayload): Caller {
  const applicationId = textClaim(payload, 'appid', 'azp', 'client_id', 'sub') ?? 'unknown';
  const scopes = [...listed(payload['scp']), ...listed(payload['scope'])].map(scopeName);
  const userId = textClaim(payload, 'oid');
  if (scopes.length > 0 && userId !== undefined) {
    return { kind: 'delegated', applicationId, userId: userId.toLowerCase(), permissions: new Set(scopes) };
  }
  return {
    kind: 'application',
    applicationId,
    permissions: new Set(listed(payload['roles']).map(scopeName)),
  };
}

/** Reads bearer tokens: configured ones first, then JWTs of the configured issuer. */
export class TokenReader {
  readonly #static = new Map<string, Caller>();
  readonly #remembered = new Map<string, { caller: Caller; untilMs: number }>();
  readonly #issuer: EmulatorIdentity['issuer'];
  readonly #keys: ReturnType<typeof createRemoteJWKSet> | undefined;
  readonly #now: () => Date;

  constructor(identity: EmulatorIdentity, now: () => Date) {
    this.#now = now;
    this.#issuer = identity.issuer;
    this.#keys =
      identity.issuer === undefined ? undefined : createRemoteJWKSet(new URL(identity.issuer.jwksUrl));
    for (const entry of identity.staticTokens ?? []) {
      const permissions: Permissions = entry.permissions === 'all' ? 'all' : new Set(entry.permissions);
      if (entry.kind === 'application') {
        this.#static.set(entry.token, { kind: 'application', applicationId: 'static', permissions });
      } else if (entry.userId === undefined) {
        throw new Error('A delegated token of the Graph emulator needs the userId of its person.');
      } else {
        const userId = entry.userId.toLowerCase();
        this.#static.set(entry.token, { kind: 'delegated', applicationId: 'static', userId, permissions });
      }
    }
  }

  /** @throws GraphError 401 InvalidAuthenticationToken for a missing, foreign, altered or expired token. */
  async read(authorization: string | undefined): Promise<Caller> {
    const token = /^bearer\s+(.+)$/i.exec(authorization ?? '')?.[1]?.trim();
    if (token === undefined || token === '') throw unauthenticated('Access token is empty.');
    const known = this.#static.get(token);
    if (known !== undefined) return known;
    const nowMs = this.#now().getTime();
    const remembered = this.#remembered.get(token);
    if (remembered !== undefined && remembered.untilMs > nowMs) return remembered.caller;
    return this.#verify(token, nowMs);
  }

  async #verify(token: string, nowMs: number): Promise<Caller> {
    if (this.#keys === undefined || this.#issuer === undefined) {
      throw unauthenticated('Access token validation failure. Invalid audience.');
    }
    const { url, audience } = this.#issuer;
    try {
      const { payload } = await jwtVerify(token, this.#keys, {
        issuer: url,
        currentDate: this.#now(),
        audience,
      });
      const caller = callerOf(payload);
      const expiresMs = payload.exp === undefined ? Number.POSITIVE_INFINITY : payload.exp * 1000;
      if (this.#remembered.size >= maximumRemembered) this.#remembered.clear();
      this.#remembered.set(token, { caller, untilMs: Math.min(nowMs + rememberedMs, expiresMs) });
      return caller;
    } catch (error) {
      if (error instanceof errors.JWTExpired) {
        throw unauthenticated('Lifetime validation failed, the token is expired.');
      }
      throw unauthenticated('CompactToken parsing failed with error code: 80049217');
    }
  }
}
