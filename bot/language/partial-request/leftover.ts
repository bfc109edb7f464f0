import type { Token } from '../grammar/token.ts';
import { quote } from '../lexicon/names.ts';
import type { Tag } from '../parts/tag.ts';
import { kindsOf } from '../parts/word-features.ts';
import { isFrameWord } from '../parts/tag-words.ts';
import type { Said } from './free-text.ts';

/** A word that only joins others. */
const isJoint =
  /^(?:for|of|to|in|on|at|by|the|and|or|with|from|a|an|as|al|del|las?|le|l|à|au|du|des?|auf|bis|von|um|am)$/i;

/** The words that nothing explains, in runs; signs and joints alone are not quoted. */
export function leftoverOf(
  text: string,
  tokens: readonly Token[],
  said: readonly Said[],
  tags: readonly Tag[],
): string[] {
  const explained = tokens.map(() => false);
  for (const { from, to, fact } of said) {
    // Understood, and nothing that can be done: "every Monday".
    explained.fill(fact.about !== 'unsupported', from, to);
  }
  // The verb that a sentence begins with is what was acted on.
  const kinds = kindsOf(tokens, said);
  const verb = kinds.findIndex((kind) => kind !== 'filler');
  const isFirst = !said.some(({ fact, from }) => fact.about === 'ask' && from < verb);
  if (isFirst && kinds[verb] === 'free' && tags[verb] === 'none' && isFrameWord(tokens[verb]?.text ?? ''))
    explained[verb] = true;
  return runsOf(text, tokens, explained);
}

/** The words that are not explained, as they were written. */
export function runsOf(text: string, tokens: readonly Token[], explained: readonly boolean[]): string[] {
  const leftover: string[] = [];
  for (let at = 0; at < tokens.length;) {
    const end = explained.indexOf(true, at);
    const to = end === -1 ? tokens.length : end;
    const words = to > at ? quote(text, tokens, at, to).replace(/^[,;:]\s*/, '') : '';
    if (/[\p{L}\d]/u.test(words) && !isJoint.test(words)) leftover.push(words);
    at = to > at ? to : at + 1;
  }
  return leftover;
}
