import type { Token } from '../grammar/token.ts';
import type { Said } from './free-text.ts';
import { isMeal } from '../rows/meals.ts';
import { quote } from '../lexicon/names.ts';
import { titleOf } from './title.ts';

/** A title made from a kind of meeting, and the tokens before it that it took. */
export interface NounTitle {
  readonly title: string;
  readonly from: number;
  readonly to: number;
}

/** More words than these before the noun are no name. */
const mostWords = 6;

/**
 * "a design review", "the Q3 budget meeting": the words that nobody else explains, and the kind of meeting that
 * they stand before. Weak kinds such as "call" name nothing alone.
 */
export function nounTitle(
  text: string,
  tokens: readonly Token[],
  said: readonly Said[],
): NounTitle | undefined {
  for (const { fact, from, to } of said) {
    const mealAt = fact.about === 'when' ? mealIn(tokens, from, to) : undefined;
    const meal = mealAt !== undefined;
    const noun = fact.about === 'ask' ? fact.noun : undefined;
    if (!meal && noun === undefined) continue;
    let start = mealAt ?? from;
    while (start > 0 && (mealAt ?? from) - start < mostWords && mayName(tokens, said, start - 1)) start -= 1;
    while (start < (mealAt ?? from) && leading.test(tokens[start]?.text ?? '')) start += 1;
    const end = mealAt !== undefined ? mealAt + 1 : endOfNoun(tokens, said, to, noun === 'strong');
    if (noun === 'weak' && start === from && end === to) continue;
    return { title: titleOf('', quote(text, tokens, start, end)), from: start, to: end };
  }
  return namedAfter(text, tokens, said);
}

/** "planning session", "review of the Q4 numbers". */
function endOfNoun(tokens: readonly Token[], said: readonly Said[], to: number, isStrong: boolean): number {
  const next = said.find(({ from, fact }) => from === to && fact.about === 'ask' && fact.noun !== undefined);
  let end = next?.to ?? to;
  const joints = isStrong ? /^(?:of|for|on|de|des|du|d|von|zum|zur|sur)$/ : /^(?:of|for|d|de|des|du)$/;
  const isFollowing = (at: number): boolean =>
    tokens[at]?.spaced === true && !joints.test(tokens[at].text) && isFree(tokens, said, at);
  // "Workshop Vertrieb", "atelier ventes"
  while (isStrong && end - to < mostWords && isFollowing(end)) end += 1;
  if (!joints.test(tokens[end]?.text ?? '')) return end;
  let at = tokens[end + 1]?.text === "'" ? end + 2 : end + 1;
  if (tokens[end]?.text !== 'of' && !/^\p{L}/u.test(tokens[at]?.text ?? '')) return end;
  while (article.test(tokens[at]?.text ?? '')) at += 1;
  while (at < tokens.length && at - end < mostWords + 2 && mayName(tokens, said, at)) {
    at += 1;
    end = at;
  }
  return end;
}

/** "a session on data privacy", "meeting with Dan: budget": what nobody explains after such a word. */
function namedAfter(text: string, tokens: readonly Token[], said: readonly Said[]): NounTitle | undefined {
  for (let from = 1; from < tokens.length; from += 1) {
    if (!/^(?:on|for|:|für|pour|para)$/.test(tokens[from - 1]?.text ?? '')) continue;
    let begin = from;
    while (article.test(tokens[begin]?.text ?? '')) begin += 1;
    const first = describing.test(tokens[begin]?.text ?? '') ? begin + 1 : begin;
    if (!isFree(tokens, said, first)) continue;
    if (!/\p{L}/u.test(tokens[first]?.text ?? '')) continue;
    let to = first + 1;
    while (to < tokens.length && to - begin < mostWords && mayName(tokens, said, to)) to += 1;
    return { title: titleOf('', quote(text, tokens, begin, to)), from: begin, to };
  }
  return undefined;
}

/** Where a meal is named: "lunch with Bob", "Thursday lunch with Bob". */
function mealIn(tokens: readonly Token[], from: number, to: number): number | undefined {
  if (isMeal(tokens, from)) return from;
  const last = to - 1;
  return isMeal(tokens, last) && /^(?:with|w|for|mit|avec|con)$/.test(tokens[to]?.text ?? '')
    ? last
    : undefined;
}

const article = /^(?:the|our|all|my|a|an|this|that|your|their|his|her)$/;
/** Words before a name that are not part of it. */
const leading = /^(?:for|on|about|re|in|at|of|to|and|or|before|after|until|till|during|since|following)$/;
/** Words that say nothing alone and may be part of a name. */
const describing = /^(?:new|long|great|open|best|weekly|daily|monthly|quarterly|team)$/;

/** Whether a word may stand in a meeting's name: nobody else explains it, or it is a kind of meeting itself. */
export function mayName(tokens: readonly Token[], said: readonly Said[], at: number): boolean {
  if (isFree(tokens, said, at) || isHyphenated(tokens, at)) return true;
  const covering = said.find(({ from, to }) => from <= at && at < to);
  if (covering === undefined || covering.to - covering.from > 1) return false;
  if (covering.fact.about === 'ask') return covering.fact.noun !== undefined;
  return covering.fact.about === 'filler' && describing.test(tokens[at]?.text ?? '');
}

/** Whether nobody explains the word. */
export function isFree(tokens: readonly Token[], said: readonly Said[], at: number): boolean {
  if (!/^[\p{L}\d&/-]+$/u.test(tokens[at]?.text ?? '')) return false;
  return !said.some(
    ({ fact, from, to }) =>
      from <= at &&
      at < to &&
      (fact.about !== 'unsupported' || to - from > 1 || tokens[at]?.text.endsWith('ly') !== true),
  );
}

/** "the Christmas party" is not on Christmas Day. */
function isFeast(tokens: readonly Token[], { from, to }: Said): boolean {
  return (
    to - from <= 2 && /^(?:christmas|xmas|easter|halloween|thanksgiving)$/.test(tokens[to - 1]?.text ?? '')
  );
}

/** "planning for Q1 … tomorrow": where another time is told, the long one is what the planning is for. */
const isOfNoun = (said: readonly Said[], item: Said): boolean =>
  said.some(({ fact, to }) => to === item.from && fact.about === 'ask' && fact.noun !== undefined) &&
  said.some(({ fact, weak }) => fact.about === 'when' && !weak);

/** "the year-end dinner" is not any time of the year. */
const isHyphenated = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.text === '-' && !tokens[at].spaced && tokens[at + 1]?.spaced === false;

/** "Q3 budget meeting": a quarter or a year right before such words is part of the name, not when to meet. */
export function releaseNames(tokens: readonly Token[], said: readonly Said[]): Said[] {
  return said.filter((item) => {
    const next = said.find(({ from }) => from === item.to);
    const isNoun = next?.fact.about === 'ask' && next.fact.noun !== undefined;
    if (item.fact.about === 'when' && isNoun && isFeast(tokens, item)) return false;
    if (item.fact.about !== 'when' || !item.weak) return true;
    if (isHyphenated(tokens, item.to) || isOfNoun(said, item)) return false;
    return !isNoun && !isFree(tokens, said, item.to);
  });
}
