import { mcpUrl } from '../environment.ts';
import type { LocalStack } from '../stack.ts';
import type { Service } from '../supervision/service.ts';

/** What agents meet: MCP, HTTP intents and live projections on one address. */
export function agentsService({ ports }: LocalStack): Service[] {
  return [
    {
      name: 'mcp',
      program: { kind: 'script', entry: 'mcp/main.ts' },
      ports: [{ variable: 'MCP_PORT', port: ports.mcp }],
      needs: ['temporal', 'identity', 'graph'],
      ready: { kind: 'message' },
      rows: [{ label: 'MCP', url: `${mcpUrl(ports)}/mcp` }],
    },
  ];
}
