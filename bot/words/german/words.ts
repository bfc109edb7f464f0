import type { Words } from '../words.ts';
import { acts } from './acts.ts';
import { calendar } from './calendar.ts';
import { cards } from './cards.ts';
import { chat } from './chat.ts';
import { decisions } from './decisions.ts';
import { facts } from './facts.ts';
import { history } from './history.ts';
import { mails } from './mails.ts';
import { pages } from './pages.ts';
import { problems } from './problems.ts';
import { questions } from './questions.ts';
import { times } from './times.ts';
import { troubles } from './troubles.ts';

export const german: Words = {
  language: 'de',
  locale: 'de-DE',
  acts,
  calendar,
  cards,
  chat,
  decisions,
  facts,
  history,
  mails,
  pages,
  problems,
  questions,
  times,
  troubles,
};
