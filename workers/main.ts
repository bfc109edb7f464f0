import { resolve } from 'node:path';
import { NativeConnection, Runtime } from '@temporalio/worker';
import { createMessenger } from '../bot/messenger/create-messenger.ts';
import { createAnswerLinks } from '../infra/runtime/answer-links.ts';
import { graphNotificationPath } from '../bot/web/graph-notification-routes.ts';
import { bot } from '../infra/runtime/config/bot.ts';
import { graph } from '../infra/runtime/config/graph.ts';
import { links } from '../infra/runtime/config/links.ts';
import { logging } from '../infra/runtime/config/logging.ts';
import { ConfigError, readConfig } from '../infra/runtime/config/read-config.ts';
import { state } from '../infra/runtime/config/state.ts';
import { temporal } from '../infra/runtime/config/temporal.ts';
import type { Log } from '../infra/runtime/log.ts';
import { createLog } from '../infra/runtime/log.ts';
import { createShutdown } from '../infra/runtime/shutdown.ts';
import { temporalConnection } from '../infra/runtime/temporal-connection.ts';
import type { MeetingPorts } from './activities/meeting-ports.ts';
import { createCalendarChanges } from './adapters/graph/notifications/calendar-changes.ts';
import { createGraphCalendar } from './adapters/graph/calendar/calendar.ts';
import { createGraphDirectory } from './adapters/graph/directory/directory.ts';
import { createGraph } from './adapters/graph/transport/graph.ts';
import { createGraphMailer } from './adapters/graph/mail/mailer.ts';
import { createGraphTasks } from './adapters/graph/planner/tasks.ts';
import { installTeamsApp } from './adapters/graph/directory/teams-app.ts';
import { tokenSourceOf } from './adapters/graph/sign-in/token-source.ts';
import { openShared } from './adapters/open-shared.ts';
import { createProjections } from './adapters/projections/projections.ts';
import { runMeetings } from './runtime/run-meetings.ts';

const directoryKeptMs = 5 * 60_000;

const sections = { bot, graph, links, logging, state, temporal };
type Config = ReturnType<typeof readConfig<typeof sections>>;
type Shared = Pick<MeetingPorts, 'store' | 'reservations'> & Parameters<typeof createProjections>[0];

/** Microsoft 365 and Teams behind the meetings' ports, as the configuration says. */
function portsOf(config: Config, shared: Shared, log: Log): MeetingPorts {
  const tokenSource = tokenSourceOf(config.graph);
  const { teamsAppId } = config.bot;
  const { baseUrl, planId, bucketId, mailSender, notificationUrl } = config.graph;
  const ofGraph = createGraph({ baseUrl, tokenSource, log });
  const { store, reservations } = shared;
  return {
    calendar: createGraphCalendar(ofGraph),
    directory: createGraphDirectory(ofGraph, { cacheMs: directoryKeptMs }),
    projections: createProjections(shared),
    reservations,
    store,
    clock: { now: () => new Date().toISOString() },
    answerLinks: createAnswerLinks(config.links),
    messenger: createMessenger({
      store,
      bot: config.bot,
      log,
      ...(teamsAppId === undefined
        ? {}
        : {
            installApp: async (personId) => (await installTeamsApp(ofGraph, { personId, teamsAppId })).chatId,
          }),
    }),
    ...(notificationUrl === undefined
      ? {}
      : {
          changes: createCalendarChanges(ofGraph, {
            store,
            notificationUrl: `${notificationUrl}${graphNotificationPath}`,
            log,
          }),
        }),
    ...(planId === undefined
      ? {}
      : {
          tasks: createGraphTasks(ofGraph, {
            planId,
            store,
            bucketId,
          }),
        }),
    ...(mailSender === undefined
      ? {}
      : { mailer: createGraphMailer(ofGraph, { senderId: mailSender, store }) }),
  };
}

async function main(config: Config): Promise<void> {
  const { level, personalData } = config.logging;
  const log = createLog({ process: 'worker', level, personalData });
  const shutdown = createShutdown({ log, limitMs: 20_000 });
  // The SDK would log by itself, and stop the worker on signals before the rest is ready for it.
  Runtime.install({
    shutdownSignals: [],
    logger: {
      log: (_level, message) => {
        log.info({ temporal: message }, 'Temporal');
      },
      trace: () => undefined,
      debug: () => undefined,
      info: () => undefined,
      warn: (message, meta) => {
        log.warn({ temporal: message, err: meta?.['error'] }, 'Temporal warns');
      },
      error: (message, meta) => {
        log.error({ temporal: message, err: meta?.['error'] }, 'Temporal reports an error');
      },
    },
  });
  const shared = await openShared(config.state);
  shutdown.onClose('shared state', () => shared.close());
  const connection = await NativeConnection.connect(temporalConnection(config.temporal));
  shutdown.onClose('temporal', () => connection.close());
  const meetings = await runMeetings({
    connection,
    namespace: config.temporal.namespace,
    ports: portsOf(config, shared, log),
    bundleFolder: resolve(config.state.directory, 'bundles'),
    makesCurrent: config.temporal.makesCurrent,
    log,
  });
  if (config.graph.notificationUrl === undefined)
    log.info('GRAPH_NOTIFICATION_URL is not set: the calendars of booked meetings are looked at once a day');
  shutdown.onClose('worker', () => meetings.shutdown());
  log.info('the worker is ready');
  process.send?.('ready');
  await meetings.ended;
}

try {
  await main(readConfig(process.env, sections));
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  console.error(error.message);
  process.exit(1);
}
