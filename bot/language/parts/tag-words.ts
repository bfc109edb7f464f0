import type { Tag } from './tag.ts';
import { tags } from './tag.ts';
import { tagWeights } from './tag-weights.ts';

/** The weights of what was learned: of features and of one tag after another, by the tags' places in `tags`. */
interface TagTable {
  readonly features: ReadonlyMap<string, readonly (readonly [tag: number, weight: number])[]>;
  /** `[before][tag]`; the last line is of the first word. */
  readonly after: readonly (readonly number[])[];
}

/** Reads a table: a line for what may follow what, then a line for each feature. */
export function readTagTable(table: string): TagTable {
  const [head = '', ...lines] = table.split('\n');
  const features = new Map(
    lines.map((line) => {
      const [feature = '', ...pairs] = line.split('\t');
      return [
        feature,
        pairs.map((pair) => [parseInt(pair.charAt(0), 36), Number(pair.slice(1))] as const),
      ] as const;
    }),
  );
  return { features, after: head.split(';').map((row) => row.split(' ').map(Number)) };
}

/** So much more often beside names than in them. */
const leastOfFrame = 8;

let learned: TagTable | undefined;

const table = (): TagTable => (learned ??= readTagTable(tagWeights));

/** Whether the word stood often enough among the sentences that were learned from. */
export function isLearnedWord(word: string): boolean {
  return table().features.has(`w ${word}`);
}

/** Whether the word, as a verb of commands, hardly ever names anything. */
export function isFrameWord(word: string): boolean {
  return isLearnedWord(word) && !mayBeInTitle(word);
}

/** Whether the word is no mere joint or verb of commands: it stood in names, or nowhere. */
export function mayBeInTitle(word: string): boolean {
  const weights = table().features.get(`w ${word}`) ?? [];
  const weightOf = (name: Tag): number => weights.find(([tag]) => tags[tag] === name)?.[1] ?? 0;
  return weightOf('none') - weightOf('title') < leastOfFrame;
}

/** What the words are most likely part of, all together, by their features. */
export function tagWords(found: readonly (readonly string[])[], { features, after } = table()): Tag[] {
  let scores: number[] = [];
  const ways: number[][] = [];
  found.forEach((names, at) => {
    const own = tags.map(() => 0);
    for (const name of names)
      for (const [tag, weight] of features.get(name) ?? []) own[tag] = (own[tag] ?? 0) + weight;
    const way: number[] = [];
    scores = own.map((score, tag) => {
      if (at === 0) return score + (after[tags.length]?.[tag] ?? 0);
      let [best, from] = [-Infinity, 0];
      scores.forEach((before, other) => {
        const total = before + (after[other]?.[tag] ?? 0);
        if (total > best) [best, from] = [total, other];
      });
      way[tag] = from;
      return score + best;
    });
    ways.push(way);
  });
  const said: Tag[] = [];
  let tag = scores.indexOf(Math.max(...scores));
  for (let at = found.length - 1; at >= 0; at -= 1) {
    said.unshift(tags[tag] ?? 'none');
    tag = ways[at]?.[tag] ?? 0;
  }
  return said;
}
