import { cardAction } from '../cards/card-action.ts';
import type { CardAction } from '../cards/card-action.ts';
import { cardActivity } from '../messenger/card-activity.ts';
import type { IncomingActivity } from './activity-shape.ts';
import type { BotServices } from './bot-services.ts';
import type { CardAnswer } from './card-answer.ts';
import { answerError, answerMessage } from './card-answer.ts';
import { clickKey } from './click-key.ts';
import { actOnSaid, isSaidAction } from './said-actions.ts';
import { actOnConversation } from './conversation-actions.ts';
import { actOnMeeting, answerFor } from './meeting-actions.ts';
import { adoptClicked } from './show-meeting.ts';
import { wordsForActivity } from './chat-reader.ts';
import { say } from './replies.ts';
import type { Sender } from './sender.ts';
import { senderOf } from './sender.ts';

/** Well below the 10 to 15 s that Teams waits, and what people still feel as one motion. */
const answerWithinMs = 700;
const late = Symbol('late');

function parseAction(value: unknown): CardAction | undefined {
  const action = typeof value === 'object' && value !== null && 'action' in value ? value.action : undefined;
  if (typeof action !== 'object' || action === null) return undefined;
  const data = 'data' in action && typeof action.data === 'object' ? action.data : {};
  const verb = 'verb' in action ? action.verb : undefined;
  const parsed = cardAction.safeParse({ ...data, verb });
  return parsed.success ? parsed.data : undefined;
}

async function act(
  services: BotServices,
  sender: Sender,
  activity: IncomingActivity,
  action: CardAction,
): Promise<CardAnswer> {
  if ('draftId' in action) return await actOnConversation(services, sender, activity, action);
  if (isSaidAction(action)) return await actOnSaid(services, sender, activity, action);
  const result = await actOnMeeting(services, sender, clickKey(sender, activity), action);
  if ((action.verb === 'ask' || action.verb === 'show') && typeof result !== 'string' && result.ok) {
    const view = result.value;
    services.background.run('adopt a card', () => adoptClicked(services, sender, view, activity.replyToId));
  }
  return await answerFor(services, sender, action.meetingId, result);
}

/** What comes too late for the answer is shown in place of the card, or said. */
async function finishLate(
  services: BotServices,
  sender: Sender,
  activity: IncomingActivity,
  working: Promise<CardAnswer>,
): Promise<void> {
  const answer = await working;
  const activityId = activity.replyToId;
  switch (answer.type) {
    case 'application/vnd.microsoft.card.adaptive':
      // In a group the card is everybody's; it follows through the messenger.
      if (sender.isPersonal && activityId !== undefined && activityId !== null) {
        await services.connector.update(sender.place, activityId, cardActivity(answer.value));
      }
      return;
    case 'application/vnd.microsoft.activity.message':
      await say(services.connector, sender.place, answer.value);
      return;
    case 'application/vnd.microsoft.error':
      await say(services.connector, sender.place, answer.value.message);
      return;
  }
}

/** A click on a card. Always answers within a second; whatever takes longer goes on afterwards. */
export async function actionTurn(services: BotServices, activity: IncomingActivity): Promise<CardAnswer> {
  const action = parseAction(activity.value);
  const { chat } = wordsForActivity(activity);
  if (action === undefined) return answerError(400, 'BadRequest', chat.unreadableCard);
  const sender = senderOf(activity);
  if (sender === undefined) return answerError(403, 'Forbidden', chat.unknownSender);
  const working = act(services, sender, activity, action).catch((error: unknown) => {
    services.log.error({ err: error, verb: action.verb }, 'a card action failed');
    return answerMessage(chat.failed);
  });
  let timer: NodeJS.Timeout | undefined;
  const waited = await Promise.race([
    working,
    new Promise<typeof late>((resolve) => {
      timer = setTimeout(resolve, answerWithinMs, late);
    }),
  ]);
  clearTimeout(timer);
  if (waited !== late) return waited;
  services.background.run('finish a card action', () => finishLate(services, sender, activity, working));
  return answerMessage(chat.working);
}
