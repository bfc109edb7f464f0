import { isSameWord } from './letters.ts';
import { nameWords, nicknamesOf, spellingsOf } from './spellings.ts';

function isSpelled(words: readonly string[], spelling: readonly string[]): boolean {
  return words.length === spelling.length && words.every((word, at) => isSameWord(word, spelling[at] ?? ''));
}

/** Those whom the words name: by their whole name before a part of it, by a nickname where nobody bears the name itself. */
export function namesakes<Named extends { readonly displayName: string }>(
  words: readonly string[],
  people: readonly Named[],
): readonly Named[] {
  if (words.length === 0) return [];
  const whole = people.filter(({ displayName }) => isSpelled(words, nameWords(displayName)));
  if (whole.length > 0) return whole;
  const named = people.filter(({ displayName }) =>
    spellingsOf(displayName).some((spelling) => isSpelled(words, spelling)),
  );
  if (named.length > 0) return named;
  const [only = '', ...more] = words;
  return more.length > 0
    ? []
    : people.filter(({ displayName }) => nicknamesOf(displayName).some((name) => isSameWord(name, only)));
}
