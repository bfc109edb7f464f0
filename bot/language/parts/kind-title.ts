import type { Heard } from '../hear.ts';
import { quote } from '../lexicon/names.ts';
import { generic } from './tagged-parts.ts';
import { saysMeeting } from './whole-parts.ts';
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
    !parts.some(({ from, to }) => from <= at && at < to) &&
    /^\p{L}/u.test(tokens[at]?.text ?? '') &&
    mayBeInTitle(tokens[at]?.text ?? '');
  for (const [to, kind] of kinds.entries()) {
    if (kind !== 'kind' && !saysMeeting(tokens[to]?.text ?? '')) continue;
    let from = to;
    // "marketing-meeting"
    const isGlued = tokens[to - 1]?.text === '-' && !tokens[to - 1]?.spaced && mayName(to - 2);
    if (isGlued) from -= 2;
    while (from > 0 && to - from < mostWords && mayName(from - 1)) from -= 1;
    const end = isGlued ? to - 1 : to;
    if (from < end) return [{ kind: 'title', words: quote(text, tokens, from, end), from, to: end }];
  }
  const strong = said.find(
    ({ fact, from, to }) =>
      fact.about === 'ask' &&
      fact.noun === 'strong' &&
      !parts.some((part) => part.from < to && from < part.to),
  );
  if (strong === undefined) return [];
  const { from, to } = strong;
  return [{ kind: 'title', words: quote(text, tokens, from, to), from, to }];
}
