import type { Understanding } from '../language/meaning/understanding.ts';
import { slotKey } from '../../workflows/domain/time/slot.ts';
import type { CardAction } from '../cards/card-action.ts';
import { questionCard, settledCard } from '../cards/question-card.ts';
import { problemText } from '../words/problem-text.ts';
import type { IncomingActivity } from './activity-shape.ts';
import type { BotServices } from './bot-services.ts';
import type { CardAnswer } from './card-answer.ts';
import { answerCard, answerMessage } from './card-answer.ts';
import { chatReader } from './chat-reader.ts';
import type { Conversation } from './conversations.ts';
import { readingInput } from './message-turn.ts';
import { proposeRequest } from './propose-request.ts';
import type { Sender } from './sender.ts';
import { suggest } from './suggest.ts';

export type ConversationAction = Extract<CardAction, { draftId: string }>;

/** What was clicked on a request that is being talked about. Only who asked may click. */
export async function actOnConversation(
  parts: BotServices,
  sender: Sender,
  activity: IncomingActivity,
  action: ConversationAction,
): Promise<CardAnswer> {
  const draft = await parts.conversations.find(action.draftId);
  const { words } = chatReader(sender, undefined, { locale: draft?.locale });
  const { chat } = words;
  if (draft === undefined) return answerMessage(chat.requestIsOver);
  if (draft.ownerId !== sender.personId) return answerMessage(chat.onlyTheAsker);
  switch (action.verb) {
    case 'propose': {
      const slot = draft.offered.find((offered) => slotKey(offered) === action.slot);
      if (slot === undefined) return answerMessage(chat.noLongerOffered);
      return await proposeRequest(parts, sender, activity, draft, [slot]);
    }
    case 'letVote':
      return await proposeRequest(
        parts,
        sender,
        activity,
        draft,
        draft.offered.slice(0, Math.min(draft.matching, 5)),
      );
    case 'change':
      return await continueWith(parts, sender, activity, draft, action.text, async (input) =>
        parts.reading.read({ ...input, text: action.text }),
      );
    case 'answer':
      return await continueWith(parts, sender, activity, draft, undefined, (input) =>
        Promise.resolve(parts.reading.answer(draft.understood, action.field, action.value, input)),
      );
    case 'discard':
      await parts.conversations.settle(draft);
      return answerCard(settledCard(chat.discarded));
  }
}

type Input = Awaited<ReturnType<typeof readingInput>>;

/** Understands more about the request and answers with its new card. */
async function continueWith(
  parts: BotServices,
  sender: Sender,
  activity: IncomingActivity,
  draft: Conversation,
  sentence: string | undefined,
  read: (input: Input) => Promise<Understanding>,
): Promise<CardAnswer> {
  const person = await parts.directory.person(sender.personId);
  const reader = chatReader(sender, person, { sentence, locale: draft.locale });
  const { words } = reader;
  const { chat } = words;
  if (draft.meetingId !== undefined) return answerMessage(chat.alreadyProposed);
  if (person === undefined) return answerMessage(chat.notInDirectory);
  const understanding = await read(await readingInput(parts, activity, sender, person, draft));
  switch (understanding.kind) {
    case 'nothing':
    case 'command':
      return answerMessage(chat.notAChange);
    case 'question': {
      const [question] = understanding.questions;
      if (question === undefined) return answerMessage(chat.requestIsOver);
      await parts.conversations.keep({
        ...draft,
        locale: reader.locale,
        understood: understanding.draft,
        asked: question.field,
      });
      return answerCard(questionCard(draft.draftId, question, words));
    }
    case 'request':
    case 'change': {
      const suggested = await suggest(parts, sender, reader, {
        draftId: draft.draftId,
        request: understanding.request,
        understood: understanding.draft,
        phrases: [],
        leftover: understanding.leftover,
      });
      return suggested.ok
        ? answerCard(suggested.value.card)
        : answerMessage(problemText(suggested.problem, words));
    }
  }
}
