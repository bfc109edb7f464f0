import { parseArgs } from 'node:util';
import { Client, Connection } from '@temporalio/client';
import { destination } from 'pino';
import { describeMeeting } from '../bot/words/describe-meeting.ts';
import { graph } from '../infra/runtime/config/graph.ts';
import { logging } from '../infra/runtime/config/logging.ts';
import { mcp, publicUrlOf } from '../infra/runtime/config/mcp.ts';
import { meetings } from '../infra/runtime/config/meetings.ts';
import { onBehalfOfApp } from '../infra/runtime/config/on-behalf-of.ts';
import { ConfigError, readConfig } from '../infra/runtime/config/read-config.ts';
import { state } from '../infra/runtime/config/state.ts';
import { temporal } from '../infra/runtime/config/temporal.ts';
import { createLog } from '../infra/runtime/log.ts';
import { createShutdown } from '../infra/runtime/shutdown.ts';
import { temporalConnection } from '../infra/runtime/temporal-connection.ts';
import { exchangeOf } from '../workers/adapters/graph/sign-in/exchange.ts';
import { createOnBehalfOf } from '../workers/adapters/graph/sign-in/on-behalf-of.ts';
import type { OnBehalfOf } from '../workers/adapters/graph/sign-in/on-behalf-of.ts';
import { tokenSourceOf } from '../workers/adapters/graph/sign-in/token-source.ts';
import { openGraph } from '../workers/adapters/graph/open-graph.ts';
import { openShared } from '../workers/adapters/open-shared.ts';
import { createProjections } from '../workers/adapters/projections/projections.ts';
import { createMeetings } from '../workers/client/create-meetings.ts';
import { createOperations } from '../workers/client/operations/operations.ts';
import type { ServedOperation } from './calls/served-operation.ts';
import { createAgentServer } from './agent-server.ts';
import type { AgentServer } from './agent-server.ts';
import { agentOrganizers } from './auth/caller.ts';
import { createFacade } from './auth/facade.ts';
import { issuerKeys } from './auth/issuer-keys.ts';
import { createTokenVerifier } from './auth/token-verifier.ts';
import { cachedAvailability } from './calls/cached-calendar.ts';
import { catalogueOperations } from './calls/catalogue-operations.ts';
import { withCachedViews } from './calls/cached-views.ts';
import { noteOperations } from './toolsets/note-operations.ts';
import { plannerOperations } from './toolsets/planner-operations.ts';
import { serveMcpStdio, stdioIdentity } from './transports/stdio.ts';

const calendarKeptMs = 15_000;
const viewKeptMs = 500;
const maxStreams = 5_000;

const sections = { graph, logging, mcp, meetings, state, temporal };
type Config = ReturnType<typeof readConfig<typeof sections>>;

function toolsetsOf(names: readonly string[], sets: Readonly<Record<string, readonly ServedOperation[]>>) {
  const unknown = names.find((name) => sets[name] === undefined);
  if (unknown !== undefined)
    throw new ConfigError([`MCP_TOOLSETS names "${unknown}"; there are: ${Object.keys(sets).join(', ')}.`]);
  return names.flatMap((name) => sets[name] ?? []);
}

/** Signs nobody in by itself: without an issuer there is nobody whose tokens could be trusted. */
async function listen(
  server: AgentServer,
  { mcp: settings }: Config,
  onBehalfOf: OnBehalfOf | undefined,
): ReturnType<AgentServer['listen']> {
  const { issuer, audience, tenantId, facadeClientId, host, port, hostnames } = settings;
  const publicUrl = publicUrlOf(settings);
  if (issuer === undefined)
    throw new ConfigError(['MCP_ISSUER is not set; it is the OpenID issuer of the callers’ tokens.']);
  const facade =
    facadeClientId === undefined
      ? undefined
      : createFacade({
          publicUrl,
          issuer,
          clientId: facadeClientId,
          scopePrefix: settings.facadeScopePrefix,
        });
  return server.listen({
    host,
    port,
    publicUrl,
    hostnames,
    issuer,
    facade,
    verify: createTokenVerifier({
      keys: issuerKeys(issuer, settings.jwksUrl),
      issuer,
      audiences: audience === undefined ? [`${publicUrl}/mcp`] : [audience, `api://${audience}`],
      tenantId,
    }),
    allowed: agentOrganizers(settings.agentOrganizers),
    claimsNeeded: onBehalfOf?.claimsNeeded,
    streams: { perKey: settings.streamsPerCaller, total: maxStreams },
  });
}

/** On standard input there is no token to exchange; everywhere else the settings decide. */
function onBehalfOfPeople(config: Config): OnBehalfOf | undefined {
  const app = onBehalfOfApp(config);
  return app === undefined ? undefined : createOnBehalfOf(exchangeOf(app), tokenSourceOf(config.graph));
}

async function main(config: Config, isStdio: boolean): Promise<void> {
  const { level, personalData } = config.logging;
  // Standard output belongs to the protocol there.
  const log = createLog({
    process: 'mcp',
    level,
    personalData,
    ...(isStdio ? { destination: destination(2) } : {}),
  });
  const shutdown = createShutdown({ log, ...(isStdio ? { parent: process.stdin } : {}) });
  const shared = await openShared(config.state);
  shutdown.onClose('shared state', () => shared.close());
  const connection = await Connection.connect(temporalConnection(config.temporal));
  shutdown.onClose('temporal', () => connection.close());
  const client = new Client({ connection, namespace: config.temporal.namespace });

  const { store, pubSub } = shared;
  const onBehalfOf = isStdio ? undefined : onBehalfOfPeople(config);
  const {
    calendar,
    directory,
    tasks: planner,
    changes,
  } = openGraph({ settings: config.graph, store, log, readAs: onBehalfOf?.tokenSource });
  const projections = createProjections({ store, pubSub });
  const clock = { now: () => new Date().toISOString() };
  const useCases = createMeetings({
    temporal: client,
    calendar,
    directory,
    projections,
    clock,
    ...config.meetings,
  });
  const { meetings, recent } = withCachedViews(useCases, projections, viewKeptMs);
  const kept = cachedAvailability({ calendar, projections, pubSub, ttlMs: calendarKeptMs });
  const operations = createOperations({
    meetings,
    recent,
    calendar: { ...calendar, ...kept },
    directory,
    clock,
    describe: describeMeeting,
  });
  const tasks = planner === undefined ? [] : plannerOperations({ tasks: planner, directory, store });
  const sets = { tasks, notes: noteOperations({ store, meetings, clock }) };
  const { toolsets, callsPerMinute, waitSeconds, stdioPerson } = config.mcp;
  const server = createAgentServer({
    catalogue: catalogueOperations((key, caller, input) => operations.execute(key, caller, input)),
    extra: toolsetsOf(toolsets, sets),
    toolsets,
    meetings,
    describe: describeMeeting,
    projections,
    directory,
    store,
    calendarChanges: changes === undefined ? undefined : { changes, pubSub },
    log,
    waitMs: waitSeconds * 1000,
    callsPerMinute,
  });

  if (isStdio) {
    const person = stdioPerson === undefined ? undefined : await directory.person(stdioPerson);
    if (person === undefined)
      throw new ConfigError([
        'MCP_STDIO_PERSON names nobody of the directory; it is for whom a server on standard input acts.',
      ]);
    const handle = serveMcpStdio({
      parts: server.parts,
      identity: stdioIdentity(person.id),
      projections,
      onError: (error) => {
        log.debug({ err: error }, 'a message was refused or failed');
      },
    });
    shutdown.onClose('standard input', () => handle.close());
    return;
  }
  const http = await listen(server, config, onBehalfOf);
  shutdown.onClose('web server', () => http.close());
  log.info({ listening: http.url }, 'the server for agents is ready');
  process.send?.('ready');
}

try {
  const { values } = parseArgs({ options: { stdio: { type: 'boolean', default: false } } });
  await main(readConfig(process.env, sections), values.stdio);
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  console.error(error.message);
  process.exit(1);
}
