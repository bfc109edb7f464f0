import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { parseJSONRPCMessage } from '@modelcontextprotocol/server';
import type { AuthInfo, McpServerFactory } from '@modelcontextprotocol/server';
import { SseTransport } from './sse-transport.ts';
import type { StreamLimit } from '../http/stream-limit.ts';

export interface SseSessions {
  /** Opens the stream; `false` when the caller has too many. */
  open(response: ServerResponse, authInfo: AuthInfo, owner: string): Promise<boolean>;
  /** Takes a posted message: the HTTP status to answer with. */
  post(sessionId: string | undefined, body: unknown, authInfo: AuthInfo, owner: string): 202 | 400 | 404;
  close(): Promise<void>;
}

/** The sessions of clients that still speak HTTP+SSE. */
export function createSseSessions(factory: McpServerFactory, limit: StreamLimit): SseSessions {
  const sessions = new Map<string, { readonly transport: SseTransport; readonly owner: string }>();
  return {
    open: async (response, authInfo, owner) => {
      const release = limit.open(owner);
      if (release === undefined) return false;
      const transport = new SseTransport(randomUUID(), '/message', response);
      const server = await factory({ era: 'legacy', authInfo });
      sessions.set(transport.sessionId, { transport, owner });
      response.once('close', () => {
        sessions.delete(transport.sessionId);
        release();
      });
      await server.connect(transport);
      return true;
    },
    post: (sessionId, body, authInfo, owner) => {
      const session = sessions.get(sessionId ?? '');
      if (session?.owner !== owner) return 404;
      let message;
      try {
        message = parseJSONRPCMessage(body);
      } catch {
        return 400;
      }
      session.transport.receive(message, authInfo);
      return 202;
    },
    close: async () => {
      await Promise.all([...sessions.values()].map(({ transport }) => transport.close()));
    },
  };
}
