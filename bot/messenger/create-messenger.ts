import type { Log } from '../../infra/runtime/log.ts';
import type { Messenger } from '../../workflows/ports/messenger.ts';
import type { Store } from '../../workflows/ports/store.ts';
import { createBotToken } from './bot-token.ts';
import { createCardRecords } from './card-records.ts';
import { createConnector } from './connector.ts';
import { createPersonalChats } from './personal-chats.ts';
import { messengerOf } from './messenger.ts';
import type { InstallApp, MessengerServices } from './messenger.ts';

/** The bot's settings, as `infra/runtime/config/bot.ts` reads them. */
interface BotIdentity {
  readonly appId: string | undefined;
  readonly appPassword: string | undefined;
  readonly tenantId: string | undefined;
  readonly loginUrl: string | undefined;
}

interface MessengerInput {
  readonly store: Store;
  readonly bot: BotIdentity;
  readonly log: Log;
  /** `installTeamsApp` of the Graph adapter; absent: people without the app are not reached in Teams. */
  readonly installApp?: InstallApp;
}

/** What sending to Teams takes; the bot answers with the same parts. */
export function messengerServices({ store, bot, log, installApp }: MessengerInput): MessengerServices {
  return {
    connector: createConnector({ token: createBotToken(bot), store }),
    conversations: createPersonalChats(store),
    records: createCardRecords(store),
    installApp,
    log,
  };
}

/**
 * The `Messenger` port over Teams, for any process that shares the store with the bot.
 *
 * @example createMessenger({ store, bot: config.bot, log, installApp })
 */
export function createMessenger(input: MessengerInput): Messenger {
  return messengerOf(messengerServices(input));
}
