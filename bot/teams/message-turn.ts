import type { Understanding, UnderstandInput } from '../language/meaning/understanding.ts';
import { understand } from '../language/understand.ts';
import type { Person } from '../../workflows/domain/people/person.ts';
import { helpCard } from '../cards/help-card.ts';
import { questionCard } from '../cards/question-card.ts';
import { problemText } from '../words/problem-text.ts';
import type { Reader } from '../words/reader.ts';
import type { IncomingActivity } from './activity-shape.ts';
import type { BotServices } from './bot-services.ts';
import { chatRoster, membersOf, wordsOf } from './chat-people.ts';
import { chatReader, wordsForActivity } from './chat-reader.ts';
import { replyToAct } from './acts/reply-to-act.ts';
import { sendReply } from './acts/send-reply.ts';
import type { Conversation } from './conversations.ts';
import { conversationIdOf } from './conversations.ts';
import { say, sayCard } from './replies.ts';
import type { Sender } from './sender.ts';
import { senderOf } from './sender.ts';
import { suggest } from './suggest.ts';

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
  const activityId = activity.id ?? '';
  // One at a time for a person in a chat: the second sentence changes what the first began.
  await services.records.alone(`chat:${place.conversationId}:${sender.personId}`, async () => {
    const known = await services.conversations.pending(place.conversationId, sender.personId);
    const alone = await readingInput(services, activity, sender, person, undefined);
    const pending = known === undefined || isNewRequest(alone) ? undefined : known;
    const input = pending === undefined ? alone : { ...alone, pending: pending.understood };
    if (input.text === '') {
      await sayCard(services.connector, place, helpCard(chatReader(sender, person).words));
      return;
    }
    const reader = chatReader(sender, person, { sentence: input.text, locale: pending?.locale });
    const understanding = await readWith(services, input, pending);
    await respond(services, sender, understanding, {
      activityId,
      reader,
      draftId: pending?.draftId ?? conversationIdOf(place.conversationId, activityId),
    });
  });
}

/** Whether the words are complete in themselves: people and a length are a new request, whatever came before. */
function isNewRequest(alone: UnderstandInput): boolean {
  const understanding = understand(alone);
  if (understanding.kind !== 'request' && understanding.kind !== 'question') return false;
  const { attendees, durationMinutes } = understanding.draft;
  return attendees.length > 0 && durationMinutes !== undefined;
}

/** The next words after a question are taken as its answer, unless they leave it as open as it was. */
async function readWith(
  services: BotServices,
  input: UnderstandInput,
  pending: Conversation | undefined,
): Promise<Understanding> {
  if (pending?.asked === undefined) return await services.reading.read(input);
  const answered = services.reading.answer(pending.understood, pending.asked, input.text, input);
  const draft = 'draft' in answered ? answered.draft : pending.understood;
  const isAnswer = JSON.stringify(draft) !== JSON.stringify(pending.understood);
  return isAnswer ? answered : await services.reading.read(input);
}

interface Turn {
  /** How the answer is written. */
  readonly reader: Reader;
  readonly activityId: string;
  readonly draftId: string;
}

async function respond(
  services: BotServices,
  sender: Sender,
  understanding: Understanding,
  turn: Turn,
): Promise<void> {
  const { connector } = services;
  const { words } = turn.reader;
  switch (understanding.kind) {
    case 'talk':
      await sayCard(connector, sender.place, helpCard(words));
      return;
    case 'nothing':
    case 'unsure':
      await say(connector, sender.place, words.chat.nothingFound);
      await sayCard(connector, sender.place, helpCard(words));
      return;
    case 'act':
      await sendReply(
        services,
        sender,
        await replyToAct({
          services,
          sender,
          reader: turn.reader,
          said: understanding,
          idempotencyKey: `teams:${turn.activityId}`,
        }),
      );
      return;
    case 'question': {
      const [question] = understanding.questions;
      if (question === undefined) return;
      const conversation = { ...openConversation(sender, turn, understanding.draft), asked: question.field };
      const card = questionCard(conversation.draftId, question, words);
      const activityId = await sayCard(connector, sender.place, card);
      await services.conversations.keep({ ...conversation, activityId });
      return;
    }
    case 'request':
    case 'change':
      await sendSuggestion(services, sender, understanding, turn);
      return;
  }
}

function openConversation(
  sender: Sender,
  { draftId, reader }: Turn,
  understood: Conversation['understood'],
): Conversation {
  return {
    draftId,
    ownerId: sender.personId,
    conversationId: sender.place.conversationId,
    locale: reader.locale,
    understood,
    offered: [],
    matching: 0,
  };
}

async function sendSuggestion(
  services: BotServices,
  sender: Sender,
  understanding: Extract<Understanding, { kind: 'request' | 'change' }>,
  turn: Turn,
): Promise<void> {
  await services.conversations.keep(openConversation(sender, turn, understanding.draft));
  const suggested = await suggest(services, sender, turn.reader, {
    draftId: turn.draftId,
    request: understanding.request,
    understood: understanding.draft,
    phrases: understanding.kind === 'request' ? understanding.understood : [],
    leftover: understanding.leftover,
  });
  if (!suggested.ok) {
    await say(services.connector, sender.place, problemText(suggested.problem, turn.reader.words));
    return;
  }
  const { conversation, card } = suggested.value;
  const activityId = await sayCard(services.connector, sender.place, card);
  await services.conversations.keep({ ...conversation, activityId });
}
