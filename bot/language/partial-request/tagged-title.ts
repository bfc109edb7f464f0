import type { Heard } from '../hear.ts';
import { quote } from '../lexicon/names.ts';
import type { Tag } from '../parts/tag.ts';
import { runsOfTags } from '../parts/tag-runs.ts';
import { kindsOf } from '../parts/word-features.ts';
import type { NounTitle } from './noun-title.ts';
import { titleOf } from './title.ts';

/** The first words that are most likely what the meeting is called, and that nothing else explains. */
export function taggedTitle({ text, tokens, said }: Heard, tags: readonly Tag[]): NounTitle | undefined {
  const kinds = kindsOf(tokens, said);
  const found = runsOfTags(tokens, tags).find(
    ({ tag, from, to }) =>
      tag === 'title' &&
      tokens.slice(from, to).some(({ text: word }, at) => /^\p{L}{2,}/u.test(word) && kinds[from + at] === 'free'),
  );
  if (found === undefined) return undefined;
  const title = titleOf('', quote(text, tokens, found.from, found.to));
  return title === '' ? undefined : { title, from: found.from, to: found.to };
}
