import type { ServerResponse } from 'node:http';
import { toNodeHandler } from '@modelcontextprotocol/node';
import { classifyInboundRequest, createMcpHandler } from '@modelcontextprotocol/server';
import type { McpServerFactory } from '@modelcontextprotocol/server';
import type { Log } from '../../infra/runtime/log.ts';
import type { Identity } from '../auth/identity.ts';
import type { ResourceSubscriptions } from '../resources/subscribed-resources.ts';
import type { Offer } from '../offer/offer.ts';
import { createLegacySessions } from './legacy-sessions.ts';
import type { AuthorizedRequest } from './legacy-sessions.ts';
import type { ListenBus } from './listen-bus.ts';
import { createListenBus } from './listen-bus.ts';
import type { StreamLimit } from '../http/stream-limit.ts';

export interface McpEndpoint {
  /** Answers one HTTP request whose `auth` is set; `owner` is whom a session or stream belongs to. */
  handle(
    request: AuthorizedRequest,
    response: ServerResponse,
    body: unknown,
    caller: { readonly identity: Identity; readonly owner: string },
  ): Promise<void>;
  /** Tells every open stream of the newer era that a list changed. */
  readonly bus: ListenBus;
  close(): Promise<void>;
}

function header(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}

/** Which revision speaks is seen from the request itself: an envelope in `_meta`, or a session. */
function isLegacy(request: AuthorizedRequest, body: unknown): boolean {
  const { headers, method = 'GET' } = request;
  const version = header(headers['mcp-protocol-version']);
  const mcpMethod = header(headers['mcp-method']);
  const mcpName = header(headers['mcp-name']);
  const { kind } = classifyInboundRequest({
    httpMethod: method,
    protocolVersionHeader: version,
    mcpMethodHeader: mcpMethod,
    mcpNameHeader: mcpName,
    body,
  });
  return kind === 'legacy';
}

interface ListenBody {
  readonly method: 'subscriptions/listen';
  readonly params: { readonly notifications: { readonly resourceSubscriptions: readonly unknown[] } };
}

function isListen(body: unknown): body is ListenBody {
  if (typeof body !== 'object' || body === null || !('method' in body) || !('params' in body)) return false;
  const { method, params } = body;
  if (method !== 'subscriptions/listen' || typeof params !== 'object' || params === null) return false;
  if (!('notifications' in params)) return false;
  const { notifications } = params;
  return (
    typeof notifications === 'object' &&
    notifications !== null &&
    'resourceSubscriptions' in notifications &&
    Array.isArray(notifications.resourceSubscriptions)
  );
}

/** Every revision of MCP on one URL: exchanges without a session for the newest, sessions for those before. */
export function createMcpEndpoint(input: {
  readonly factory: McpServerFactory;
  readonly offer: Offer;
  readonly watch: ResourceSubscriptions;
  readonly limit: StreamLimit;
  readonly log: Log;
}): McpEndpoint {
  const { factory, offer, watch, limit, log } = input;
  const bus = createListenBus(watch);
  const report = (error: Error): void => {
    log.debug({ err: error }, 'an exchange was refused or failed');
  };
  const handler = createMcpHandler(factory, { legacy: 'reject', bus, onerror: report });
  const modern = toNodeHandler(handler, { onerror: report });
  const sessions = createLegacySessions(factory, limit);
  const fixed = new Set(offer.resources.map(({ definition }) => definition.uri));

  /** Leaves out what may not be watched, so that the acknowledgement says what is heard. */
  async function allowed(identity: Identity, body: ListenBody): Promise<readonly string[]> {
    const asked = body.params.notifications.resourceSubscriptions;
    const uris = asked.filter((uri) => typeof uri === 'string').slice(0, 100);
    const may = await Promise.all(uris.map(async (uri) => fixed.has(uri) || watch.mayWatch(identity, uri)));
    return uris.filter((_, index) => may[index] === true);
  }

  return {
    bus,
    handle: async (request, response, body, { identity, owner }) => {
      if (isLegacy(request, body)) return sessions.handle(request, response, body, owner);
      const isStream =
        typeof body === 'object' &&
        body !== null &&
        'method' in body &&
        body.method === 'subscriptions/listen';
      if (!isStream) return modern(request, response, body);
      const release = limit.open(owner);
      if (release === undefined) {
        response.writeHead(429, { 'content-type': 'application/json', 'retry-after': '60' });
        response.end(
          JSON.stringify({
            jsonrpc: '2.0',
            error: { code: -32_603, message: 'Too many streams are open; close one first.' },
            id: 'id' in body ? body.id : null,
          }),
        );
        return;
      }
      response.once('close', release);
      const uris = isListen(body) ? await allowed(identity, body) : [];
      const filtered = isListen(body)
        ? {
            ...body,
            params: {
              ...body.params,
              notifications: { ...body.params.notifications, resourceSubscriptions: uris },
            },
          }
        : body;
      return bus.listening({ identity, uris }, () => modern(request, response, filtered));
    },
    close: async () => {
      await sessions.close();
      await handler.close();
    },
  };
}
