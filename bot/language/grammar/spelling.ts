import { wordDistance } from '../../../workflows/domain/people/word-distance.ts';
import type { Token } from './token.ts';

/**
 * Replaces misspelt words by the words that they are nearest to: one mistake (a letter more, less, other or two
 * swapped) in short words, two in long ones, never in the first letter. Words that are known stay as they are.
 */
export function correctSpelling(
  tokens: readonly Token[],
  targets: readonly string[],
  isKnown: (word: string) => boolean,
): Token[] {
  const corrections = new Map<string, string>();
  return tokens.map((token) => {
    const { text } = token;
    if (text.length < 4 || text.length > 14 || !/^\p{L}+$/u.test(text) || isKnown(text)) return token;
    let corrected = corrections.get(text);
    if (corrected === undefined) {
      corrected = nearest(text, targets);
      corrections.set(text, corrected);
    }
    return corrected === text ? token : { ...token, text: corrected };
  });
}

function nearest(word: string, targets: readonly string[]): string {
  let best = word;
  let bestDistance = word.length >= 8 ? 3 : 2;
  for (const target of targets) {
    if (target[0] !== word[0] || Math.abs(target.length - word.length) >= bestDistance) continue;
    if (target.length < 5) continue;
    const found = wordDistance(word, target);
    if (found < bestDistance) {
      best = target;
      bestDistance = found;
    }
  }
  return best;
}
