import type { Which } from '../meaning/frame.ts';

/** Beginnings of the words for places in a row, in all languages that are read. */
const places: readonly (readonly [place: number, words: RegExp])[] = [
  [1, /^(?:first|1st|earliest|earlier|erste|frühe|premi|tôt|primer|temprana)/],
  [2, /^(?:second|2nd|zweit|deuxi|segund|2e|2º)/],
  [3, /^(?:third|3rd|dritt|troisi|tercer|3e|3º)/],
  [4, /^(?:fourth|4th|viert|quatri|cuart)/],
  [5, /^(?:fifth|5th|fünft|fuenft|cinqui|quint)/],
  [-1, /^(?:last|final|latest|letzt|spätest|derni|últim|ultim)/],
];

const counted: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  eins: 1,
  zwei: 2,
  drei: 3,
  vier: 4,
  fünf: 5,
  un: 1,
  deux: 2,
  trois: 3,
  quatre: 4,
  cinq: 5,
  uno: 1,
  dos: 2,
  tres: 3,
  cuatro: 4,
  cinco: 5,
};

/** "1st" comes as two tokens. */
const joined = (words: readonly string[]): string[] =>
  words
    .join(' ')
    .replace(/(\d) (st|nd|rd|th|er|e|ème)(?= |$)/gu, '$1$2')
    .split(' ');

const mostOptions = 9;

/** Which of the offered times the words name, from 1 on; `-1` is the last. "one" in "the second one" counts nothing. */
export function optionIn(spelled: readonly string[]): number | undefined {
  const words = joined(spelled);
  for (const word of words) {
    const place = places.find(([, begins]) => begins.test(word));
    if (place !== undefined) return place[0];
  }
  for (const word of words) {
    const number = /^[1-9]$/.test(word) ? Number(word) : counted[word];
    if (number !== undefined && number <= mostOptions) return number;
  }
  const letter = words.find((word) => /^[a-e]$/.test(word));
  return letter === undefined ? undefined : letter.charCodeAt(0) - 'a'.charCodeAt(0) + 1;
}

/** "my next meeting", "tomorrow's first": where in the row of meetings. */
export function orderIn(spelled: readonly string[]): Which['order'] {
  const words = joined(spelled);
  if (words.some((word) => /^(?:last|latest|letzt|derni|últim|ultim)/.test(word))) return 'last';
  if (words.some((word) => /^(?:first|1st|1er|earliest|erste|premi|primer)/.test(word))) return 'first';
  const next = /^(?:next|nxt|upcoming|nächst|naechst|prochain|suivant|próxim|proxim|siguiente)/;
  return words.some((word) => next.test(word)) ? 'next' : undefined;
}
