import { auth } from '@modelcontextprotocol/client';
import type { OAuthClientProvider } from '@modelcontextprotocol/client';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CommandError, connectionProblem } from '../run-command.ts';

type Kept<Name extends 'clientInformation' | 'tokens' | 'discoveryState'> = Exclude<
  Awaited<ReturnType<Required<OAuthClientProvider>[Name]>>,
  undefined
>;

export interface SignedIn {
  readonly accessToken: string;
  readonly expiresAtMs: number;
}

const waitMs = 5 * 60_000;

/** Waits on loopback for the browser to come back with a code (RFC 8252, section 7.3). */
async function openLoopback() {
  const arrived = Promise.withResolvers<URLSearchParams>();
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
    if (pathname !== '/signed-in') {
      response.writeHead(404).end();
      return;
    }
    response
      .writeHead(200, { 'content-type': 'text/plain; charset=utf-8' })
      .end('Signed in. You can close this page.');
    arrived.resolve(searchParams);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const timer = setTimeout(() => {
    arrived.reject(new CommandError('Nobody signed in within five minutes; try again.'));
  }, waitMs);
  const { port } = server.address() as AddressInfo;
  return {
    redirectUrl: `http://127.0.0.1:${port}/signed-in`,
    arrived: arrived.promise,
    close: () => {
      clearTimeout(timer);
      server.closeAllConnections();
      server.close();
    },
  };
}

/** The SDK's `auth`, where a refusal is a sentence. */
async function authorize(provider: OAuthClientProvider, options: Parameters<typeof auth>[1]): Promise<void> {
  try {
    await auth(provider, options);
  } catch (error) {
    if (connectionProblem(error) !== undefined) throw error;
    const why = error instanceof Error ? error.message : 'it did not say why';
    throw new CommandError(`${String(options.serverUrl)} did not let you sign in: ${why}`, { cause: error });
  }
}

/**
 * Signs a person in to an MCP server that is known by its URL alone: finds the issuer through the server's metadata,
 * registers, sends the person's browser there with PKCE, and trades the code for a token. `show` is given the address
 * to open.
 */
export async function signIn(input: {
  readonly serverUrl: string;
  readonly scopes: readonly string[];
  readonly show: (address: URL) => void | Promise<void>;
}): Promise<SignedIn> {
  const { serverUrl, show } = input;
  const scope = input.scopes.join(' ');
  const loopback = await openLoopback();
  const state = randomUUID();
  let client: Kept<'clientInformation'> | undefined;
  let tokens: Kept<'tokens'> | undefined;
  let verifier = '';
  let discovered: Kept<'discoveryState'> | undefined;
  const provider: OAuthClientProvider = {
    redirectUrl: loopback.redirectUrl,
    clientMetadata: {
      client_name: 'Assent on the command line',
      redirect_uris: [loopback.redirectUrl],
      grant_types: ['authorization_code'],
      response_types: ['code'],
      token_endpoint_auth_method: 'none',
      application_type: 'native',
      scope,
    },
    state: () => state,
    clientInformation: () => client,
    saveClientInformation: (information) => {
      client = information;
    },
    tokens: () => tokens,
    saveTokens: (given) => {
      tokens = given;
    },
    redirectToAuthorization: show,
    saveCodeVerifier: (given) => {
      verifier = given;
    },
    codeVerifier: () => verifier,
    saveDiscoveryState: (given) => {
      discovered = given;
    },
    discoveryState: () => discovered,
  };
  try {
    await authorize(provider, { serverUrl, scope });
    const answer = await loopback.arrived;
    const code = answer.get('code');
    if (code === null || answer.get('state') !== state)
      throw new CommandError(
        answer.get('error_description') ?? answer.get('error') ?? 'The sign-in did not succeed.',
      );
    const iss = answer.get('iss');
    await authorize(provider, {
      serverUrl,
      scope,
      authorizationCode: code,
      ...(iss === null ? {} : { iss }),
    });
  } finally {
    loopback.close();
  }
  const given = provider.tokens();
  const final = given instanceof Promise ? await given : given;
  if (final === undefined) throw new CommandError('The sign-in gave no token.');
  return { accessToken: final.access_token, expiresAtMs: Date.now() + (final.expires_in ?? 300) * 1000 };
}
