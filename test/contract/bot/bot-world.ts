import { createBot } from '../../../bot/create-bot.ts';
import type { Bot } from '../../../bot/create-bot.ts';
import { createMessenger } from '../../../bot/messenger/create-messenger.ts';
import { parserReading } from '../../../bot/language/reading.ts';
import type { Reading } from '../../../bot/language/reading.ts';
import { createLog } from '../../../infra/runtime/log.ts';
import type { Meetings } from '../../../workers/client/meetings.ts';
import type { Person } from '../../../workflows/domain/people/person.ts';
import type { Delivery } from '../../../workflows/ports/messenger.ts';
import type { Store } from '../../../workflows/ports/store.ts';
import type { FakeConnector } from '../../support/fake-connector.ts';
import { startFakeConnector } from '../../support/fake-connector.ts';
import type { MeetingWorld } from '../../support/meeting-world.ts';
import { openMeetingWorld } from '../../support/meeting-world.ts';

const nobody = {
  appId: undefined,
  appPassword: undefined,
  tenantId: undefined,
  loginUrl: undefined,
  openIdMetadataUrl: undefined,
  tokenIssuer: undefined,
};

export const linkSecret = 'a secret for links that is long enough';

/** What an `Action.Execute` was answered. */
interface Clicked {
  readonly status: number;
  readonly type: string;
  /** The card or the sentence, as text. */
  readonly shown: string;
  readonly tookMs: number;
}

/** The bot over a real worker, with a fake connector in the place of Teams. */
export interface BotWorld {
  readonly world: MeetingWorld;
  readonly connector: FakeConnector;
  readonly bot: Bot;
  /** Every message in somebody's one-to-one chat as text, oldest first. */
  chat(person: Person): readonly string[];
  /** Installs the app for somebody. */
  meet(person: Person): Promise<void>;
  say(person: Person, text: string, more?: Record<string, unknown>): Promise<void>;
  click(person: Person, action: ClickedAction, more?: Record<string, unknown>): Promise<Clicked>;
  close(): Promise<void>;
}

export interface ClickedAction {
  readonly verb: string;
  readonly data: Record<string, unknown>;
}

/** Every button of a card, with what it would send. */
function buttonsOf(message: string): readonly (ClickedAction & { readonly title: string })[] {
  const found: (ClickedAction & { readonly title: string })[] = [];
  JSON.parse(message, (_key, value: unknown) => {
    if (typeof value === 'object' && value !== null && 'verb' in value && 'title' in value) {
      found.push(value as unknown as ClickedAction & { readonly title: string });
    }
    return value;
  });
  return found;
}

export function buttonOf(message: string | undefined, title: string): ClickedAction {
  const found = buttonsOf(message ?? '{}').find((button) => button.title === title);
  if (found === undefined) throw new Error(`There is no button "${title}" in ${message ?? 'nothing'}`);
  return found;
}

export async function openBotWorld(
  around: (meetings: Meetings) => Meetings = (meetings) => meetings,
  read: (parser: Reading, store: Store) => Reading = (parser) => parser,
): Promise<BotWorld> {
  const [world, connector] = await Promise.all([openMeetingWorld(), startFakeConnector()]);
  const log = createLog({ process: 'test', level: process.env['BOT_TEST_LOG'] ?? 'silent' });
  const { store, directory } = world.ports;
  const messenger = createMessenger({ store, bot: nobody, log });
  Object.assign(world.messages, { deliver: (delivery: Delivery) => messenger.deliver(delivery) });
  const bot = createBot({
    meetings: around(world.meetings),
    calendar: world.ports.calendar,
    directory,
    store,
    reading: read(parserReading, store),
    log,
    settings: nobody,
    linkSecret,
  });
  let nextId = 1;

  function activityOf(person: Person, more: Record<string, unknown>): Record<string, unknown> {
    nextId += 1;
    return {
      id: `activity-${nextId}`,
      channelId: 'msteams',
      serviceUrl: connector.url,
      locale: 'en-GB',
      from: { id: `29:${person.id}`, name: person.displayName, aadObjectId: person.id },
      recipient: { id: '28:bot', name: 'Assent' },
      conversation: { id: `chat-${person.id}`, conversationType: 'personal', tenantId: 't' },
      ...more,
    };
  }

  async function post(activity: Record<string, unknown>) {
    const answer = await bot.host.inject({
      method: 'POST',
      url: '/api/messages',
      headers: { 'content-type': 'application/json' },
      payload: JSON.stringify(activity),
    });
    if (answer.statusCode !== 200) throw new Error(`${answer.statusCode}: ${answer.body}`);
    return answer;
  }

  return {
    world,
    connector,
    bot,
    chat: (person) =>
      connector
        .messages(`chat-${person.id}`)
        // The sign that an answer is being written comes and goes with the machine's load.
        .filter(({ type }) => type !== 'typing')
        .map((message) => JSON.stringify(message)),
    meet: async (person) => {
      await post(activityOf(person, { type: 'installationUpdate', action: 'add' }));
      // The welcome comes behind the answer.
      await bot.idle();
    },
    say: async (person, text, more = {}) => {
      await post(activityOf(person, { type: 'message', text, ...more }));
      await bot.idle();
    },
    click: async (person, { verb, data }, more = {}) => {
      const startedMs = performance.now();
      const answer = await post(
        activityOf(person, {
          type: 'invoke',
          name: 'adaptiveCard/action',
          value: { action: { type: 'Action.Execute', verb, data } },
          ...more,
        }),
      );
      const { statusCode, type, value } = answer.json<{ statusCode: number; type: string; value: unknown }>();
      return {
        status: statusCode,
        type,
        shown: typeof value === 'string' ? value : JSON.stringify(value),
        tookMs: performance.now() - startedMs,
      };
    },
    close: async () => {
      await bot.idle();
      await bot.host.close();
      await world.close();
      await connector.close();
    },
  };
}
