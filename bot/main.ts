import { Client, Connection } from '@temporalio/client';

import { bot } from '../infra/runtime/config/bot.ts';
import { graph } from '../infra/runtime/config/graph.ts';
import { links } from '../infra/runtime/config/links.ts';
import { logging } from '../infra/runtime/config/logging.ts';
import { meetings } from '../infra/runtime/config/meetings.ts';
import { model } from '../infra/runtime/config/model.ts';
import { ConfigError, readConfig } from '../infra/runtime/config/read-config.ts';
import { state } from '../infra/runtime/config/state.ts';
import { temporal } from '../infra/runtime/config/temporal.ts';
import { createLog } from '../infra/runtime/log.ts';
import { openModel } from '../infra/runtime/open-model.ts';
import { createShutdown } from '../infra/runtime/shutdown.ts';
import { temporalConnection } from '../infra/runtime/temporal-connection.ts';
import { openGraph } from '../workers/adapters/graph/open-graph.ts';
import { openShared } from '../workers/adapters/open-shared.ts';
import { createProjections } from '../workers/adapters/projections/projections.ts';
import { createCalendarNotifications } from '../workers/client/calendar-notifications.ts';
import { createMeetings } from '../workers/client/create-meetings.ts';
import { createBot, whyNotListen } from './create-bot.ts';
import { createModelReading } from './model/model-reading.ts';
import { parserReading } from './language/reading.ts';

const sections = { bot, graph, links, logging, meetings, model, state, temporal };
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

  const { store, pubSub } = shared;
  const { calendar, directory, changes, installApp } = openGraph({
    settings: config.graph,
    teamsAppId: config.bot.teamsAppId,
    store,
    log,
  });
  const languageModel = openModel(config.model);
  const assent = createBot({
    meetings: createMeetings({
      temporal: client,
      calendar,
      directory,
      projections: createProjections({ store, pubSub }),
      clock: { now: () => new Date().toISOString() },
      ...config.meetings,
    }),
    calendar,
    directory,
    store,
    reading:
      languageModel === undefined
        ? parserReading
        : createModelReading({
            ...languageModel,
            parser: parserReading,
            store,
            callsPerHour: config.model.callsPerHour,
            log,
          }),
    log,
    settings: config.bot,
    linkSecret: config.links.secret,
    graphNotifications:
      changes === undefined
        ? undefined
        : { changes, news: createCalendarNotifications({ temporal: client, store, pubSub }) },
    installApp,
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
