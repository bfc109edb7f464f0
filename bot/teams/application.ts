import type { Storage, TurnContext } from 'botbuilder';
import { Application } from '@microsoft/teams-ai';

import type { IncomingActivity } from './activity-shape.ts';
import { activityShape } from './activity-shape.ts';
import { actionTurn } from './action-turn.ts';
import type { BotServices } from './bot-services.ts';
import { wordsForActivity } from './chat-reader.ts';
import { installationTurn, noteConversation } from './installation-turn.ts';
import { searchMeetings } from './message-extension.ts';
import { messageTurn } from './message-turn.ts';
import { say } from './replies.ts';

/** Nothing of ours is in the library's turn state: it loses concurrent turns. */
const noStorage: Storage = {
  read: () => Promise.resolve({}),
  write: () => Promise.resolve(),
  delete: () => Promise.resolve(),
};

const seenForMs = 60 * 60_000;

function incoming(context: TurnContext): IncomingActivity {
  return activityShape.parse(context.activity);
}

/** Teams delivers again what was not answered in time; the same message is read once. */
async function isFirst(services: BotServices, activity: IncomingActivity): Promise<boolean> {
  if (activity.id === undefined || activity.id === null) return true;
  const key = `teams:seen:${activity.conversation.id}:${activity.id}`;
  return await services.store.setIfAbsent(key, '1', { ttlMs: seenForMs });
}

async function answerMessage(services: BotServices, activity: IncomingActivity): Promise<void> {
  try {
    await Promise.all([noteConversation(services, activity), messageTurn(services, activity)]);
  } catch (error) {
    services.log.error({ err: error }, 'a message could not be answered');
    const place = { serviceUrl: activity.serviceUrl, conversationId: activity.conversation.id };
    await say(services.connector, place, wordsForActivity(activity).chat.failed);
  }
}

/** Which activity goes where. Messages are answered after the request that brings them. */
export function createApplication(services: BotServices): Application {
  const application = new Application({
    storage: noStorage,
    startTypingTimer: false,
    longRunningMessages: false,
    // The bot's own mention is taken out with all others, by `wordsOf`.
    removeRecipientMention: false,
  });

  application.activity('message', async (context) => {
    const activity = incoming(context);
    if (await isFirst(services, activity)) {
      services.background.run('answer a message', () => answerMessage(services, activity));
    }
  });
  application.activity('installationUpdate', async (context) => {
    await installationTurn(services, incoming(context));
  });
  application.activity('conversationUpdate', async (context) => {
    await noteConversation(services, incoming(context));
  });
  application.addRoute(
    (context) =>
      Promise.resolve(context.activity.type === 'invoke' && context.activity.name === 'adaptiveCard/action'),
    async (context) => {
      const answer = await actionTurn(services, incoming(context));
      await context.sendActivity({ type: 'invokeResponse', value: { status: 200, body: answer } });
    },
    true,
  );
  application.messageExtensions.query('searchMeetings', async (context, _state, query) => {
    const text: unknown = query.parameters['text'];
    return await searchMeetings(services, incoming(context), typeof text === 'string' ? text : '');
  });
  return application;
}
