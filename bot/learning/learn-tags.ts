import { hear } from '../language/hear.ts';
import { bucketOf, pack } from '../language/learned/weights.ts';
import { afterFeature, tagWords } from '../language/parts/tag-words.ts';
import type { StoredTags } from '../language/parts/tag-words.ts';
import { tags } from '../language/parts/tag.ts';
import type { Tag } from '../language/parts/tag.ts';
import { wordFeatures } from '../language/parts/word-features.ts';
import { marksIn } from './marks.ts';
import { inputFor } from './lessons.ts';
import type { LearnedSentence } from './sentences.ts';
import type { Person } from '../../workflows/domain/people/person.ts';
import { random } from './learn-weights.ts';

/** Features of one sentence's words, and the tags that its marks give them. */
export interface TagLesson {
  readonly found: readonly (readonly string[])[];
  readonly right: readonly Tag[];
  readonly words: readonly string[];
}

/** A marked sentence as a lesson. */
export function tagLesson(sentence: LearnedSentence, directory: readonly Person[]): TagLesson {
  const { text, tokens, said } = hear(inputFor(sentence, directory));
  const marks = marksIn(sentence.marked ?? '');
  return {
    found: wordFeatures(text, tokens, said, sentence.acts[0] ?? 'none'),
    right: tokens.map(
      ({ start }) => marks.find((mark) => mark.start <= start && start < mark.end)?.tag ?? 'none',
    ),
    words: tokens.map(({ text: word }) => word),
  };
}

const buckets = 131_072;
const rounds = 8;
const seed = 3;
/** Weights are kept in steps of this. */
const step = 0.3;
const rarest = 2;

/**
 * Learns by the averaged structured perceptron (Collins 2002): wherever the whole sentence is tagged wrong, the right
 * tags gain and the wrong ones lose. The same lessons give the same table.
 */
export function learnTags(lessons: readonly TagLesson[]): StoredTags {
  const width = tags.length;
  const values = new Float64Array(buckets * width);
  const sums = new Float64Array(buckets * width);
  const counts = countsOf(lessons);
  const kept = lessons.map(({ found, right }) => ({
    found: found.map((features) => features.filter((feature) => (counts.get(feature) ?? 0) >= rarest)),
    right,
  }));
  const next = random(seed);
  let turn = 1;
  const learn = (feature: string, tag: Tag, by: 1 | -1): void => {
    const at = bucketOf(feature, buckets) * width + tags.indexOf(tag);
    values[at] = (values[at] ?? 0) + by;
    sums[at] = (sums[at] ?? 0) + by * turn;
  };
  for (let round = 0; round < rounds; round += 1) {
    shuffle(kept, next);
    for (const { found, right } of kept) {
      const guess = tagWords(found, { buckets, values });
      right.forEach((tag, at) => {
        const guessed = guess[at] ?? 'none';
        const before = right[at - 1] ?? 'start';
        const guessedBefore = guess[at - 1] ?? 'start';
        if (guessed !== tag)
          for (const feature of found[at] ?? []) {
            learn(feature, tag, 1);
            learn(feature, guessed, -1);
          }
        if (guessed === tag && guessedBefore === before) return;
        learn(afterFeature(before), tag, 1);
        learn(afterFeature(guessedBefore), guessed, -1);
      });
      turn += 1;
    }
  }
  const averaged = Int8Array.from(values, (value, at) => {
    const average = Math.round((value - (sums[at] ?? 0) / turn) / step);
    return Math.abs(average) < rarest ? 0 : Math.max(-127, Math.min(127, average));
  });
  const words = [...counts].flatMap(([feature, count]) =>
    feature.startsWith('w ') && count >= rarest ? [feature.slice(2)] : [],
  );
  return {
    weights: pack({ buckets, classes: tags, step, values: averaged }),
    words: words.sort().join(' '),
  };
}

function countsOf(lessons: readonly TagLesson[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { found } of lessons)
    for (const feature of found.flat()) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  return counts;
}

function shuffle(items: unknown[], next: () => number): void {
  for (let at = items.length - 1; at > 0; at -= 1) {
    const other = Math.floor(next() * (at + 1));
    [items[at], items[other]] = [items[other], items[at]];
  }
}
