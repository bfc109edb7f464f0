import type { Token } from '../grammar/token.ts';
import type { Said } from '../partial-request/free-text.ts';
import type { Act } from '../meaning/act.ts';

/** What the chart makes of each word; `free` where nothing explains it. */
export function kindsOf(tokens: readonly Token[], said: readonly Said[]): string[] {
  const kinds = tokens.map(() => 'free');
  for (const { from, to, fact, textFrom } of said) {
    const kind = fact.about === 'ask' && fact.noun !== undefined ? 'kind' : fact.about;
    kinds.fill(kind, from, textFrom ?? to);
    if (textFrom !== undefined) kinds.fill('about', textFrom, to);
  }
  return kinds;
}

/** The letters' case, digits and signs: "Aa" for a word with a capital. */
function shapeOf(text: string, { start, end }: Token): string {
  const word = text.slice(start, end);
  if (/^\d+$/.test(word)) return word.length > 2 ? '000' : '0';
  if (!/\p{L}/u.test(word)) return '.';
  if (/^\p{Lu}+$/u.test(word) && word.length > 1) return 'AA';
  return /^\p{Lu}/u.test(word) ? 'Aa' : 'a';
}

/** What tells of the word at each place what it is part of: the words, and what the chart found, around it. */
export function wordFeatures(
  text: string,
  tokens: readonly Token[],
  said: readonly Said[],
  act: Act,
): string[][] {
  const kinds = kindsOf(tokens, said);
  const word = (at: number): string => tokens[at]?.text ?? (at < 0 ? '^' : '$');
  const kind = (at: number): string => kinds[at] ?? (at < 0 ? '^' : '$');
  return tokens.map((token, at) => {
    const [w, k] = [word(at), kind(at)];
    return [
      `w ${w}`,
      `wa ${w} ${act}`,
      `k ${k} ${act}`,
      `kw ${k} ${w}`,
      `p ${word(at - 1)}`,
      `pk ${word(at - 1)} ${k}`,
      `pa ${word(at - 1)} ${act}`,
      `pp ${word(at - 2)} ${word(at - 1)}`,
      `n ${word(at + 1)}`,
      `nk ${word(at + 1)} ${k}`,
      `nn ${word(at + 1)} ${word(at + 2)}`,
      `pw ${word(at - 1)} ${w}`,
      `wn ${w} ${word(at + 1)}`,
      `kk ${kind(at - 1)} ${k} ${kind(at + 1)}`,
      `kp ${kind(at - 1)} ${k} ${act}`,
      `kn ${k} ${kind(at + 1)} ${act}`,
      `k2 ${kind(at - 2)} ${kind(at - 1)} ${k}`,
      `kn2 ${k} ${kind(at + 1)} ${kind(at + 2)}`,
      `s ${shapeOf(text, token)} ${k}`,
      `sp ${shapeOf(text, token)} ${word(at - 1)}`,
      `e ${w.slice(-3)} ${k}`,
      `at ${String(Math.min(at, 2))} ${k} ${act}`,
      `f ${word(0)} ${word(1)} ${k}`,
    ];
  });
}
