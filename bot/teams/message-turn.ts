import type { UnderstandInput } from '../language/meaning/understanding.ts';
import type { Person } from '../../workflows/domain/people/person.ts';
import type { IncomingActivity } from './activity-shape.ts';
import { answerSentence } from './answer-sentence.ts';
import type { BotServices } from './bot-services.ts';
import { chatRoster, membersOf, wordsOf } from './chat-people.ts';
import { wordsForActivity } from './chat-reader.ts';
import type { Conversation } from './conversations.ts';
import { say } from './replies.ts';
import type { Sender } from './sender.ts';
import { senderOf } from './sender.ts';

/** What the sender's words are understood against. */
export async function readingInput(
  services: BotServices,
  activity: IncomingActivity,
  sender: Sender,
  person: Person,
  pending: Conversation | undefined,
): Promise<UnderstandInput> {
  const [directory, rooms, roster] = await Promise.all([
    services.directory.everybody(),
    services.directory.rooms(),
    sender.isPersonal ? [] : chatRoster(services, sender.place),
  ]);
  return {
    ...wordsOf(activity, roster, directory),
    now: services.now(),
    timeZone: person.timeZone ?? 'UTC',
    sender: person,
    directory,
    rooms,
    members: membersOf(roster, directory, person),
    ...(pending === undefined ? {} : { pending: pending.understood }),
  };
}

/** A message to the bot: reads it, and answers in the same chat. */
export async function messageTurn(services: BotServices, activity: IncomingActivity): Promise<void> {
  const place = { serviceUrl: activity.serviceUrl, conversationId: activity.conversation.id };
  const sender = senderOf(activity);
  if (sender === undefined) {
    await say(services.connector, place, wordsForActivity(activity).chat.unknownSender);
    return;
  }
  const person = await services.directory.person(sender.personId);
  if (person === undefined) {
    await say(services.connector, place, wordsForActivity(activity).chat.notInDirectory);
    return;
  }
  // One at a time for a person in a chat: the second sentence changes what the first began.
  await services.records.alone(`chat:${place.conversationId}:${sender.personId}`, async () => {
    const alone = await readingInput(services, activity, sender, person, undefined);
    await answerSentence(services, sender, { person, alone, activityId: activity.id ?? '' });
  });
}
