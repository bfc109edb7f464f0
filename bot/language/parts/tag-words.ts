import { bucketOf, unpack } from '../learned/weights.ts';
import type { StoredWeights, Weights } from '../learned/weights.ts';
import learned from './tables/words.json' with { type: 'json' };
import { tags } from './tag.ts';
import type { Tag } from './tag.ts';

/** What was learned of words: weights of features by tags, and the words that were met more than once. */
export interface StoredTags {
  readonly weights: StoredWeights;
  /** Separated by spaces. */
  readonly words: string;
}

interface TagTable {
  readonly weights: Weights;
  readonly words: ReadonlySet<string>;
}

let table: TagTable | undefined;

/** Unpacks a table; once for the learned one, at its first use. */
function readTags({ weights, words }: StoredTags): TagTable {
  return { weights: unpack(weights), words: new Set(words.split(' ')) };
}

const learnedTable = (): TagTable => (table ??= readTags(learned));

/** The feature that a word stands after one of this tag; the first word stands after `start`. */
export const afterFeature = (tag: Tag | 'start'): string => `after ${tag}`;

/** Whether the word was met more than once among the sentences that were learned from. */
export function isLearnedWord(word: string): boolean {
  return learnedTable().words.has(word);
}

function weightOf(word: string, tag: Tag): number {
  const { values, buckets } = learnedTable().weights;
  return values[bucketOf(`w ${word}`, buckets) * tags.length + tags.indexOf(tag)] ?? 0;
}

/** So much more often beside names than in them. */
const leastOfFrame = 8;

/** Whether the word stands in names much more often than beside them. */
export function isTitleWord(word: string): boolean {
  return isLearnedWord(word) && weightOf(word, 'title') - weightOf(word, 'none') >= leastOfFrame;
}

/** Whether the word is no mere joint or verb of commands: it stood in names, or nowhere. */
export function mayBeInTitle(word: string): boolean {
  return !isLearnedWord(word) || weightOf(word, 'none') - weightOf(word, 'title') < leastOfFrame;
}

/** Whether the word, as a verb of commands, hardly ever names anything. */
export function isFrameWord(word: string): boolean {
  return isLearnedWord(word) && !mayBeInTitle(word);
}

/** What the words are most likely part of, all together (Viterbi), by their features. */
export function tagWords(
  found: readonly (readonly string[])[],
  { values, buckets }: Pick<Weights, 'buckets'> & { readonly values: ArrayLike<number> } = learnedTable()
    .weights,
): Tag[] {
  const width = tags.length;
  const rowOf = (feature: string): number => bucketOf(feature, buckets) * width;
  const after = [...tags, 'start' as const].map((tag) => rowOf(afterFeature(tag)));
  let scores = new Float64Array(width);
  const ways: Uint8Array[] = [];
  found.forEach((features, at) => {
    const rows = features.map(rowOf);
    const next = new Float64Array(width);
    const way = new Uint8Array(width);
    for (let tag = 0; tag < width; tag += 1) {
      let own = 0;
      for (const row of rows) own += values[row + tag] ?? 0;
      let best = at === 0 ? (values[(after[width] ?? 0) + tag] ?? 0) : -Infinity;
      for (let before = 0; at > 0 && before < width; before += 1) {
        const total = (scores[before] ?? 0) + (values[(after[before] ?? 0) + tag] ?? 0);
        if (total > best) {
          best = total;
          way[tag] = before;
        }
      }
      next[tag] = own + best;
    }
    scores = next;
    ways.push(way);
  });
  const said: Tag[] = [];
  let tag = scores.indexOf(Math.max(...scores));
  for (let at = found.length - 1; at >= 0; at -= 1) {
    said.push(tags[tag] ?? 'none');
    tag = ways[at]?.[tag] ?? 0;
  }
  return said.reverse();
}
