import { scaleOf, softmax } from '../language/learned/weights.ts';
import type { Weights } from '../language/learned/weights.ts';

/** A sentence as its features' buckets, and the classes that are right. */
export interface Lesson {
  readonly found: readonly number[];
  /** Indices into the classes; any of them will do. */
  readonly right: readonly number[];
  /** How much it counts; 1 when absent. */
  readonly weight?: number;
}

/** How far and how fast is learned. */
export interface Schedule {
  readonly rounds: number;
  readonly rate: number;
  readonly seed: number;
}

/** A linear congruential generator (Knuth's constants as in glibc), so that every machine learns the same. */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return state / 0x7fffffff;
  };
}

/** Weights of two steps change no decision and are most of a table. */
const stored = (steps: number): number => (Math.abs(steps) <= 2 ? 0 : Math.max(-127, Math.min(127, steps)));

/** Features are dropped where they occur in fewer lessons. */
const rarest = 2;
const step = 0.05;

/**
 * Learns the weights of a log-linear model by AdaGrad (Duchi, Hazan, Singer 2011) on the likelihood that one of the
 * right classes is chosen. The same lessons give the same weights.
 */
export function learnWeights(
  lessons: readonly Lesson[],
  classes: readonly string[],
  buckets: number,
  { rounds, rate, seed }: Schedule,
): Weights {
  const width = classes.length;
  const weights = new Float32Array(buckets * width);
  const squares = new Float32Array(buckets * width).fill(1e-8);
  const seen = new Uint32Array(buckets);
  for (const { found } of lessons) for (const bucket of found) seen[bucket] = (seen[bucket] ?? 0) + 1;
  const kept = lessons.map((lesson) => ({
    ...lesson,
    scale: scaleOf(lesson.found.length),
    found: lesson.found.filter((bucket) => (seen[bucket] ?? 0) >= rarest),
  }));
  const next = random(seed);
  for (let round = 0; round < rounds; round += 1) {
    for (let at = kept.length - 1; at > 0; at -= 1) {
      const other = Math.floor(next() * (at + 1));
      [kept[at], kept[other]] = [kept[other] as (typeof kept)[number], kept[at] as (typeof kept)[number]];
    }
    for (const { found, right, scale, weight = 1 } of kept) {
      const scores = new Float64Array(width);
      for (const bucket of found)
        for (let index = 0; index < width; index += 1)
          scores[index] = (scores[index] ?? 0) + (weights[bucket * width + index] ?? 0);
      const chances = softmax(scores, 1 / scale);
      const mass = right.reduce((sum, index) => sum + (chances[index] ?? 0), 1e-9);
      for (let index = 0; index < width; index += 1) {
        const chance = chances[index] ?? 0;
        const error = chance - (right.includes(index) ? chance / mass : 0);
        if (Math.abs(error) < 1e-4) continue;
        const gradient = (weight * error) / scale;
        for (const bucket of found) {
          const at = bucket * width + index;
          const square = (squares[at] ?? 0) + gradient * gradient;
          squares[at] = square;
          weights[at] = (weights[at] ?? 0) - (rate * gradient) / Math.sqrt(square);
        }
      }
    }
  }
  const values = new Int8Array(weights.length);
  for (let at = 0; at < weights.length; at += 1) values[at] = stored(Math.round((weights[at] ?? 0) / step));
  return { buckets, classes, step, values };
}
