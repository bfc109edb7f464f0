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
    const found = distance(word, target);
    if (found < bestDistance) {
      best = target;
      bestDistance = found;
    }
  }
  return best;
}

/** Damerau and Levenshtein's distance, with swaps of neighbours only. */
function distance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1);
      }
      row.push(cost);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
