/** A learned table as JSON: what `npm run learn` writes and the product reads. */
export interface StoredWeights {
  /** How many buckets features are hashed into; a power of two. */
  readonly buckets: number;
  /** In the order of each bucket's weights. */
  readonly classes: readonly string[];
  /** What one step of a weight is worth. */
  readonly step: number;
  /** Weights from -127 to 127 in base64, runs of zeros as -128 and their length (1 to 255). */
  readonly packed: string;
}

/** The weights of a log-linear model: for each bucket one weight a class. */
export interface Weights {
  readonly buckets: number;
  readonly classes: readonly string[];
  readonly step: number;
  readonly values: Int8Array;
}

const zeros = -128;
const longestRun = 255;

/** Unpacks a table; once, at its first use. */
export function unpack({ buckets, classes, step, packed }: StoredWeights): Weights {
  const bytes = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
  const signed = new Int8Array(bytes.buffer);
  const values = new Int8Array(buckets * classes.length);
  let at = 0;
  for (let index = 0; index < signed.length; index += 1) {
    const value = signed[index] ?? 0;
    if (value === zeros) {
      index += 1;
      at += bytes[index] ?? 0;
    } else {
      values[at] = value;
      at += 1;
    }
  }
  return { buckets, classes, step, values };
}

/** The inverse of `unpack`. */
export function pack({ buckets, classes, step, values }: Weights): StoredWeights {
  const bytes: number[] = [];
  for (let at = 0; at < values.length;) {
    let end = at;
    while (end < values.length && values[end] === 0 && end - at < longestRun) end += 1;
    if (end > at + 1) bytes.push(zeros & 255, end - at);
    else {
      // A single zero stands for itself.
      bytes.push((values[at] ?? 0) & 255);
      end = at + 1;
    }
    at = end;
  }
  const letters: string[] = [];
  for (let at = 0; at < bytes.length; at += 8192)
    letters.push(String.fromCharCode(...bytes.slice(at, at + 8192)));
  return { buckets, classes, step, packed: btoa(letters.join('')) };
}

/** FNV-1a (Fowler, Noll, Vo) of a feature, as the number of its bucket. */
export function bucketOf(feature: string, buckets: number): number {
  let hash = 2_166_136_261;
  for (let at = 0; at < feature.length; at += 1) hash = Math.imul(hash ^ feature.charCodeAt(at), 16_777_619);
  return (hash >>> 0) & (buckets - 1);
}

/**
 * The probability of each class, in the order of `classes`. `found` are buckets, each counted once; their sum is scaled
 * by the root of their number, so that long sentences are not surer than short ones.
 */
export function probabilities(
  { classes, step, values }: Weights,
  found: Iterable<number>,
  count: number,
): Float64Array {
  const width = classes.length;
  const scores = new Float64Array(width);
  for (const bucket of found)
    for (let index = 0; index < width; index += 1)
      scores[index] = (scores[index] ?? 0) + (values[bucket * width + index] ?? 0);
  return softmax(scores, step / scaleOf(count));
}

/** What sums of weights are divided by. */
export function scaleOf(count: number): number {
  return Math.sqrt(Math.max(1, count)) / 3;
}

/** Turns scores into probabilities, in place. */
export function softmax(scores: Float64Array, factor: number): Float64Array {
  let top = -Infinity;
  for (const score of scores) top = Math.max(top, score * factor);
  let sum = 0;
  for (let index = 0; index < scores.length; index += 1) {
    const value = Math.exp((scores[index] ?? 0) * factor - top);
    scores[index] = value;
    sum += value;
  }
  return scores.map((value) => value / sum);
}
