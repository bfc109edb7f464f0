import type { ServerEvent } from '@modelcontextprotocol/server';
import type { AddressInfo } from 'node:net';
import type { Log } from '../../infra/runtime/log.ts';
import type { Identity } from '../../mcp/auth/identity.ts';
import { createHttpApp } from '../../mcp/http/app.ts';
import { mcpRoutes } from '../../mcp/transports/mcp-routes.ts';
import { createServerFactory } from '../../mcp/server-factory.ts';
import type { Offer, ServedTool } from '../../mcp/offer/offer.ts';
import { factsOf } from '../../mcp/transports/auth-info.ts';
import { createMcpEndpoint } from '../../mcp/transports/mcp-endpoint.ts';
import { createSseSessions } from '../../mcp/transports/sse-sessions.ts';
import { createStreamLimit } from '../../mcp/http/stream-limit.ts';
import { personId } from '../../workflows/domain/people/person.ts';
import { contentFixtures } from './fixture-contents.ts';
import {
  fixtureCompletion,
  promptFixtures,
  resourceFixtures,
  templateFixtures,
} from './fixture-documents.ts';
import { questionFixtures } from './fixture-questions.ts';
import { text } from './fixture-media.ts';
import { fixtureTaskMethods, taskFixtures } from './fixture-tasks.ts';
import { fixture } from './fixture-tool.ts';

const identity: Identity = {
  clientId: 'conformance',
  scopes: new Set(),
  caller: { ok: true, value: { kind: 'person', personId: personId('conformance'), surface: 'mcp' } },
};

function triggers(publish: (event: ServerEvent) => void): readonly ServedTool[] {
  const soon = (event: ServerEvent) => {
    setTimeout(() => {
      publish(event);
    }, 20);
    return text('ok');
  };
  return [
    fixture('test_trigger_tool_change', () => soon({ kind: 'tools_list_changed' })),
    fixture('test_trigger_prompt_change', () => soon({ kind: 'prompts_list_changed' })),
  ];
}

/** The product's own server and transports with the suite's fixtures, on loopback and without tokens. */
export async function startFixtureServer(
  log: Log,
): Promise<{ readonly url: string; close(): Promise<void> }> {
  let publish: (event: ServerEvent) => void = () => undefined;
  const offer: Offer = {
    tools: [
      ...contentFixtures,
      ...questionFixtures,
      ...taskFixtures,
      ...triggers((event) => {
        publish(event);
      }),
    ],
    resources: resourceFixtures,
    templates: templateFixtures,
    prompts: promptFixtures,
    completion: fixtureCompletion,
  };
  const watch = { mayWatch: () => Promise.resolve(false), watch: () => () => undefined };
  const factory = createServerFactory({
    offer,
    tasks: fixtureTaskMethods,
    watch,
    factsOf,
    extraCapabilities: { logging: {} },
  });
  const limit = createStreamLimit({ perKey: 500, total: 500 });
  const endpoint = createMcpEndpoint({ factory, offer, watch, limit, log });
  publish = (event) => {
    endpoint.bus.publish(event);
  };
  const sse = createSseSessions(factory, limit);
  const app = createHttpApp({ hostnames: ['127.0.0.1', 'localhost'], log });
  mcpRoutes(app, {
    gate: () =>
      Promise.resolve({
        ok: true,
        identity,
        token: 'none',
        principal: {
          clientId: identity.clientId,
          subject: { kind: 'application' },
          scopes: identity.scopes,
          expiresAtMs: Date.now() + 3_600_000,
          tokenHash: 'none',
        },
      }),
    endpoint,
    sse,
    toolScopes: new Map(),
    resourceMetadataUrl: '',
  });
  await app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: async () => {
      await sse.close();
      await endpoint.close();
      await app.close();
    },
  };
}
