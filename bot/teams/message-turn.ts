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
import { runCommand } from './commands.ts';
import type { Conversation } from './conversations.ts';
import { conversationIdOf } from './conversations.ts';
import { say, sayCard } from './replies.ts';
import type { Sender } from './sender.ts';
import { senderOf } from './sender.ts';
import { suggest } from './suggest.ts';

/** What the sender's words are understood against. */
export async function readingInput(
  parts: BotServices,
  activity: IncomingActivity,
  sender: Sender,
  person: Person,
  pending: Conversation | undefined,
): Promise<UnderstandInput> {
  const [directory, rooms, roster] = await Promise.all([
    parts.directory.everybody(),
    parts.directory.rooms(),
    sender.isPersonal ? [] : chatRoster(parts, sender.place),
  ]);
  return {
    ...wordsOf(activity, roster, directory),
    now: parts.now(),
    timeZone: person.timeZone ?? 'UTC',
    sender: person,
    directory,
    rooms,
    members: membersOf(roster, directory, person),
    ...(pending === undefined ? {} : { pending: pending.understood }),
  };
}

/** A message to the bot: reads it, and answers in the same chat. */
export async function messageTurn(parts: BotServices, activity: IncomingActivity): Promise<void> {
  const place = { serviceUrl: activity.serviceUrl, conversationId: activity.conversation.id };
  const sender = senderOf(activity);
  if (sender === undefined) {
    await say(parts.connector, place, wordsForActivity(activity).chat.unknownSender);
    return;
  }
  const person = await parts.directory.person(sender.personId);
  if (person === undefined) {
    await say(parts.connector, place, wordsForActivity(activity).chat.notInDirectory);
    return;
  }
  const activityId = activity.id ?? '';
  // One at a time for a person in a chat: the second sentence changes what the first began.
  await parts.records.alone(`chat:${place.conversationId}:${sender.personId}`, async () => {
    const known = await parts.conversations.pending(place.conversationId, sender.personId);
    const alone = await readingInput(parts, activity, sender, person, undefined);
    const pending = known === undefined || isNewRequest(alone) ? undefined : known;
    const input = pending === undefined ? alone : { ...alone, pending: pending.understood };
    if (input.text === '') {
      await sayCard(parts.connector, place, helpCard(chatReader(sender, person).words));
      return;
    }
    const reader = chatReader(sender, person, { sentence: input.text, locale: pending?.locale });
    const understanding = await readWith(parts, input, pending);
    await respond(parts, sender, understanding, {
      activityId,
      reader,
      draftId: pending?.draftId ?? conversationIdOf(place.conversationId, activityId),
    });
  });
}

/** Whether the words stand for themselves: people and a length are a new request, whatever was talked about before. */
function isNewRequest(alone: UnderstandInput): boolean {
  const understanding = understand(alone);
  if (understanding.kind !== 'request' && understanding.kind !== 'question') return false;
  const { attendees, durationMinutes } = understanding.draft;
  return attendees.length > 0 && durationMinutes !== undefined;
}

/** The next words after a question are taken as its answer, unless they leave it as open as it was. */
async function readWith(
  parts: BotServices,
  input: UnderstandInput,
  pending: Conversation | undefined,
): Promise<Understanding> {
  if (pending?.asked === undefined) return await parts.reading.read(input);
  const answered = parts.reading.answer(pending.understood, pending.asked, input.text, input);
  const draft = 'draft' in answered ? answered.draft : pending.understood;
  const isAnswer = JSON.stringify(draft) !== JSON.stringify(pending.understood);
  return isAnswer ? answered : await parts.reading.read(input);
}

interface Turn {
  /** How the answer is written. */
  readonly reader: Reader;
  readonly activityId: string;
  readonly draftId: string;
}

async function respond(
  parts: BotServices,
  sender: Sender,
  understanding: Understanding,
  turn: Turn,
): Promise<void> {
  const { connector } = parts;
  const { words } = turn.reader;
  switch (understanding.kind) {
    case 'nothing':
      await say(connector, sender.place, words.chat.nothingFound);
      await sayCard(connector, sender.place, helpCard(words));
      return;
    case 'command':
      await runCommand(parts, sender, turn.reader, understanding, turn.activityId);
      return;
    case 'question': {
      const [question] = understanding.questions;
      if (question === undefined) return;
      const draft = { ...openDraft(sender, turn, understanding.draft), asked: question.field };
      const activityId = await sayCard(connector, sender.place, questionCard(draft.draftId, question, words));
      await parts.conversations.keep({ ...draft, ...(activityId === undefined ? {} : { activityId }) });
      return;
    }
    case 'request':
    case 'change':
      await sendSuggestion(parts, sender, understanding, turn);
      return;
  }
}

function openDraft(
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
  parts: BotServices,
  sender: Sender,
  understanding: Extract<Understanding, { kind: 'request' | 'change' }>,
  turn: Turn,
): Promise<void> {
  await parts.conversations.keep(openDraft(sender, turn, understanding.draft));
  const suggested = await suggest(parts, sender, turn.reader, {
    draftId: turn.draftId,
    request: understanding.request,
    understood: understanding.draft,
    phrases: understanding.kind === 'request' ? understanding.understood : [],
    leftover: understanding.leftover,
  });
  if (!suggested.ok) {
    await say(parts.connector, sender.place, problemText(suggested.problem, turn.reader.words));
    return;
  }
  const { draft, card } = suggested.value;
  const activityId = await sayCard(parts.connector, sender.place, card);
  await parts.conversations.keep({ ...draft, ...(activityId === undefined ? {} : { activityId }) });
}
