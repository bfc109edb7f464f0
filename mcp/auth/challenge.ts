import type { ProblemCode } from '../../workflows/domain/problems/problem-code.ts';

/** Why a request is turned away before anything is done, as HTTP expresses it. */
export interface Refusal {
  readonly status: 401 | 403 | 429 | 503;
  readonly code: ProblemCode;
  readonly message: string;
  /** OAuth's code, where the status alone is not enough. */
  readonly error?: string;
  readonly headers: Readonly<Record<string, string>>;
}

function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, '')}"`;
}

function bearer(parameters: Readonly<Record<string, string>>): Record<string, string> {
  const words = Object.entries(parameters).map(([name, value]) => `${name}=${quoted(value)}`);
  return { 'www-authenticate': `Bearer ${words.join(', ')}` };
}

/** 401 that tells a client where to find out how to get a token (RFC 9728, section 5.1). */
export function tokenNeeded(resourceMetadataUrl: string, scope: string): Refusal {
  return {
    status: 401,
    code: 'forbidden',
    message: 'Sign in first: this needs a bearer token.',
    headers: bearer({ resource_metadata: resourceMetadataUrl, scope }),
  };
}

/** 401 for a token that does not count (RFC 6750, section 3.1). */
export function tokenInvalid(resourceMetadataUrl: string, message: string): Refusal {
  return {
    status: 401,
    code: 'forbidden',
    message,
    headers: bearer({
      error: 'invalid_token',
      error_description: message,
      resource_metadata: resourceMetadataUrl,
    }),
  };
}

/** 403 that says which scopes to ask for (MCP authorization, "Scope challenge handling"). */
export function scopeNeeded(resourceMetadataUrl: string, held: Iterable<string>, scope: string): Refusal {
  return {
    status: 403,
    code: 'forbidden',
    message: `This needs the scope ${scope}.`,
    headers: bearer({
      error: 'insufficient_scope',
      error_description: `This needs the scope ${scope}.`,
      scope: [...new Set([...held, scope])].join(' '),
      resource_metadata: resourceMetadataUrl,
    }),
  };
}

/** Where people sign in at an issuer of Entra ID (v2.0), the only one that asks for further claims. */
export function authorizationUri(issuer: string): string {
  return `${issuer.replace(/\/v2\.0\/?$/, '')}/oauth2/v2.0/authorize`;
}

/**
 * 401 for a token that proves too little for the services behind this server. `claims` is the claims request (JSON text)
 * to ask the issuer, Entra ID, with (learn.microsoft.com/entra/identity-platform/claims-challenge).
 */
export function claimsNeeded(resourceMetadataUrl: string, authorizationUri: string, claims: string): Refusal {
  const message = 'Microsoft 365 wants a further proof of who you are; sign in again.';
  const error = 'insufficient_claims';
  return {
    status: 401,
    code: 'forbidden',
    message,
    error,
    headers: bearer({
      authorization_uri: authorizationUri,
      error,
      error_description: message,
      claims: Buffer.from(claims).toString('base64'),
      resource_metadata: resourceMetadataUrl,
    }),
  };
}

export function issuerUnavailable(): Refusal {
  return {
    status: 503,
    code: 'unavailable',
    message: 'Tokens cannot be checked at the moment; try again.',
    headers: { 'retry-after': '5' },
  };
}

export function tooMany(retryAfterMs: number): Refusal {
  const seconds = Math.max(1, Math.ceil(retryAfterMs / 1000));
  return {
    status: 429,
    code: 'rate_limited',
    message: `Too many requests; try again in ${seconds} s.`,
    headers: { 'retry-after': String(seconds) },
  };
}
