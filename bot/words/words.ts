import type { acts } from './english/acts.ts';
import type { calendar } from './english/calendar.ts';
import type { cards } from './english/cards.ts';
import type { chat } from './english/chat.ts';
import type { decisions } from './english/decisions.ts';
import type { facts } from './english/facts.ts';
import type { history } from './english/history.ts';
import type { mails } from './english/mails.ts';
import type { pages } from './english/pages.ts';
import type { problems } from './english/problems.ts';
import type { questions } from './english/questions.ts';
import type { times } from './english/times.ts';
import type { troubles } from './english/troubles.ts';

/** The languages that are there whole. */
export type Language = 'en' | 'de';

/**
 * Every sentence that people read, in one language: a string, or a function of facts that are written already. English
 * gives the shape, so a sentence that another language lacks does not compile.
 */
export interface Words {
  readonly language: Language;
  /** Writes dates where a reader's own locale is of another language; a BCP 47 tag. */
  readonly locale: string;
  readonly acts: typeof acts;
  readonly calendar: typeof calendar;
  readonly cards: typeof cards;
  readonly chat: typeof chat;
  readonly decisions: typeof decisions;
  readonly facts: typeof facts;
  readonly history: typeof history;
  readonly mails: typeof mails;
  readonly pages: typeof pages;
  readonly problems: typeof problems;
  readonly questions: typeof questions;
  readonly times: typeof times;
  readonly troubles: typeof troubles;
}
