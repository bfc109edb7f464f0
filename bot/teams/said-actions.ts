import type { CardAction } from '../cards/card-action.ts';
import { settledCard } from '../cards/question-card.ts';
import { problemText } from '../words/problem-text.ts';
import type { Reader } from '../words/reader.ts';
import { meetingReply, sentenceReply } from './acts/act-turn.ts';
import type { Reply } from './acts/act-turn.ts';
import { findSaid } from './acts/kept-said.ts';
import { replyToAct } from './acts/reply-to-act.ts';
import { replyToClick } from './acts/send-reply.ts';
import { meetingsTogether } from './acts/together.ts';
import { findUndo, giveEdit, isStillSo } from './acts/undo.ts';
import type { IncomingActivity } from './activity-shape.ts';
import { answerSentence } from './answer-sentence.ts';
import type { BotServices } from './bot-services.ts';
import type { CardAnswer } from './card-answer.ts';
import { answerCard, answerMessage } from './card-answer.ts';
import { chatReader } from './chat-reader.ts';
import { clickKey } from './click-key.ts';
import { readingInput } from './reading-input.ts';
import type { Sender } from './sender.ts';
import { adoptClicked } from './show-meeting.ts';

export type SaidAction = Extract<CardAction, { verb: 'goOn' | 'readAs' | 'undo' | 'together' | 'leave' }>;

export function isSaidAction(action: CardAction): action is SaidAction {
  return ['goOn', 'readAs', 'undo', 'together', 'leave'].includes(action.verb);
}

/** What was clicked on a card that asked before it did something. Only who said it goes on with it. */
export async function actOnSaid(
  services: BotServices,
  sender: Sender,
  activity: IncomingActivity,
  action: SaidAction,
): Promise<CardAnswer> {
  const person = await services.directory.person(sender.personId);
  const reader = chatReader(sender, person);
  const key = clickKey(sender, activity);
  switch (action.verb) {
    case 'leave':
      return answerCard(settledCard(reader.words.acts.nothingChanged));
    case 'together': {
      const reply = await meetingsTogether(services, sender, reader, action, key);
      return reply.kind === 'sentence' ? answerCard(settledCard(reply.text)) : replyToClick(sender, reply);
    }
    case 'undo':
      return replyInPlace(
        services,
        sender,
        activity,
        await undo(services, sender, reader, action.undoId, key),
      );
    case 'goOn':
    case 'readAs': {
      const kept = await findSaid(services.store, action.saidId);
      if (kept === undefined) return answerMessage(reader.words.acts.tooOld);
      if (kept.ownerId !== sender.personId) return answerMessage(reader.words.chat.onlyTheAsker);
      const theirs = chatReader(sender, person, { locale: kept.locale });
      if (action.verb === 'goOn') {
        const { said, text } = kept;
        if (said === undefined) return answerMessage(theirs.words.acts.tooOld);
        const { saidId, meetingId } = action;
        const turn = { services, sender, reader: theirs, said, text, saidId, meetingId, idempotencyKey: key };
        return replyInPlace(services, sender, activity, await replyToAct(turn));
      }
      if (person === undefined) return answerMessage(theirs.words.chat.notInDirectory);
      const { text, mentions } = kept;
      const input = await readingInput(services, activity, sender, person, undefined, { text, mentions });
      const alone = { ...input, act: action.act };
      services.background.run('answer a sentence as it was meant', () =>
        services.records.alone(`chat:${sender.place.conversationId}:${sender.personId}`, () =>
          answerSentence(services, sender, { person, alone, activityId: key }),
        ),
      );
      return answerCard(settledCard(theirs.words.acts.unsure.acts[action.act]));
    }
  }
}

function replyInPlace(
  services: BotServices,
  sender: Sender,
  activity: IncomingActivity,
  reply: Reply,
): CardAnswer {
  if (reply.kind === 'meeting') {
    const { view } = reply;
    services.background.run('adopt a card', () => adoptClicked(services, sender, view, activity.replyToId));
  }
  return replyToClick(sender, reply);
}

async function undo(
  services: BotServices,
  sender: Sender,
  { words }: Reader,
  undoId: string,
  idempotencyKey: string,
): Promise<Reply> {
  const { edit, tooOld } = words.acts;
  const kept = await findUndo(services.store, undoId);
  if (kept === undefined) return sentenceReply(tooOld);
  if (kept.ownerId !== sender.personId) return sentenceReply(words.chat.onlyTheAsker);
  const { meetingId } = kept;
  const now = await services.meetings.get(sender.caller, { meetingId });
  if (!now.ok) return sentenceReply(problemText(now.problem, words));
  if (!isStillSo(now.value, kept.done)) return meetingReply(now.value, edit.cannotUndo);
  const given = await giveEdit(services, sender, now.value, kept.back, idempotencyKey);
  return given.ok
    ? meetingReply(given.value, edit.undone)
    : meetingReply(now.value, problemText(given.problem, words));
}
