import { foldings } from '../../../workflows/domain/people/letters.ts';
import type { Token } from '../grammar/token.ts';

/** Signs inside a name: O'Brien, Jean-Luc, J. Doe; a comma where the family name comes first: Keller, Bob. */
const joint = /^['’.,-]$/;

/** The token after a name of these plain words; undefined where the tokens are others. */
export function endOfName(
  tokens: readonly Token[],
  at: number,
  words: readonly string[],
): number | undefined {
  let next = at;
  for (const [index, word] of words.entries()) {
    if (index > 0 && joint.test(tokens[next]?.text ?? '')) next += 1;
    if (!foldings(tokens[next]?.text ?? '').includes(word)) return undefined;
    next += 1;
  }
  return next;
}

/** The token that begins at an offset of the text or after it. */
export function tokenAt(tokens: readonly Token[], offset: number): number {
  const found = tokens.findIndex(({ start }) => start >= offset);
  return found === -1 ? tokens.length : found;
}
