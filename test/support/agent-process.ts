import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { AgentWorld } from './agent-world.ts';
import { tied } from './tied-process.ts';

export const agentEntry = join(import.meta.dirname, '../../mcp/main.ts');

/** The environment in which `mcp/main.ts` serves this world. */
export function agentEnvironment({ world }: AgentWorld): Record<string, string> {
  return {
    PATH: process.env['PATH'] ?? '',
    LOG_LEVEL: 'warn',
    TEMPORAL_ADDRESS: world.temporal.address,
    TEMPORAL_NAMESPACE: world.temporal.namespace,
    GRAPH_BASE_URL: world.graph.baseUrl,
    GRAPH_TOKEN: world.graph.token,
    ASSENT_SQLITE_FILE: world.sqliteFile,
  };
}

/** Serves the public keys of the world's issuer, for a process that must fetch them. */
export async function serveKeys({ issuer }: AgentWorld): Promise<{ readonly url: string; close(): void }> {
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'application/json').end(JSON.stringify(issuer.keySet));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/keys`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** A process of its own that serves the world over HTTP, ready. */
export async function spawnAgentServer(
  agents: AgentWorld,
  settings: {
    readonly port: number;
    readonly keysUrl: string;
    readonly environment?: Readonly<Record<string, string>>;
  },
): Promise<{ readonly pid: number; kill(signal: NodeJS.Signals): Promise<void> }> {
  const child = tied(
    spawn(process.execPath, [agentEntry], {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      env: {
        ...agentEnvironment(agents),
        MCP_PORT: String(settings.port),
        MCP_PUBLIC_URL: agents.issuer.audience.replace(/\/mcp$/, ''),
        MCP_ISSUER: agents.issuer.issuer,
        MCP_JWKS_URL: settings.keysUrl,
        MCP_TENANT_ID: agents.issuer.tenantId,
        MCP_HOSTNAMES: '127.0.0.1',
        ...settings.environment,
      },
    }),
  );
  const exited = once(child, 'exit');
  await Promise.race([
    once(child, 'message'),
    exited.then(() => Promise.reject(new Error('the server for agents ended before it was ready'))),
  ]);
  return {
    pid: child.pid ?? 0,
    kill: async (signal) => {
      child.kill(signal);
      await exited;
    },
  };
}
