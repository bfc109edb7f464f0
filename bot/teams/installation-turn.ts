import { helpCard, welcomeCard } from '../cards/help-card.ts';
import type { Words } from '../words/words.ts';
import type { IncomingActivity } from './activity-shape.ts';
import type { BotServices } from './bot-services.ts';
import { wordsForActivity } from './chat-reader.ts';
import { sayCard } from './replies.ts';
import type { Sender } from './sender.ts';
import { senderOf } from './sender.ts';
import { showMeeting } from './show-meeting.ts';

/** More are found by asking what is pending. */
const shownAtMost = 5;

/** Notes where somebody can be written to; every activity of a one-to-one chat confirms it. */
export async function noteConversation(services: BotServices, activity: IncomingActivity): Promise<void> {
  const sender = senderOf(activity);
  if (sender?.isPersonal !== true) return;
  await services.personalChats.keep(sender.personId, {
    ...sender.place,
    userId: sender.userId,
    ...(activity.locale === undefined || activity.locale === null ? {} : { locale: activity.locale }),
  });
}

/**
 * Shows again what somebody was asked before the app was there: by mail, or in a chat that is gone. A question that is
 * being sent for the first time needs no help.
 */
async function showWaiting(services: BotServices, sender: Sender): Promise<number> {
  const { meetings, records } = services;
  const { caller } = sender;
  const listed = await meetings.list(caller, { which: 'waitingForMe', pageSize: shownAtMost });
  if (!listed.ok) return 0;
  for (const { meetingId } of listed.value.meetings) {
    const found = await meetings.get(caller, { meetingId });
    if (!found.ok) continue;
    const own = found.value.attendees.find(({ person }) => person.id === sender.personId);
    const wasAsked =
      own?.reachedBy === 'mail' || (await records.find(meetingId, sender.personId)) !== undefined;
    if (wasAsked && own?.approval === 'pending') await showMeeting(services, sender, found.value);
  }
  return listed.value.meetings.length;
}

/** What waits for somebody comes first; whoever is not asked anything is welcomed. */
async function greet(services: BotServices, sender: Sender, words: Words): Promise<void> {
  if ((await showWaiting(services, sender)) === 0)
    await sayCard(services.connector, sender.place, welcomeCard(words));
}

/** The app was put into a chat or taken out of it (Teams: `installationUpdate`, actions `add…` and `remove…`). */
export async function installationTurn(services: BotServices, activity: IncomingActivity): Promise<void> {
  const sender = senderOf(activity);
  if (activity.action?.startsWith('remove') === true) {
    if (sender?.isPersonal === true) await services.personalChats.forget(sender.personId);
    return;
  }
  await noteConversation(services, activity);
  const place = { serviceUrl: activity.serviceUrl, conversationId: activity.conversation.id };
  if (activity.action === 'add' && sender?.isPersonal === true) {
    const words = wordsForActivity(activity);
    services.background.run('greet somebody who has got the app', () => greet(services, sender, words));
  }
  // Installing for somebody who is about to be asked must not greet them first with a lecture.
  if (activity.action === 'add' && sender?.isPersonal !== true)
    await sayCard(services.connector, place, helpCard(wordsForActivity(activity)));
}
