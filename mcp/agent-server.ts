import type { AddressInfo } from 'node:net';
import type { Log } from '../infra/runtime/log.ts';
import type { DescribeMeeting } from '../workers/client/describe-meeting.ts';
import type { Meetings } from '../workers/client/meetings.ts';
import type { OperationKey } from '../workflows/contract/catalogue/catalogue.ts';
import { scopes } from '../workflows/contract/catalogue/operation.ts';
import type { CalendarChanges } from '../workflows/ports/calendar-changes.ts';
import type { Directory } from '../workflows/ports/directory.ts';
import type { Projections } from '../workflows/ports/projections.ts';
import type { PubSub } from '../workflows/ports/pub-sub.ts';
import type { Store } from '../workflows/ports/store.ts';
import type { AgentOrganizers } from './auth/caller.ts';
import { authorizationUri } from './auth/challenge.ts';
import type { Facade } from './auth/facade.ts';
import { createGate } from './auth/gate.ts';
import type { PeoplesAccess } from './auth/gate.ts';
import { protectedResource, resourceMetadataUrl } from './auth/metadata.ts';

import { createRateLimit } from './auth/rate-limit.ts';
import type { VerifyToken } from './auth/token-verifier.ts';
import { auditTo } from './calls/audit.ts';
import { createDispatch } from './calls/dispatch.ts';
import type { ServedOperation } from './calls/served-operation.ts';
import { createUsage } from './calls/usage.ts';
import { createHttpApp } from './http/app.ts';
import { intentRoutes } from './intents/intent-routes.ts';
import { mcpRoutes } from './transports/mcp-routes.ts';
import { metadataRoutes } from './auth/metadata-routes.ts';
import { subscriptionRoutes } from './projections/subscription-routes.ts';
import { createMeetingFeeds } from './projections/meeting-feed.ts';
import { openApi } from './intents/openapi.ts';
import { createPublicView } from './projections/public-view.ts';
import { createSubscriptions } from './projections/subscriptions.ts';
import { meetingPrompts } from './prompts/prompts.ts';
import { createCompletion } from './resources/completion.ts';
import { informationResources } from './resources/information.ts';
import { createReadDay } from './resources/calendar-day.ts';
import { createCalendarWatch } from './resources/calendar-watch.ts';
import { meetingResources } from './resources/meeting-resources.ts';
import { createResourceSubscriptions } from './resources/subscribed-resources.ts';
import { createServerFactory, serverVersion } from './server-factory.ts';
import type { ServerParts } from './server-factory.ts';
import { createTaskMethods } from './tasks/task-methods.ts';
import { operationTool } from './tools/operation-tool.ts';
import type { Offer } from './offer/offer.ts';
import { factsOf } from './transports/auth-info.ts';
import { createMcpEndpoint } from './transports/mcp-endpoint.ts';
import { createSseSessions } from './transports/sse-sessions.ts';
import { createStreamLimit } from './http/stream-limit.ts';

/** What the server is built on, and how much it allows each caller. */
export interface AgentServerInput {
  readonly catalogue: Readonly<Record<OperationKey, ServedOperation>>;
  /** Operations of the toolsets that are switched on. */
  readonly extra: readonly ServedOperation[];
  readonly toolsets: readonly string[];
  readonly meetings: Meetings;
  readonly describe: DescribeMeeting;
  readonly projections: Projections;
  readonly directory: Directory;
  readonly store: Store;
  /** Without it, changes of calendars are not reported. */
  readonly calendarChanges?: {
    readonly changes: Pick<CalendarChanges, 'ensureSubscribed'>;
    readonly pubSub: Pick<PubSub, 'subscribe'>;
  };
  readonly log: Log;
  /** How long a tool waits for people when the client has no tasks. */
  readonly waitMs: number;
  readonly callsPerMinute: number;
}

export interface HttpInput {
  readonly host: string;
  readonly port: number;
  /** Where clients reach this server, without a slash at the end. */
  readonly publicUrl: string;
  /** Names beside that of `publicUrl` under which it may be asked. */
  readonly hostnames: readonly string[];
  readonly verify: VerifyToken;
  readonly allowed: AgentOrganizers;
  /** Given where Microsoft 365 is read with people's own access; the application's serves all otherwise. */
  readonly claimsNeeded?: PeoplesAccess['claimsNeeded'] | undefined;
  readonly issuer: string;
  readonly facade: Facade | undefined;
  readonly streams: { readonly perKey: number; readonly total: number };
}

export interface AgentServer {
  /** For stdio: the same parts without HTTP. */
  readonly parts: Omit<ServerParts, 'factsOf'>;
  listen(http: HttpInput): Promise<{ readonly url: string; close(): Promise<void> }>;
}

/** The agents' door to meetings: one dispatcher behind MCP and intents, one watch behind every subscription. */
export function createAgentServer(input: AgentServerInput): AgentServer {
  const { catalogue, meetings, describe, projections, directory, store, log, waitMs } = input;
  const usage = createUsage();
  const dispatch = createDispatch({ store, audit: auditTo(log), usage, log });
  const operations = [...Object.values(catalogue), ...input.extra];
  const readMeeting = catalogue.get;
  const tools = operations.map((served) =>
    operationTool({ dispatch, meetings, describe, directory, readMeeting, waitMs }, served),
  );
  const readDay = createReadDay({ dispatch, directory, freeBusy: catalogue.freeBusy });
  const { resources, templates } = meetingResources({ dispatch, readDay, operations: catalogue });
  const { toolsets, callsPerMinute, calendarChanges } = input;
  const information = informationResources({
    version: serverVersion,
    operations,
    toolsets,
    waitMs,
    callsPerMinute,
  });
  const offer: Offer = {
    tools,
    resources: [...information, ...resources],
    templates,
    prompts: meetingPrompts({ dispatch, readMeeting }),
    completion: createCompletion({ directory, dispatch, listMeetings: catalogue.list }),
  };
  const calendars =
    calendarChanges === undefined ? undefined : createCalendarWatch({ readDay, ...calendarChanges });
  const watch = createResourceSubscriptions({ meetings, projections, calendars, log });
  const tasks = createTaskMethods({ meetings, describe, dispatch, operations: catalogue });
  const parts = { offer, tasks, watch };

  async function listen(http: HttpInput): ReturnType<AgentServer['listen']> {
    const { publicUrl, issuer, facade, claimsNeeded } = http;
    const resource = `${publicUrl}/mcp`;
    const metadataUrl = resourceMetadataUrl(resource);
    const limit = createStreamLimit(http.streams);
    const gate = createGate({
      verify: http.verify,
      allowed: http.allowed,
      rateLimit: createRateLimit({ store, perMinute: callsPerMinute }),
      resourceMetadataUrl: metadataUrl,
      ...(claimsNeeded === undefined
        ? {}
        : {
            peoplesAccess: {
              claimsNeeded,
              authorizationUri: facade === undefined ? authorizationUri(issuer) : `${publicUrl}/authorize`,
            },
          }),
      basicScopes: ['calendars.read', 'meetings.read', 'meetings.write'],
    });
    const factory = createServerFactory({ ...parts, factsOf });
    const endpoint = createMcpEndpoint({ factory, offer, watch, limit, log });
    const sse = createSseSessions(factory, limit);
    const app = createHttpApp({ hostnames: [new URL(publicUrl).hostname, ...http.hostnames], log });
    const toolScopes = new Map(operations.map(({ operation }) => [operation.tool, operation.scope]));
    mcpRoutes(app, { gate, endpoint, sse, toolScopes, resourceMetadataUrl: metadataUrl });
    const document = openApi({ operations, publicUrl, issuer, version: serverVersion });
    intentRoutes(app, { gate, dispatch, operations, openApi: document, usage });
    const publicView = createPublicView(describe);
    const feeds = createMeetingFeeds(projections, publicView);
    const subscribe = createSubscriptions({ meetings, projections, feeds, publicView });
    await subscriptionRoutes(app, { gate, limit, subscribe, log });
    const authorizationServer = facade === undefined ? issuer : publicUrl;
    metadataRoutes(app, {
      protectedResource: protectedResource({ resource, authorizationServer, scopes }),
      facade,
    });
    await app.listen({ host: http.host, port: http.port });
    const { port } = app.server.address() as AddressInfo;
    return {
      url: `http://${http.host}:${port}`,
      close: async () => {
        await sse.close();
        await endpoint.close();
        await app.close();
      },
    };
  }

  return { parts, listen };
}
