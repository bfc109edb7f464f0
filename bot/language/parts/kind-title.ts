import type { Heard } from '../hear.ts';
import { quote } from '../lexicon/names.ts';
import { generic } from './tagged-parts.ts';
import type { Part } from './part.ts';
import { mayBeInTitle } from './tag-words.ts';
import { kindsOf } from './word-features.ts';

const mostWords = 4;
/** "my work meeting": after these a word that says nothing elsewhere tells which one. */
const owner = /^(?:my|our|the|s|mein\p{L}*|unser\p{L}*|mon|ma|le|la|mi|el)$/u;

/** "the staff meeting": words that nothing explains right before a kind of meeting name it. */
export function kindTitle({ text, tokens, said }: Heard, parts: readonly Part[]): Part[] {
  const kinds = kindsOf(tokens, said);
  const mayName = (at: number): boolean =>
    // An unknown word at the beginning is a verb.
    at > 0 &&
    (kinds[at] === 'free' || (kinds[at] === 'filler' && owner.test(tokens[at - 1]?.text ?? ''))) &&
    !generic.test(tokens[at]?.text ?? '') &&
    !parts.some(({ from, to }) => from <= at && at < to) && /^\p{L}/u.test(tokens[at]?.text ?? '') && mayBeInTitle(tokens[at]?.text ?? '');
  for (const [to, kind] of kinds.entries()) {
    if (kind !== 'kind') continue;
    let from = to;
    while (from > 0 && to - from < mostWords && mayName(from - 1)) from -= 1;
    if (from < to) return [{ kind: 'title', words: quote(text, tokens, from, to), from, to }];
  }
  return [];
}
