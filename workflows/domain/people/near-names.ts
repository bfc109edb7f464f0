import { plainLetters } from './letters.ts';
import { nameWords } from './spellings.ts';
import { wordDistance } from './word-distance.ts';

/** Letters that sound alike, roughly as English, German, French and Spanish speakers hear them. */
const alike: readonly (readonly [RegExp, string])[] = [
  [/ph/g, 'f'],
  [/ck|[cq]/g, 'k'],
  [/kh|gh/g, 'k'],
  [/th|dt/g, 't'],
  [/[zx]/g, 's'],
  [/[yj]/g, 'i'],
  [/w/g, 'v'],
  [/h/g, ''],
  [/(.)\1+/g, '$1'],
];

const sound = (word: string): string => alike.reduce((heard, [sign, as]) => heard.replace(sign, as), word);

/** How far a word is from a word of a name; undefined where nobody would take one for the other. */
function farFrom(word: string, of: string): number | undefined {
  if (word === of) return 0;
  if (word.length < 3 || of.length < 2) return undefined;
  const [heard, ofHeard] = [sound(word), sound(of)];
  if (heard === ofHeard) return 1;
  if (of.startsWith(word)) return 2;
  if (word.length < 4 && word[0] !== of[0]) return undefined;
  const most = word.length < 6 ? 1 : 2;
  if (Math.abs(word.length - of.length) > 2) return undefined;
  const distance = Math.min(wordDistance(word, of), wordDistance(heard, ofHeard));
  return distance <= most ? distance + 2 : undefined;
}

/**
 * Whom misspelt or misheard words may mean, the nearest first, at most `limit`: each word is near a word of the name.
 * Of those as near, who comes first in `people` goes first.
 */
export function nearestNames<Named extends { readonly displayName: string }>(
  words: readonly string[],
  people: readonly Named[],
  limit: number,
): readonly Named[] {
  if (words.length === 0) return [];
  const wanted = words.map(plainLetters);
  return people
    .flatMap((person) => {
      const own = nameWords(person.displayName).map(plainLetters);
      const far = wanted.map((word) =>
        Math.min(...own.map((of) => farFrom(word, of) ?? Number.POSITIVE_INFINITY)),
      );
      const sum = far.reduce((total, one) => total + one, 0);
      return Number.isFinite(sum) ? [{ person, sum }] : [];
    })
    .sort((a, b) => a.sum - b.sum)
    .slice(0, limit)
    .map(({ person }) => person);
}
