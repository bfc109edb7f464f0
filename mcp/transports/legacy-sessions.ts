import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { NodeStreamableHTTPServerTransport } from '@modelcontextprotocol/node';
import { isInitializeRequest } from '@modelcontextprotocol/server';
import type { AuthInfo, McpServerFactory } from '@modelcontextprotocol/server';
import type { StreamLimit } from '../http/stream-limit.ts';

/** A request that passed the gate; Node always sets method and URL on a server. */
export type AuthorizedRequest = IncomingMessage & { auth?: AuthInfo; method?: string; url?: string };

export interface LegacySessions {
  handle(request: AuthorizedRequest, response: ServerResponse, body: unknown, owner: string): Promise<void>;
  close(): Promise<void>;
}

interface Session {
  readonly transport: NodeStreamableHTTPServerTransport;
  readonly owner: string;
  readonly release: () => void;
  usedAtMs: number;
}

const idleMs = 60 * 60 * 1000;

function refuse(response: ServerResponse, status: number, code: number, message: string): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ jsonrpc: '2.0', error: { code, message }, id: null }));
}

/**
 * Streamable HTTP of the revisions before 2026-07-28: a session for each client, with its own server, so that
 * subscriptions and questions to the person reach it. A session belongs to who opened it.
 */
export function createLegacySessions(factory: McpServerFactory, limit: StreamLimit): LegacySessions {
  const sessions = new Map<string, Session>();

  function sweep(): void {
    const oldest = Date.now() - idleMs;
    for (const { transport, usedAtMs } of sessions.values())
      if (usedAtMs < oldest) transport.close().catch(() => undefined);
  }
  const sweeper = setInterval(sweep, idleMs / 10);
  sweeper.unref();

  async function open(
    request: AuthorizedRequest,
    response: ServerResponse,
    body: unknown,
    owner: string,
  ): Promise<void> {
    const release = limit.open(owner);
    if (release === undefined) {
      refuse(response, 429, -32_000, 'Too many sessions are open; close one first.');
      return;
    }
    const server = await factory({
      era: 'legacy',
      authInfo: request.auth,
    });
    const transport = new NodeStreamableHTTPServerTransport({
      sessionIdGenerator: () => randomUUID(),
      onsessioninitialized: (id) => {
        sessions.set(id, { transport, owner, release, usedAtMs: Date.now() });
      },
    });
    await server.connect(transport);
    const { onclose } = transport;
    transport.onclose = () => {
      release();
      if (transport.sessionId !== undefined) sessions.delete(transport.sessionId);
      onclose?.();
    };
    await transport.handleRequest(request, response, body);
    if (transport.sessionId === undefined) await transport.close();
  }

  return {
    handle: async (request, response, body, owner) => {
      const id = request.headers['mcp-session-id'];
      if (id === undefined) {
        if (isInitializeRequest(body)) await open(request, response, body, owner);
        else refuse(response, 400, -32_000, 'Initialize first, then send Mcp-Session-Id.');
        return;
      }
      const session = typeof id === 'string' ? sessions.get(id) : undefined;
      if (session?.owner !== owner) {
        refuse(response, 404, -32_001, 'Session not found');
        return;
      }
      session.usedAtMs = Date.now();
      await session.transport.handleRequest(request, response, body);
    },
    close: async () => {
      clearInterval(sweeper);
      await Promise.all([...sessions.values()].map(({ transport }) => transport.close()));
    },
  };
}
