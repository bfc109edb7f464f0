import { bucketOf } from '../learned/weights.ts';
import type { Token } from '../grammar/token.ts';

/** The buckets of what tells languages apart: words, their neighbours and up to four letters in a row. */
export function languageFeatures(tokens: readonly Token[], buckets: number): ReadonlySet<number> {
  const found = new Set<number>();
  const words = tokens.flatMap(({ text }) => (/^\p{L}/u.test(text) ? [text] : []));
  const add = (...parts: readonly string[]): void => {
    found.add(bucketOf(parts.join('_'), buckets));
  };
  words.forEach((word, at) => {
    add('1', word);
    const next = words[at + 1];
    if (next !== undefined) add('2', word, next);
    const letters = `^${word}$`;
    for (let length = 2; length <= 4; length += 1)
      for (let start = 0; start + length <= letters.length; start += 1)
        add('letters', letters.slice(start, start + length));
  });
  return found;
}
