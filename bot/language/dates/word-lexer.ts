import type { Lexer } from '../grammar/chart.ts';
import type { DatesSense, Reference } from './sense.ts';
import type { WordRow } from './word-rows.ts';

/** Reads single words by a table of rows: words separated by spaces, then their senses. */
export function wordLexer(rows: readonly WordRow[]): Lexer<DatesSense, Reference> {
  const byWord = new Map<string, DatesSense[]>();
  for (const [words, ...senses] of rows) {
    for (const word of words.split(' ')) byWord.set(word, [...(byWord.get(word) ?? []), ...senses]);
  }
  return (tokens, at) => {
    const senses = byWord.get(tokens[at]?.text ?? '');
    return senses === undefined ? [] : senses.map((sense) => ({ to: at + 1, sense }));
  };
}
