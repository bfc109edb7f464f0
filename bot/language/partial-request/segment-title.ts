import type { Token } from '../grammar/token.ts';
import { isActionVerb } from '../rows/action-rows.ts';
import { endsBefore } from './free-text.ts';
import type { Said } from './free-text.ts';
import { quote } from '../lexicon/names.ts';
import { isFree, mayName } from './noun-title.ts';
import type { NounTitle } from './noun-title.ts';
import { titleOf } from './title.ts';

interface Segment {
  readonly from: number;
  readonly to: number;
  /** Whether more than a comma sets it off on both sides. */
  readonly apart: boolean;
}

const mostTokens = 8;
const fewestFreeWords = 2;
const article = /^(?:the|our|a|an|my)$/;
const joint = /^(?:the|our|a|an|of|for|and|&|\+)$/;

/**
 * "30 min with Dan tomorrow - firewall rules", "schedule the vendor selection with Carol": words that stand by
 * themselves, or as what is asked for, and that nobody explains name the meeting. Verbs and pronouns make it a
 * remark, and beside somebody's name it may be another's.
 */
export function segmentTitle(
  text: string,
  tokens: readonly Token[],
  said: readonly Said[],
): NounTitle | undefined {
  const title = (from: number, to: number): NounTitle => ({
    title: titleOf('', quote(text, tokens, from, to)),
    from,
    to,
  });
  for (const { from, to, apart } of segmentsOf(text, tokens)) {
    const isEdge = from === 0 || to >= tokens.length - 1;
    if (isActionVerb(tokens[from]?.text ?? '')) continue;
    if (!apart && !(isEdge && !besidePeople(said, from, to))) continue;
    if (isName(text, tokens, said, from, to)) return title(from, to);
  }
  const asked = askedFor(tokens, said);
  return asked === undefined ? undefined : title(asked.from, asked.to);
}

function segmentsOf(text: string, tokens: readonly Token[]): Segment[] {
  const isComma = (at: number): boolean =>
    /^[,:]$/.test(tokens[at]?.text ?? '') && tokens[at + 1]?.spaced !== false;
  const isStrong = (at: number): boolean => endsBefore(text, tokens, at);
  const segments: Segment[] = [];
  let from = 0;
  let strongBefore = true;
  for (let at = 0; at <= tokens.length; at += 1) {
    const strong = isStrong(at);
    if (!strong && !isComma(at)) continue;
    if (at > from) segments.push({ from, to: at, apart: strongBefore && strong });
    // A new line ends a segment without a sign of its own.
    from = /^[\p{L}\d@"']/u.test(tokens[at]?.text ?? '') ? at : at + 1;
    strongBefore = strong || tokens[at]?.text === ':';
  }
  return segments;
}

const besidePeople = (said: readonly Said[], from: number, to: number): boolean =>
  said.some(
    ({ fact, ...item }) => fact.about === 'attendees' && (item.to === from - 1 || item.from === to + 1),
  );

/** Two words with capitals may be somebody whom nobody knows. */
function isName(
  text: string,
  tokens: readonly Token[],
  said: readonly Said[],
  from: number,
  to: number,
): boolean {
  if (to - from > mostTokens) return false;
  const all = tokens.slice(from, to);
  if (!all.every(({ text: word }, index) => joint.test(word) || mayName(tokens, said, from + index)))
    return false;
  const free = all.filter(
    ({ text: word }, index) => /^\p{L}{2,}$/u.test(word) && isFree(tokens, said, from + index),
  );
  const capitals = free.filter(({ start }) => /^\p{Lu}/u.test(text.slice(start)));
  return free.length >= fewestFreeWords && !(free.length === 2 && all.length === 2 && capitals.length === 2);
}

/** What stands between an article, or the beginning, and "with". */
function askedFor(
  tokens: readonly Token[],
  said: readonly Said[],
): { readonly from: number; readonly to: number } | undefined {
  const to = tokens.findIndex(({ text: word }) => word === 'with' || word === 'w');
  let from = to;
  while (from > 0 && to - from < mostTokens && mayName(tokens, said, from - 1)) from -= 1;
  const free = tokens.slice(from, to).filter((_, index) => isFree(tokens, said, from + index)).length;
  const isObject = article.test(tokens[from - 1]?.text ?? '') && free > 0;
  return to > 0 && (isObject || (from === 0 && free >= fewestFreeWords)) ? { from, to } : undefined;
}
