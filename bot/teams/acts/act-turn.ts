import type { MeetingView } from '../../../workflows/domain/meeting/view.ts';
import type { AdaptiveCard } from '../../cards/elements.ts';
import type { Understanding } from '../../language/meaning/understanding.ts';
import type { Reader } from '../../words/reader.ts';
import type { BotServices } from '../bot-services.ts';
import type { Conversation } from '../conversations.ts';
import type { Sender } from '../sender.ts';

/** An act on meetings, as it was said. */
export type SaidAct = Extract<Understanding, { kind: 'act' }>;

/** Whether all words were understood, and by rules alone: others learn of anything else only after a click. */
export function isPlainlySaid({ leftover, readBy }: SaidAct): boolean {
  return leftover.length === 0 && readBy === undefined;
}

/** What an act is carried out with. */
export interface ActTurn {
  readonly services: BotServices;
  readonly sender: Sender;
  /** How the answer is written. */
  readonly reader: Reader;
  readonly said: SaidAct;
  /** The whole sentence. */
  readonly text: string;
  /** Makes what is repeated one command: a message or a click that Teams delivers again. */
  readonly idempotencyKey: string;
  /** By which what was said is kept, for buttons that go on with it. */
  readonly saidId: string;
  /** The meeting that was chosen by a click, which is consent to what the button said. */
  readonly meetingId?: string;
  /** The meeting that was last talked about in this chat. */
  readonly standing?: MeetingView;
  /** The wish that is being talked about. */
  readonly pending?: Conversation;
}

/** What an act is answered with, in the chat or in the place of the card that was clicked. */
export type Reply =
  | { readonly kind: 'sentence'; readonly text: string }
  | { readonly kind: 'card'; readonly card: AdaptiveCard }
  /** The meeting's own card, from then on the one that is kept up to date, under a sentence that answers first. */
  | { readonly kind: 'meeting'; readonly view: MeetingView; readonly message?: string };

export function sentenceReply(text: string): Reply {
  return { kind: 'sentence', text };
}

export function cardReply(card: AdaptiveCard): Reply {
  return { kind: 'card', card };
}

export function meetingReply(view: MeetingView, message?: string): Reply {
  return { kind: 'meeting', view, message };
}
