import type { Heard } from '../hear.ts';
import { quote } from '../lexicon/names.ts';
import type { Tag } from '../parts/tag.ts';
import { generic } from '../parts/tagged-parts.ts';
import { runsOfTags } from '../parts/tag-runs.ts';
import type { TagRun } from '../parts/tag-runs.ts';
import { isFrameWord } from '../parts/tag-words.ts';
import { kindsOf } from '../parts/word-features.ts';
import type { NounTitle } from './noun-title.ts';
import { titleOf } from './title.ts';

/** The first words that are most likely what the meeting is called, and that nothing else explains. */
export function taggedTitle({ text, tokens, said }: Heard, tags: readonly Tag[]): NounTitle | undefined {
  const kinds = kindsOf(tokens, said);
  const found = runsOfTags(tokens, tags).find(
    ({ tag, from, to }) =>
      tag === 'title' &&
      tokens
        .slice(from, to)
        .some(
          ({ text: word }, at) =>
            /^\p{L}{2,}/u.test(word) && kinds[from + at] === 'free' && !generic.test(word),
        ),
  );
  if (found === undefined || !isClauseKnown(tokens, kinds, tags, found)) return undefined;
  const title = titleOf('', quote(text, tokens, found.from, found.to));
  return title === '' ? undefined : { title, from: found.from, to: found.to };
}

/** Tags of words that make no part of a meeting. */
const remarks: ReadonlySet<Tag> = new Set(['none', 'reason', 'note']);

const ends = /^[,.;!?:]$/;

/** "her phone keeps going to voicemail": beside further words that nobody knows it is a remark and no name. */
function isClauseKnown(
  tokens: Heard['tokens'],
  kinds: readonly string[],
  tags: readonly Tag[],
  { from, to }: TagRun,
): boolean {
  const isUnknown = (at: number): boolean =>
    kinds[at] === 'free' && remarks.has(tags[at] ?? 'none') && !isFrameWord(tokens[at]?.text ?? '');
  for (let at = from - 1; at >= 0 && !ends.test(tokens[at]?.text ?? ''); at -= 1)
    if (isUnknown(at)) return false;
  for (let at = to; at < tokens.length && !ends.test(tokens[at]?.text ?? ''); at += 1)
    if (isUnknown(at)) return false;
  return true;
}
