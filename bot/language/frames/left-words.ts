import type { Heard } from '../hear.ts';
import { kindsOf } from '../parts/word-features.ts';
import { generic } from '../parts/tagged-parts.ts';
import type { Part } from '../parts/part.ts';
import { isLearnedWord } from '../parts/tag-words.ts';
import type { Tag } from '../parts/tag.ts';
import { runsOf } from '../partial-request/leftover.ts';

/** What the chart explains and what makes no part of its own in an act. */
const explaining: ReadonlySet<string> = new Set(['filler', 'ask', 'kind']);

/** The words that are in no part, and that neither the grammar nor what was learned knows. */
export function leftWords(
  { text, tokens, said }: Heard,
  tags: readonly Tag[],
  parts: readonly Part[],
): string[] {
  const kinds = kindsOf(tokens, said);
  // The word that a sentence begins with is its verb.
  const verb = kinds.findIndex((kind) => !explaining.has(kind));
  const explained = tokens.map(({ text: word }, at) => {
    if (at === verb && tags[at] === 'none') return true;
    if (parts.some(({ from, to }) => from <= at && at < to)) return true;
    if (parts.some(({ kind }) => kind === tags[at] || (kind === 'longer' && tags[at] === 'length')))
      return true;
    if (tags[at] !== 'none' && !explaining.has(kinds[at] ?? '')) return false;
    return explaining.has(kinds[at] ?? '') || isLearnedWord(word) || generic.test(word);
  });
  return runsOf(text, tokens, explained);
}
