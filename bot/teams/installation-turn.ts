import { helpCard } from '../cards/help-card.ts';
import type { IncomingActivity } from './activity-shape.ts';
import type { BotParts } from './bot-parts.ts';
import { sayCard } from './replies.ts';
import { senderOf } from './sender.ts';

/** Notes where somebody can be written to; every activity of a one-to-one chat tells it anew. */
export async function noteConversation(parts: BotParts, activity: IncomingActivity): Promise<void> {
  const sender = senderOf(activity);
  if (sender?.isPersonal !== true) return;
  await parts.conversations.keep(sender.personId, {
    ...sender.place,
    userId: sender.userId,
    ...(activity.locale === undefined || activity.locale === null ? {} : { locale: activity.locale }),
  });
}

/** The app was put into a chat or taken out of it (Teams: `installationUpdate`, actions `add…` and `remove…`). */
export async function installationTurn(parts: BotParts, activity: IncomingActivity): Promise<void> {
  const sender = senderOf(activity);
  if (activity.action?.startsWith('remove') === true) {
    if (sender?.isPersonal === true) await parts.conversations.forget(sender.personId);
    return;
  }
  await noteConversation(parts, activity);
  const place = { serviceUrl: activity.serviceUrl, conversationId: activity.conversation.id };
  // Installing for somebody who is about to be asked must not greet them first with a lecture.
  if (activity.action === 'add' && sender?.isPersonal !== true)
    await sayCard(parts.connector, place, helpCard());
}
