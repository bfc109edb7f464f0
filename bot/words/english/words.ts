import type { Words } from '../words.ts';
import { cards } from './cards.ts';
import { chat } from './chat.ts';
import { facts } from './facts.ts';
import { mails } from './mails.ts';
import { pages } from './pages.ts';
import { problems } from './problems.ts';
import { times } from './times.ts';

export const english: Words = {
  language: 'en',
  locale: 'en-GB',
  cards,
  chat,
  facts,
  mails,
  pages,
  problems,
  times,
};
