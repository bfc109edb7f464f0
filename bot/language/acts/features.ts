import { bucketOf } from '../learned/weights.ts';
import type { Pending } from '../meaning/act.ts';

/** What the act of a sentence is told by. */
export interface ActSentence {
  /** As `plainWords` makes them. */
  readonly words: readonly string[];
  /** As `symbols` makes them. */
  readonly symbols: readonly string[];
  readonly pending: Pending;
}

/** The buckets of a sentence's features: words, their neighbours, letters, symbols, and what stands open. */
export function actFeatures({ words, symbols, pending }: ActSentence, buckets: number): ReadonlySet<number> {
  const found = new Set<number>();
  const add = (...parts: readonly (string | undefined)[]): void => {
    found.add(bucketOf(parts.join('_'), buckets));
  };
  add('bias');
  add('pending', pending);
  add('first', words[0]);
  add('first', words[0], words[1]);
  add('last', words.at(-1));
  add('length', String(Math.min(4, Math.floor(words.length / 3))));
  add('begins', symbols[0], symbols[1], symbols[2]);
  words.forEach((word, at) => {
    add('1', word);
    if (at + 1 < words.length) add('2', word, words[at + 1]);
    if (at + 2 < words.length) add('3', word, words[at + 1], words[at + 2]);
    if (pending !== 'nothing') {
      add(pending, word);
      if (at + 1 < words.length) add(pending, word, words[at + 1]);
    }
    const letters = `^${word}$`;
    for (let length = 3; length <= 5; length += 1)
      for (let start = 0; start + length <= letters.length; start += 1)
        add('letters', letters.slice(start, start + length));
  });
  symbols.forEach((symbol, at) => {
    if (symbol.startsWith('<')) {
      add('has', symbol);
      add('has', symbol, pending);
    }
    if (at + 1 < symbols.length) add('s2', symbol, symbols[at + 1]);
    if (at + 2 < symbols.length) {
      add('s3', symbol, symbols[at + 1], symbols[at + 2]);
      add('skip', symbol, symbols[at + 2]);
    }
    if (at + 3 < symbols.length) add('s4', ...symbols.slice(at, at + 4));
  });
  if (symbols.length <= 6) add('whole', ...symbols, pending);
  return found;
}
