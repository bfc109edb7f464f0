import type { Understanding, UnderstandInput } from '../language/meaning/understanding.ts';
import type { Person } from '../../workflows/domain/people/person.ts';
import { changedText } from '../cards/changed-text.ts';
import { helpCard } from '../cards/help-card.ts';
import { leftoverText } from '../cards/leftover-lines.ts';
import { questionCard } from '../cards/question-card.ts';
import { unsureCard } from '../cards/unsure-card.ts';
import { problemText } from '../words/problem-text.ts';
import { smallTalk } from '../language/lexicon/small-talk.ts';
import type { Reader } from '../words/reader.ts';
import type { Words } from '../words/words.ts';
import { agreedTo, carryOutShown, dropShown } from './acts/answer-shown.ts';
import { cancelWish, endWish, saysNoMeeting } from './acts/end-wish.ts';
import { keepSaid } from './acts/kept-said.ts';
import { replyToAct } from './acts/reply-to-act.ts';
import { sendReply } from './acts/send-reply.ts';
import type { BotServices } from './bot-services.ts';
import { chatReader } from './chat-reader.ts';
import type { Conversation } from './conversations.ts';
import { conversationIdOf } from './conversations.ts';
import { say, sayCard } from './replies.ts';
import type { Sender } from './sender.ts';
import { noteShown, takeShown } from './shown.ts';
import type { Shown } from './shown.ts';
import { standingOf } from './standing.ts';
import type { Standing } from './standing.ts';
import { suggest } from './suggest.ts';

/** A sentence that reached the bot. */
interface Heard {
  readonly person: Person;
  /** What it is read against, without what was said before. */
  readonly alone: UnderstandInput;
  /** Of the message, or of the click that said how it was meant. */
  readonly activityId: string;
}

interface Turn {
  /** How the answer is written. */
  readonly reader: Reader;
  readonly activityId: string;
  readonly input: UnderstandInput;
  readonly pending: Conversation | undefined;
  readonly standing: Standing;
  /** What the card just before asked about. */
  readonly shown: Shown | undefined;
}

/** Reads a sentence and answers in the same chat. One at a time for a person in a chat. */
export async function answerSentence(services: BotServices, sender: Sender, heard: Heard): Promise<void> {
  const { person, alone, activityId } = heard;
  const { connector, conversations } = services;
  const { conversationId } = sender.place;
  if (alone.text === '') {
    await sayCard(connector, sender.place, helpCard(chatReader(sender, person).words));
    return;
  }
  const shown = await takeShown(services.store, sender);
  const [known, standing] = await Promise.all([
    // What was shown last is what is talked about; a wish from before waits.
    shown === undefined ? conversations.pending(conversationId, sender.personId) : undefined,
    standingOf(services, sender, shown),
  ]);
  const open = { ...alone, standing: standing.pending };
  const input = known === undefined ? open : { ...open, pending: known.understood };
  const reader = chatReader(sender, person, { sentence: input.text, locale: known?.locale });
  const { understanding, goesOn } = await readWith(services, input, known);
  const pending = goesOn ? known : undefined;
  await respond(services, sender, understanding, { reader, activityId, input, pending, standing, shown });
}

/** A wish that stands for itself, whatever was talked about before. */
function isNewWish(understanding: Understanding): boolean {
  if (understanding.kind === 'question') return understanding.changed === undefined;
  return understanding.kind === 'request';
}

async function readAlone({ reading }: BotServices, input: UnderstandInput) {
  const understanding = await reading.read(input);
  return { understanding, goesOn: !isNewWish(understanding) };
}

/**
 * What the words mean, and whether they go on with what was talked about. Those after a question are taken as its
 * answer, unless they leave it as open as it was.
 */
async function readWith(
  services: BotServices,
  input: UnderstandInput,
  pending: Conversation | undefined,
): Promise<{ readonly understanding: Understanding; readonly goesOn: boolean }> {
  if (pending?.asked === undefined || input.act !== undefined) return await readAlone(services, input);
  const answered = services.reading.answer(pending.understood, pending.asked, input.text, input);
  const draft = 'draft' in answered ? answered.draft : pending.understood;
  const isAnswer = JSON.stringify(draft) !== JSON.stringify(pending.understood);
  return isAnswer ? { understanding: answered, goesOn: true } : await readAlone(services, input);
}

function talkText(text: string, { questions: { talk } }: Words): string {
  switch (smallTalk(text)) {
    case 'thanks':
      return talk.thanks;
    case 'greeting':
      return talk.hello;
    case 'other':
      return talk.good;
  }
}

async function respond(
  services: BotServices,
  sender: Sender,
  understanding: Understanding,
  turn: Turn,
): Promise<void> {
  const { connector } = services;
  const { place } = sender;
  const { reader } = turn;
  const { words } = reader;
  switch (understanding.kind) {
    case 'talk':
      if (understanding.act === 'nevermind') {
        await neverMind(services, sender, turn);
        return;
      }
      if (understanding.act === 'help') await sayCard(connector, place, helpCard(words));
      else await say(connector, place, talkText(turn.input.text, words));
      return;
    case 'nothing':
      await say(connector, place, words.questions.talk.tryThis);
      return;
    case 'unsure': {
      const saidId = await keepSentence(services, sender, turn);
      await sayCard(connector, place, unsureCard(saidId, understanding.acts, understanding.leftover, words));
      return;
    }
    case 'act':
      await act(services, sender, understanding, turn);
      return;
    case 'question':
      await ask(services, sender, understanding, turn);
      return;
    case 'change':
      if (understanding.changed.length === 0) {
        const leftover = leftoverText(understanding.leftover, reader);
        await say(
          connector,
          place,
          [words.chat.notAChange, leftover].filter((part) => part !== undefined).join(' '),
        );
        return;
      }
      await sendSuggestion(services, sender, understanding, turn);
      return;
    case 'request':
      await sendSuggestion(services, sender, understanding, turn);
      return;
  }
}

/** Keeps a sentence for buttons that go on with it. */
async function keepSentence(
  { store }: BotServices,
  { personId, place }: Sender,
  { input, reader, activityId }: Turn,
  said?: Extract<Understanding, { kind: 'act' }>,
): Promise<string> {
  const saidId = conversationIdOf(place.conversationId, activityId);
  const { text, mentions } = input;
  await keepSaid(store, saidId, { ownerId: personId, locale: reader.locale, text, mentions, said });
  return saidId;
}

async function act(
  services: BotServices,
  sender: Sender,
  said: Extract<Understanding, { kind: 'act' }>,
  turn: Turn,
): Promise<void> {
  const { reader, activityId, pending, standing, shown } = turn;
  const saidId = await keepSentence(services, sender, turn, said);
  const idempotencyKey = `teams:${activityId}`;
  const { text } = turn.input;
  const about = {
    services,
    sender,
    reader,
    said,
    text,
    saidId,
    idempotencyKey,
    pending,
    standing: standing.view,
  };
  const isOfWish = pending !== undefined && saysNoMeeting(said);
  const at = { timeZone: reader.timeZone, now: services.now() };
  const agreed = shown === undefined ? undefined : agreedTo(shown, said, at);
  const reply =
    shown !== undefined && agreed !== undefined
      ? await carryOutShown(about, shown, agreed)
      : isOfWish
        ? await cancelWish(about)
        : await replyToAct(about);
  const sentId = await sendReply(services, sender, reply);
  if (reply.kind === 'card') await noteShown(services.store, sender, reply.card, sentId);
}

/** Ends what is talked about, and touches nothing that is booked: what was asked just before, else the wish. */
async function neverMind(services: BotServices, sender: Sender, turn: Turn): Promise<void> {
  const { reader, pending, shown } = turn;
  const about = { services, sender, reader, pending };
  const reply = shown === undefined ? await endWish(about) : await dropShown(about, shown);
  await sendReply(services, sender, reply);
}

function openConversation(
  sender: Sender,
  { activityId, pending, reader }: Turn,
  understood: Conversation['understood'],
): Conversation {
  return {
    draftId: pending?.draftId ?? conversationIdOf(sender.place.conversationId, activityId),
    ownerId: sender.personId,
    conversationId: sender.place.conversationId,
    locale: reader.locale,
    understood,
    offered: [],
    matching: 0,
  };
}

async function ask(
  services: BotServices,
  sender: Sender,
  { questions, draft, leftover }: Extract<Understanding, { kind: 'question' }>,
  turn: Turn,
): Promise<void> {
  const [question] = questions;
  if (question === undefined) return;
  const conversation = { ...openConversation(sender, turn, draft), asked: question.field };
  const card = questionCard(conversation.draftId, question, leftover, turn.reader.words);
  const activityId = await sayCard(services.connector, sender.place, card);
  await services.conversations.keep({ ...conversation, activityId });
}

async function sendSuggestion(
  services: BotServices,
  sender: Sender,
  understanding: Extract<Understanding, { kind: 'request' | 'change' }>,
  turn: Turn,
): Promise<void> {
  const { reader, pending } = turn;
  const { draft } = understanding;
  const conversation = openConversation(sender, turn, draft);
  await services.conversations.keep(conversation);
  const isChange = understanding.kind === 'change' && pending !== undefined;
  const suggested = await suggest(services, sender, reader, {
    draftId: conversation.draftId,
    request: understanding.request,
    understood: draft,
    phrases: understanding.kind === 'request' ? understanding.understood : [],
    changed: isChange ? changedText(pending.understood, draft, understanding.changed, reader) : undefined,
    leftover: understanding.leftover,
  });
  if (!suggested.ok) {
    await say(services.connector, sender.place, problemText(suggested.problem, reader.words));
    return;
  }
  const activityId = await sayCard(services.connector, sender.place, suggested.value.card);
  await services.conversations.keep({ ...suggested.value.conversation, activityId });
}
