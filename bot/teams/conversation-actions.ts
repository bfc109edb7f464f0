import type { Understanding } from '../language/meaning/understanding.ts';
import { slotKey } from '../../workflows/domain/time/slot.ts';
import type { CardAction } from '../cards/card-action.ts';
import { changedText } from '../cards/changed-text.ts';
import { questionCard, settledCard } from '../cards/question-card.ts';
import { problemText } from '../words/problem-text.ts';
import type { IncomingActivity } from './activity-shape.ts';
import type { BotServices } from './bot-services.ts';
import type { CardAnswer } from './card-answer.ts';
import { answerCard, answerMessage } from './card-answer.ts';
import { chatReader } from './chat-reader.ts';
import type { Conversation } from './conversations.ts';
import { readingInput } from './reading-input.ts';
import { proposeRequest } from './propose-request.ts';
import type { Sender } from './sender.ts';
import { suggest } from './suggest.ts';

export type ConversationAction = Extract<CardAction, { draftId: string }>;

/** What was clicked on a request that is being talked about. Only who asked may click. */
export async function actOnConversation(
  services: BotServices,
  sender: Sender,
  activity: IncomingActivity,
  action: ConversationAction,
): Promise<CardAnswer> {
  const conversation = await services.conversations.find(action.draftId);
  const { words } = chatReader(sender, undefined, { locale: conversation?.locale });
  const { chat } = words;
  if (conversation === undefined) return answerMessage(chat.requestIsOver);
  if (conversation.ownerId !== sender.personId) return answerMessage(chat.onlyTheAsker);
  switch (action.verb) {
    case 'propose': {
      const slot = conversation.offered.find((offered) => slotKey(offered) === action.slot);
      if (slot === undefined) return answerMessage(chat.noLongerOffered);
      return await proposeRequest(services, sender, activity, conversation, [slot]);
    }
    case 'letVote':
      return await proposeRequest(
        services,
        sender,
        activity,
        conversation,
        conversation.offered.slice(0, Math.min(conversation.matching, 5)),
      );
    case 'change':
      return await continueWith(
        services,
        sender,
        activity,
        conversation,
        { text: action.text, isSentence: true },
        (input) => services.reading.read(input),
      );
    case 'answer':
      return await continueWith(
        services,
        sender,
        activity,
        conversation,
        { text: action.value, isSentence: false },
        (input) =>
          Promise.resolve(
            services.reading.answer(conversation.understood, action.field, action.value, input),
          ),
      );
    case 'search':
      return await continueWith(
        services,
        sender,
        activity,
        conversation,
        { text: '', isSentence: false },
        () => Promise.resolve(services.reading.resume(conversation.understood)),
      );
    case 'discard':
      await services.conversations.settle(conversation);
      return answerCard(settledCard(chat.discarded));
  }
}

type Input = Awaited<ReturnType<typeof readingInput>>;

/** Understands more about the request and answers with its new card. */
async function continueWith(
  services: BotServices,
  sender: Sender,
  activity: IncomingActivity,
  conversation: Conversation,
  said: { readonly text: string; readonly isSentence: boolean },
  read: (input: Input) => Promise<Understanding>,
): Promise<CardAnswer> {
  const person = await services.directory.person(sender.personId);
  const reader = chatReader(sender, person, {
    sentence: said.isSentence ? said.text : undefined,
    locale: conversation.locale,
  });
  const { words } = reader;
  const { chat } = words;
  if (conversation.meetingId !== undefined) return answerMessage(chat.alreadyProposed);
  if (person === undefined) return answerMessage(chat.notInDirectory);
  const understanding = await read(
    await readingInput(services, activity, sender, person, conversation, said),
  );
  switch (understanding.kind) {
    case 'nothing':
    case 'act':
    case 'talk':
    case 'unsure':
      return answerMessage(chat.notAChange);
    case 'question': {
      const [question] = understanding.questions;
      if (question === undefined) return answerMessage(chat.requestIsOver);
      await services.conversations.keep({
        ...conversation,
        locale: reader.locale,
        understood: understanding.draft,
        asked: question.field,
      });
      return answerCard(questionCard(conversation.draftId, question, understanding.leftover, words));
    }
    case 'request':
    case 'change': {
      const suggested = await suggest(services, sender, reader, {
        draftId: conversation.draftId,
        request: understanding.request,
        understood: understanding.draft,
        phrases: [],
        changed:
          understanding.kind === 'change'
            ? changedText(conversation.understood, understanding.draft, understanding.changed, reader)
            : undefined,
        leftover: understanding.leftover,
      });
      return suggested.ok
        ? answerCard(suggested.value.card)
        : answerMessage(problemText(suggested.problem, words));
    }
  }
}
