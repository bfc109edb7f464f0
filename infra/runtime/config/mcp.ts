import { section } from './section.ts';
import { address, list, port } from './shapes.ts';
import { optional, withDefault } from './variable.ts';

/** The server for agents, and whose tokens it takes. */
export const mcp = section('Agents (MCP)', {
  host: withDefault('MCP_HOST', 'the address that the MCP server listens on', '127.0.0.1'),
  port: withDefault('MCP_PORT', 'the port of MCP and the HTTP intents', '3980', port),
  publicUrl: withDefault(
    'MCP_PUBLIC_URL',
    'the address under which agents reach the MCP server',
    'http://127.0.0.1:3980',
    address,
  ),
  issuer: optional('MCP_ISSUER', 'the OpenID issuer of the callers’ tokens', address),
  audience: optional(
    'MCP_AUDIENCE',
    'the audience that those tokens must name (with Entra ID, the client id)',
  ),
  jwksUrl: optional('MCP_JWKS_URL', 'the keys of that issuer, where discovery does not tell', address),
  tenantId: optional('MCP_TENANT_ID', 'the only tenant whose tokens are taken'),
  toolsets: withDefault(
    'MCP_TOOLSETS',
    'sets of tools beyond the first ten, between commas: tasks, notes',
    '',
    list,
  ),
  agentOrganizers: withDefault(
    'MCP_AGENT_ORGANIZERS',
    'for whom an agent without a person may act: agent=organizer, between commas',
    '',
    list,
  ),
});
