import { section } from './section.ts';
import type { ValuesOf } from './section.ts';
import { address, list, oneOf, port, wholeNumber } from './shapes.ts';
import { optional, withDefault } from './variable.ts';

/** The server for agents, and whose tokens it takes. */
export const mcp = section('Agents (MCP)', {
  host: withDefault('MCP_HOST', 'the address that the MCP server listens on', '127.0.0.1'),
  port: withDefault('MCP_PORT', 'the port of MCP and the HTTP intents', '3980', port),
  publicUrl: optional(
    'MCP_PUBLIC_URL',
    'the address under which agents reach the MCP server, where it is not this machine at MCP_PORT',
    address,
  ),
  issuer: optional('MCP_ISSUER', 'the OpenID issuer of the callers’ tokens', address),
  audience: optional(
    'MCP_AUDIENCE',
    'the audience that those tokens must name (with Entra ID, the client id)',
  ),
  jwksUrl: optional('MCP_JWKS_URL', 'the keys of that issuer, where discovery does not tell', address),
  tenantId: optional('MCP_TENANT_ID', 'the only tenant whose tokens are taken'),
  graphAccess: withDefault(
    'MCP_GRAPH_ACCESS',
    'with whose access Microsoft 365 is read for a person: onBehalfOf (their own, by exchanging their token) or application',
    'application',
    oneOf(['application', 'onBehalfOf']),
  ),
  toolsets: withDefault(
    'MCP_TOOLSETS',
    'sets of tools beyond the first eleven, between commas: tasks, notes',
    '',
    list,
  ),
  agentOrganizers: withDefault(
    'MCP_AGENT_ORGANIZERS',
    'for whom an agent without a person may act: agent=organizer, between commas',
    '',
    list,
  ),
  hostnames: withDefault(
    'MCP_HOSTNAMES',
    'names, beside that of the public address, under which the server answers, between commas',
    'localhost,127.0.0.1',
    list,
  ),
  callsPerMinute: withDefault(
    'MCP_CALLS_PER_MINUTE',
    'how many calls a minute one client may make for one person',
    '600',
    wholeNumber,
  ),
  streamsPerCaller: withDefault(
    'MCP_STREAMS_PER_CALLER',
    'how many sessions, streams and subscriptions one client may keep open for one person',
    '50',
    wholeNumber,
  ),
  waitSeconds: withDefault(
    'MCP_WAIT_SECONDS',
    'how long a tool waits for people when its client has no tasks',
    '20',
    wholeNumber,
  ),
  stdioPerson: optional(
    'MCP_STDIO_PERSON',
    'for whom a server on standard input acts: a directory id or mail address',
  ),
  facadeClientId: optional(
    'MCP_FACADE_CLIENT_ID',
    'the client given to everybody who registers, where the issuer has no registration (Entra ID); switches the sign-in facade on',
  ),
  facadeScopePrefix: withDefault(
    'MCP_FACADE_SCOPE_PREFIX',
    'what the issuer wants in front of each scope, such as api://CLIENT-ID/',
    '',
  ),
});

/** The address under which agents reach the server, without a path. */
export function publicUrlOf({
  publicUrl,
  port,
}: Pick<ValuesOf<(typeof mcp)['variables']>, 'publicUrl' | 'port'>): string {
  return publicUrl ?? `http://127.0.0.1:${port}`;
}
