import { resolve } from 'node:path';
import { NativeConnection, Runtime } from '@temporalio/worker';
import { createMailWriter } from '../bot/mails/mail-writer.ts';
import { createMessenger } from '../bot/messenger/create-messenger.ts';
import { createAnswerLinks } from '../infra/runtime/answer-links.ts';
import { calendarWriter } from '../bot/words/calendar-writer.ts';
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
import { openGraph } from './adapters/graph/open-graph.ts';
import { openShared } from './adapters/open-shared.ts';
import { createProjections } from './adapters/projections/projections.ts';
import { runMeetings } from './runtime/run-meetings.ts';

const sections = { bot, graph, links, logging, state, temporal };
type Config = ReturnType<typeof readConfig<typeof sections>>;
type Shared = Pick<MeetingPorts, 'store' | 'reservations'> & Parameters<typeof createProjections>[0];

/** Microsoft 365 and Teams behind the meetings' ports, as the configuration says. */
function portsOf(config: Config, shared: Shared, log: Log): MeetingPorts {
  const { store, reservations } = shared;
  const { calendar, directory, tasks, mailer, changes, installApp } = openGraph({
    settings: config.graph,
    teamsAppId: config.bot.teamsAppId,
    store,
    log,
  });
  return {
    calendar,
    directory,
    tasks,
    mailer,
    changes,
    projections: createProjections(shared),
    reservations,
    store,
    clock: { now: () => new Date().toISOString() },
    answerLinks: createAnswerLinks(config.links),
    mailWriter: createMailWriter(store),
    calendarWriter,
    messenger: createMessenger({ store, bot: config.bot, log, installApp }),
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
