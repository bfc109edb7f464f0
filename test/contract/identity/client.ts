import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Identity } from '../../../infra/local/identity/identity.ts';
import { Browser } from './browser.ts';

export const callback = 'http://localhost:6274/oauth/callback';

const registered = z.object({ client_id: z.string() });
const tokens = z.object({
  access_token: z.string(),
  refresh_token: z.string().optional(),
  id_token: z.string().optional(),
  scope: z.string().optional(),
});
export type Tokens = z.infer<typeof tokens>;

/** Registers a public client, as the MCP Inspector does. */
export async function register(identity: Identity, more: Record<string, unknown> = {}): Promise<Response> {
  return fetch(`${identity.issuer}/reg`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      client_name: 'Inspector',
      redirect_uris: [callback],
      grant_types: ['authorization_code', 'refresh_token'],
      response_types: ['code'],
      token_endpoint_auth_method: 'none',
      ...more,
    }),
  });
}

export async function registeredClient(identity: Identity): Promise<string> {
  return registered.parse(await (await register(identity)).json()).client_id;
}

/** A PKCE verifier and what is sent of it first (RFC 7636, S256). */
export function makeProof() {
  const verifier = randomBytes(32).toString('base64url');
  return { verifier, challenge: createHash('sha256').update(verifier).digest('base64url') };
}

export function authorizationUrl(identity: Identity, parameters: Record<string, string>): string {
  const url = new URL(`${identity.issuer}/auth`);
  url.search = new URLSearchParams({
    response_type: 'code',
    redirect_uri: callback,
    state: 's',
    ...parameters,
  }).toString();
  return url.href;
}

export async function requestTokens(identity: Identity, form: Record<string, string>): Promise<Response> {
  return fetch(identity.tokenUrl, { method: 'POST', body: new URLSearchParams(form) });
}

export async function readTokens(response: Response): Promise<Tokens> {
  const body: unknown = await response.json();
  if (!response.ok) throw new Error(`No tokens: ${JSON.stringify(body)}`);
  return tokens.parse(body);
}

interface SignIn {
  readonly clientId: string;
  readonly person: string;
  readonly scope: string;
  readonly more?: Record<string, string>;
  readonly browser?: Browser;
}

/** Goes through the sign-in page as a person and brings back the code. */
export async function signIn(
  identity: Identity,
  { clientId, person, scope, more, browser = new Browser() }: SignIn,
) {
  const { verifier, challenge } = makeProof();
  const asked = await browser.follow(
    authorizationUrl(identity, {
      client_id: clientId,
      scope,
      code_challenge: challenge,
      code_challenge_method: 'S256',
      ...more,
    }),
  );
  const page = await asked.response.text();
  const answered = await browser.follow(asked.url, { person });
  const back = new URL(answered.url).searchParams;
  return { page, code: back.get('code') ?? '', back, verifier };
}

/** The whole way: page, code, tokens. */
export async function signInForTokens(identity: Identity, way: SignIn): Promise<Tokens> {
  const { code, verifier } = await signIn(identity, way);
  return readTokens(
    await requestTokens(identity, {
      grant_type: 'authorization_code',
      client_id: way.clientId,
      code,
      code_verifier: verifier,
      redirect_uri: callback,
      ...(way.more?.['resource'] === undefined ? {} : { resource: way.more['resource'] }),
    }),
  );
}
