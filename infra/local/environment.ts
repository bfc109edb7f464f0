import { tenantId } from '../graph-emulator/access/tenant.ts';
import { companyPlanId } from '../graph-emulator/seed.ts';
import { stateFolder } from './layout.ts';
import { local } from './settings.ts';
import type { LocalPorts } from './settings.ts';
import type { LocalStack } from './stack.ts';

/** The issuer of the local OpenID provider. */
export function identityUrl({ identity }: Pick<LocalPorts, 'identity'>): string {
  return `http://127.0.0.1:${identity}`;
}

/** The bot and the pages beside it. */
export function botUrl({ bot }: Pick<LocalPorts, 'bot'>): string {
  return `http://127.0.0.1:${bot}`;
}

/** The server for agents. */
export function mcpUrl({ mcp }: Pick<LocalPorts, 'mcp'>): string {
  return `http://127.0.0.1:${mcp}`;
}

/** Where the parts listen, with a real port wherever the environment says 0. */
export function portVariables(ports: LocalPorts): Record<string, string> {
  return Object.fromEntries(
    Object.entries(local.variables).map(([key, { name }]) => [name, String(ports[key as keyof LocalPorts])]),
  );
}

/**
 * The variables of docs/configuration.md as the local stack sets them: only addresses and credentials, the same that a
 * deployment sets. What the environment already sets wins.
 */
export function localEnvironment({ ports, secrets, given }: LocalStack): Record<string, string> {
  return {
    ASSENT_STATE_DIR: stateFolder,
    TEMPORAL_ADDRESS: `127.0.0.1:${ports.temporal}`,
    GRAPH_BASE_URL: `http://127.0.0.1:${ports.graph}/v1.0`,
    GRAPH_TENANT_ID: tenantId,
    GRAPH_CLIENT_ID: 'assent-worker',
    GRAPH_CLIENT_SECRET: secrets.worker,
    GRAPH_PLAN_ID: companyPlanId,
    // The mailbox that writes to people whom Teams does not reach.
    GRAPH_MAIL_SENDER: 'alice.martin@contoso.example',
    GRAPH_TOKEN_URL: `${identityUrl({ identity: ports.identity })}/token`,
    GRAPH_NOTIFICATION_URL: botUrl(ports),
    LINK_SECRET: secrets.links,
    PUBLIC_URL: botUrl(ports),
    MCP_PUBLIC_URL: mcpUrl(ports),
    MCP_ISSUER: identityUrl(ports),
    MCP_JWKS_URL: `${identityUrl(ports)}/jwks`,
    MCP_TENANT_ID: tenantId,
    // The local sign-in exchanges people's tokens for the local Graph alone.
    MCP_GRAPH_ACCESS: given['GRAPH_BASE_URL'] === undefined ? 'onBehalfOf' : 'application',
  };
}
