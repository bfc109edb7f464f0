import type { Token } from '../grammar/token.ts';
import type { Tag } from './tag.ts';

/** Words in a row that are part of one thing. */
export interface TagRun {
  readonly tag: Tag;
  readonly from: number;
  readonly to: number;
}

/** The runs of words with one tag, without signs at their edges. */
export function runsOfTags(tokens: readonly Token[], tags: readonly Tag[]): TagRun[] {
  const runs: TagRun[] = [];
  for (let from = 0; from < tags.length;) {
    let to = from + 1;
    while (to < tags.length && tags[to] === tags[from]) to += 1;
    const tag = tags[from] ?? 'none';
    let [first, end] = [from, to];
    while (first < end && isSign(tokens[first])) first += 1;
    while (end > first && isSign(tokens[end - 1])) end -= 1;
    if (tag !== 'none' && end > first) runs.push({ tag, from: first, to: end });
    from = to;
  }
  return runs;
}

const isSign = (token: Token | undefined): boolean => !/[\p{L}\d#]/u.test(token?.text ?? '');
