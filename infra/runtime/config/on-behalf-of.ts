import type { graph } from './graph.ts';
import type { mcp } from './mcp.ts';
import { ConfigError } from './read-config.ts';
import type { ValuesOf } from './section.ts';

interface Settings {
  readonly graph: ValuesOf<(typeof graph)['variables']>;
  readonly mcp: ValuesOf<(typeof mcp)['variables']>;
}

/** The app that people's tokens are issued for and that exchanges them, and how it proves itself. */
export type OnBehalfOfApp =
  | {
      readonly tenantId: string;
      readonly clientId: string;
      readonly proof:
        | { readonly kind: 'secret'; readonly clientSecret: string }
        /** A PEM file with certificate and key. */
        | { readonly kind: 'certificate'; readonly path: string }
        /** A federated credential of the app: the host's managed identity, user-assigned where a client id is given. */
        | { readonly kind: 'managedIdentity'; readonly clientId: string | undefined };
    }
  /** An OAuth token endpoint that is not that of Entra ID and takes the same form. */
  | { readonly tokenUrl: string; readonly clientId: string; readonly clientSecret: string };

const asked = 'MCP_GRAPH_ACCESS is onBehalfOf';

function atTokenEndpoint({ graph }: Settings, tokenUrl: string): OnBehalfOfApp {
  const { clientId, clientSecret } = graph;
  if (clientId === undefined || clientSecret === undefined)
    throw new ConfigError([
      `${asked}, and GRAPH_TOKEN_URL takes nothing but a client id with a secret: set GRAPH_CLIENT_ID and GRAPH_CLIENT_SECRET.`,
    ]);
  return { tokenUrl, clientId, clientSecret };
}

function atEntra({ graph, mcp }: Settings): OnBehalfOfApp {
  const { tenantId, clientId, clientSecret, clientCertificatePath, managedIdentity } = graph;
  const { audience } = mcp;
  const problems: string[] = [];
  if (tenantId === undefined)
    problems.push(`${asked}: set GRAPH_TENANT_ID, the Entra tenant that exchanges people’s tokens.`);
  if (audience === undefined)
    problems.push(
      `${asked}: set MCP_AUDIENCE, the client id of the app that people’s tokens are issued for.`,
    );
  else if (!managedIdentity && clientId !== audience)
    problems.push(
      `${asked}, but MCP_AUDIENCE and GRAPH_CLIENT_ID are two apps: Entra ID exchanges a token only for the app it was issued for, so give both the same client id.`,
    );
  if (mcp.tenantId !== undefined && mcp.tenantId !== tenantId)
    problems.push(
      `${asked}, but MCP_TENANT_ID and GRAPH_TENANT_ID are two tenants: people’s tokens are exchanged where they were issued.`,
    );
  if (problems.length > 0 || tenantId === undefined || audience === undefined)
    throw new ConfigError(problems);
  if (managedIdentity) return { tenantId, clientId: audience, proof: { kind: 'managedIdentity', clientId } };
  if (clientCertificatePath !== undefined)
    return { tenantId, clientId: audience, proof: { kind: 'certificate', path: clientCertificatePath } };
  if (clientSecret !== undefined)
    return { tenantId, clientId: audience, proof: { kind: 'secret', clientSecret } };
  throw new ConfigError([`${asked}: set GRAPH_CLIENT_SECRET or GRAPH_CLIENT_CERTIFICATE_PATH.`]);
}

/**
 * With what people's tokens are exchanged, out of the credentials for Microsoft Graph; undefined where everything is
 * read as the application. Throws `ConfigError` with a sentence for each setting that contradicts another.
 */
export function onBehalfOfApp(settings: Settings): OnBehalfOfApp | undefined {
  const { token, tokenUrl } = settings.graph;
  if (settings.mcp.graphAccess === 'application') return undefined;
  if (token !== undefined)
    throw new ConfigError([
      `${asked}, but GRAPH_TOKEN is one ready token for everybody: set GRAPH_CLIENT_ID with GRAPH_CLIENT_SECRET or GRAPH_CLIENT_CERTIFICATE_PATH instead.`,
    ]);
  return tokenUrl === undefined ? atEntra(settings) : atTokenEndpoint(settings, tokenUrl);
}
