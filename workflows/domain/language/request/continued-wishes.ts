import type { Token } from '../grammar/token.ts';
import { endsBefore } from './free-text.ts';
import type { Said } from './free-text.ts';

/** "Bob cannot meet on Monday. Tuesday." — a sentence of days alone goes on with the wish before it. */
export function continueWishes(said: readonly Said[], text: string, tokens: readonly Token[]): Said[] {
  let afterWish = false;
  return said.map((item) => {
    const { fact, from, to } = item;
    if (fact.about === 'when' && afterWish && isSentence(from, to, text, tokens)) {
      return { ...item, fact: { about: 'moreOfWish', when: fact.when } };
    }
    if (fact.about !== 'filler') afterWish = fact.about === 'wish';
    return item;
  });
}

function isSentence(from: number, to: number, text: string, tokens: readonly Token[]): boolean {
  const begins = from === 0 || endsBefore(text, tokens, from - 1) || endsBefore(text, tokens, from);
  return begins && endsBefore(text, tokens, to);
}
