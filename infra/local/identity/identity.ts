import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Provider } from 'oidc-provider';
import { scopes } from '../../../workflows/contract/catalogue/operation.ts';
import type { ApplicationClient } from './claims.ts';
import { SavedGrants } from './saved-grants.ts';
import { createProvider } from './provider.ts';
import { consentedGraphScopes, graphRoles } from './resources.ts';
import { serveSignIn } from './sign-in.ts';

interface IdentityOptions {
  /** On 127.0.0.1; a free one unless given. */
  readonly port?: number;
  /** Where clients, grants and keys are kept; in memory unless given. */
  readonly databaseFile?: string;
  /** The secret of the client `assent-worker`, which holds application permissions of Microsoft Graph. */
  readonly workerSecret?: string;
  /** The secret of the client `assent-agent`, an agent without a person that holds every role at Assent's server. */
  readonly agentSecret?: string;
  /** What a client means that names no resource; the MCP server's URL. */
  readonly assentResource?: string;
  /** Delegated permissions of Graph that were consented to for everybody; those that Assent needs unless given. */
  readonly consentedGraphScopes?: readonly string[];
  readonly onError?: (error: unknown) => void;
}

/** A running OpenID provider. */
export interface Identity {
  readonly issuer: string;
  readonly tokenUrl: string;
  readonly jwksUrl: string;
  stop(): Promise<void>;
}

function applicationsOf({ workerSecret, agentSecret }: IdentityOptions): ApplicationClient[] {
  return [
    ...(workerSecret === undefined
      ? []
      : [{ clientId: 'assent-worker', clientSecret: workerSecret, graphRoles, assentRoles: [] }]),
    ...(agentSecret === undefined
      ? []
      : [{ clientId: 'assent-agent', clientSecret: agentSecret, graphRoles: [], assentRoles: scopes }]),
  ];
}

/** An earlier person's session would have to be signed out first; here everyone is asked each time. */
function forgetSession({ headers }: IncomingMessage): void {
  const cookies = headers.cookie?.split('; ').filter((cookie) => !cookie.startsWith('_session'));
  if (cookies !== undefined) headers.cookie = cookies.join('; ');
}

/** The local OpenID provider: the twelve people of the company, open registration, tokens for Graph and for Assent. */
export async function startIdentity(options: IdentityOptions = {}): Promise<Identity> {
  const { port = 0, databaseFile = ':memory:', onError = () => undefined } = options;
  const kept = new SavedGrants(databaseFile);
  const started = Promise.withResolvers<Provider>();
  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    const provider = await started.promise;
    forgetSession(request);
    if (!(await serveSignIn(provider, request, response))) await provider.callback()(request, response);
  };
  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      onError(error);
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const issuer = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : port}`;
  const provider = await createProvider({
    issuer,
    kept,
    applications: applicationsOf(options),
    assentResource: options.assentResource ?? `${issuer}/assent`,
    consentedGraphScopes: options.consentedGraphScopes ?? consentedGraphScopes,
  });
  provider.on('server_error', (_ctx, error) => {
    onError(error);
  });
  started.resolve(provider);
  return {
    issuer,
    tokenUrl: `${issuer}/token`,
    jwksUrl: `${issuer}/jwks`,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
      kept.close();
    },
  };
}
