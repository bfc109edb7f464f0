import type { IncomingActivity } from './activity-shape.ts';
import { answerSentence } from './answer-sentence.ts';
import type { BotServices } from './bot-services.ts';
import { wordsForActivity } from './chat-reader.ts';
import { readingInput } from './reading-input.ts';
import { say } from './replies.ts';
import { senderOf } from './sender.ts';
import { typeMeanwhile } from './typing.ts';

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
  const stopTyping = typeMeanwhile(services, place);
  // One at a time for a person in a chat: the second sentence changes what the first began.
  try {
    await services.records.alone(`chat:${place.conversationId}:${sender.personId}`, async () => {
      const alone = await readingInput(services, activity, sender, person, undefined);
      await answerSentence(services, sender, { person, alone, activityId: activity.id ?? '' });
    });
  } finally {
    stopTyping();
  }
}
