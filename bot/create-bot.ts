import { randomUUID } from 'node:crypto';

import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';
import { fastify } from 'fastify';

import type { Log } from '../infra/runtime/log.ts';
import type { Meetings } from '../workers/client/meetings.ts';
import type { Instant } from '../workflows/domain/time/slot.ts';
import type { Directory } from '../workflows/ports/directory.ts';
import type { Store } from '../workflows/ports/store.ts';
import { messengerServices } from './messenger/create-messenger.ts';
import type { InstallApp } from './messenger/messenger.ts';
import { messengerOf } from './messenger/messenger.ts';
import { createApplication } from './teams/application.ts';
import { createBackground } from './teams/background.ts';
import type { BotServices } from './teams/bot-services.ts';
import { createConversations } from './teams/conversations.ts';
import { teamsRoutes } from './teams/host.ts';
import type { Reading } from './language/reading.ts';
import { TeamsAdapter } from './teams/teams-adapter.ts';
import { aboutRoutes } from './web/about-routes.ts';
import { answerRoutes } from './web/answer-routes.ts';
import type { GraphNotificationParts } from './web/graph-notification-routes.ts';
import { graphNotificationRoutes } from './web/graph-notification-routes.ts';
import { healthRoutes } from './web/health-routes.ts';
import { pageSecurity } from './web/page.ts';

interface BotInput {
  readonly meetings: Meetings;
  readonly calendar: BotServices['calendar'];
  readonly directory: Directory;
  readonly store: Store;
  readonly reading: Reading;
  readonly log: Log;
  /** As `infra/runtime/config/bot.ts` reads it. */
  readonly settings: {
    readonly appId: string | undefined;
    readonly appPassword: string | undefined;
    readonly tenantId: string | undefined;
    readonly loginUrl: string | undefined;
    readonly openIdMetadataUrl: string | undefined;
    readonly tokenIssuer: string | undefined;
  };
  /** Signs the links in mails. */
  readonly linkSecret: string;
  readonly installApp?: InstallApp;
  /** Without it, calendar changes are not subscribed to. */
  readonly graphNotifications?: GraphNotificationParts;
  readonly now?: () => Instant;
}

/** The bot's web server, not yet listening, and what goes on behind its answers. */
export interface Bot {
  readonly host: FastifyInstance;
  /** Resolves when no work is left in the background; pending changes are delivered at once from then on. */
  idle(): Promise<void>;
}

/** Teams' endpoint, the page for answers and the health check in one server. */
export function createBot(input: BotInput): Bot {
  const { meetings, calendar, directory, store, reading, log, settings, linkSecret } = input;
  const background = createBackground(log);
  const messaging = messengerServices({
    store,
    bot: settings,
    log,
    installApp: input.installApp,
  });
  const services: BotServices = {
    meetings,
    calendar,
    directory,
    store,
    connector: messaging.connector,
    personalChats: messaging.conversations,
    records: messaging.records,
    messenger: messengerOf(messaging),
    conversations: createConversations(store),
    reading,
    background,
    now: input.now ?? (() => new Date().toISOString()),
    log,
  };
  const application = createApplication(services);
  const host = fastify({
    genReqId: () => randomUUID(),
    trustProxy: 'loopback',
    forceCloseConnections: true,
    // Links carry signed claims in their path.
    routerOptions: { maxParamLength: 1000 },
  });
  host.register(helmet, pageSecurity);
  teamsRoutes(host, {
    adapter: new TeamsAdapter(settings),
    tenantId: settings.tenantId,
    logic: async (context) => {
      await application.run(context);
    },
    log,
  });
  answerRoutes(host, { meetings, store, linkSecret, log });
  aboutRoutes(host);
  const { graphNotifications } = input;
  if (graphNotifications !== undefined) {
    graphNotificationRoutes(host, {
      ...graphNotifications,
      inBackground: (name, work) => {
        background.run(name, work);
      },
      log,
    });
  }
  healthRoutes(host, async () => {
    await store.get('health');
    return true;
  });
  return {
    host,
    idle: () => {
      graphNotifications?.news.flush();
      return background.idle();
    },
  };
}

const loopback: ReadonlySet<string> = new Set(['127.0.0.1', '::1', 'localhost']);

/** Why the bot must not listen there, or undefined: without an app id it believes every caller. */
export function whyNotListen(appId: string | undefined, address: string): string | undefined {
  return appId !== undefined || loopback.has(address)
    ? undefined
    : `BOT_APP_ID is not set, so every caller would be believed, and BOT_HOST is ${address}; set BOT_APP_ID and BOT_APP_PASSWORD, or listen on 127.0.0.1.`;
}
