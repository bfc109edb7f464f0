import type { Log } from '../../infra/runtime/log.ts';
import type { Messenger } from '../../workflows/ports/messenger.ts';
import type { Store } from '../../workflows/ports/store.ts';
import { createAppInstallation } from './app-installation.ts';
import { createBotToken } from './bot-token.ts';
import { createCardRecords } from './card-records.ts';
import { createConnector } from './connector.ts';
import { createConversations } from './conversations.ts';
import { messengerOf } from './messenger.ts';
import type { MessengerParts } from './messenger.ts';

/** The bot's settings, as `infra/runtime/config/bot.ts` reads them. */
interface BotIdentity {
  readonly appId: string | undefined;
  readonly appPassword: string | undefined;
  readonly tenantId: string | undefined;
  readonly loginUrl: string | undefined;
  /** The app's id in the Teams catalogue; without it nobody gets the app installed. */
  readonly teamsAppId: string | undefined;
}

interface MessengerInput {
  readonly store: Store;
  readonly bot: BotIdentity;
  readonly log: Log;
  /** Absent: the app is not installed for people who do not have it. */
  readonly graph?: { readonly baseUrl: string; readonly token: () => Promise<string> };
}

/** What sending to Teams takes; the bot answers with the same parts. */
export function messengerParts({ store, bot, log, graph }: MessengerInput): MessengerParts {
  const { teamsAppId } = bot;
  return {
    connector: createConnector({ token: createBotToken(bot), store }),
    conversations: createConversations(store),
    records: createCardRecords(store),
    installApp:
      graph === undefined || teamsAppId === undefined
        ? undefined
        : createAppInstallation({ graphBaseUrl: graph.baseUrl, graphToken: graph.token, teamsAppId }),
    log,
  };
}

/**
 * The `Messenger` port over Teams, for any process that shares the store with the bot.
 *
 * @example createMessenger({ store, bot: config.bot, log, graph: { baseUrl, token } })
 */
export function createMessenger(input: MessengerInput): Messenger {
  return messengerOf(messengerParts(input));
}
