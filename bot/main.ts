import { Client, Connection } from '@temporalio/client';

import { bot } from '../infra/runtime/config/bot.ts';
import { graph } from '../infra/runtime/config/graph.ts';
import { links } from '../infra/runtime/config/links.ts';
import { logging } from '../infra/runtime/config/logging.ts';
import { model } from '../infra/runtime/config/model.ts';
import { ConfigError, readConfig } from '../infra/runtime/config/read-config.ts';
import { state } from '../infra/runtime/config/state.ts';
import { temporal } from '../infra/runtime/config/temporal.ts';
import { createLog } from '../infra/runtime/log.ts';
import { openModel } from '../infra/runtime/open-model.ts';
import { createShutdown } from '../infra/runtime/shutdown.ts';
import { temporalConnection } from '../infra/runtime/temporal-connection.ts';
import { createCalendarChanges } from '../workers/adapters/graph/notifications/calendar-changes.ts';
import { createGraphCalendar } from '../workers/adapters/graph/calendar/calendar.ts';
import { createGraphDirectory } from '../workers/adapters/graph/directory/directory.ts';
import { createGraph } from '../workers/adapters/graph/transport/graph.ts';
import { installTeamsApp } from '../workers/adapters/graph/directory/teams-app.ts';
import { tokenSourceOf } from '../workers/adapters/graph/sign-in/token-source.ts';
import { openShared } from '../workers/adapters/open-shared.ts';
import { createProjections } from '../workers/adapters/projections/projections.ts';
import { createCalendarNotifications } from '../workers/client/calendar-notifications.ts';
import { createMeetings } from '../workers/client/create-meetings.ts';
import { createBot, whyNotListen } from './create-bot.ts';
import { createModelReading } from './model/model-reading.ts';
import { parserReading } from './teams/reading.ts';
import { graphNotificationPath } from './web/graph-notification-routes.ts';

const directoryKeptMs = 5 * 60_000;

const sections = { bot, graph, links, logging, model, state, temporal };
type Config = ReturnType<typeof readConfig<typeof sections>>;

async function main(config: Config): Promise<void> {
  const log = createLog({
    process: 'bot',
    level: config.logging.level,
    personalData: config.logging.personalData,
  });
  const reason = whyNotListen(config.bot.appId, config.bot.host);
  if (reason !== undefined) throw new ConfigError([reason]);
  const shutdown = createShutdown({ log });

  const shared = await openShared(config.state);
  shutdown.onClose('shared state', () => shared.close());
  const connection = await Connection.connect(temporalConnection(config.temporal));
  shutdown.onClose('temporal', () => connection.close());
  const client = new Client({ connection, namespace: config.temporal.namespace });

  const ofGraph = createGraph({
    baseUrl: config.graph.baseUrl,
    tokenSource: tokenSourceOf(config.graph),
    log,
  });
  const directory = createGraphDirectory(ofGraph, { cacheMs: directoryKeptMs });
  const { teamsAppId } = config.bot;
  const { notificationUrl } = config.graph;
  const { store, pubSub } = shared;
  const languageModel = openModel(config.model);
  const assent = createBot({
    meetings: createMeetings({
      temporal: client,
      calendar: createGraphCalendar(ofGraph),
      directory,
      projections: createProjections({ store, pubSub }),
      clock: { now: () => new Date().toISOString() },
    }),
    directory,
    store,
    reading:
      languageModel === undefined
        ? parserReading
        : createModelReading({ ...languageModel, parser: parserReading, log }),
    log,
    settings: config.bot,
    linkSecret: config.links.secret,
    ...(notificationUrl === undefined
      ? {}
      : {
          graphNotifications: {
            changes: createCalendarChanges(ofGraph, {
              store,
              notificationUrl: `${notificationUrl}${graphNotificationPath}`,
              log,
            }),
            news: createCalendarNotifications({ temporal: client, store, pubSub }),
          },
        }),
    ...(teamsAppId === undefined
      ? {}
      : {
          installApp: async (personId) => (await installTeamsApp(ofGraph, { personId, teamsAppId })).chatId,
        }),
  });
  shutdown.onClose('work in the background', () => assent.idle());
  shutdown.onClose('web server', () => assent.host.close());
  const address = await assent.host.listen({ host: config.bot.host, port: config.bot.port });
  log.info({ listening: address }, 'the bot is ready');
  process.send?.('ready');
}

try {
  await main(readConfig(process.env, sections));
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  console.error(error.message);
  process.exit(1);
}
