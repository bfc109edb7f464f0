import type { StartGrid } from './start-grid.ts';

/**
 * Adds `weight` to every start of the grid that the pairs cover, as steps up and down: a running sum over `steps`
 * gives the weights. A pair covers the starts from its first number plus `shiftFirst` to its second plus `shiftLast`,
 * both included. Pairs are sorted by their first number; where they overlap the weight is added once. Returns how
 * many starts are covered.
 */
export function addCoverage(
  steps: Int32Array,
  { origin, indexFrom }: StartGrid,
  pairs: readonly number[],
  shiftFirst: number,
  shiftLast: number,
  weight: number,
): number {
  const last = indexFrom.length - 1;
  const fromShift = shiftFirst - origin;
  const toShift = shiftLast + 1 - origin;
  let reached = 0;
  let covered = 0;
  for (let pair = 0; pair < pairs.length; pair += 2) {
    // Integers and a clamp without calls: this loop runs for every busy time of everybody.
    const from = ((pairs[pair] ?? 0) + fromShift) | 0;
    const to = ((pairs[pair + 1] ?? 0) + toShift) | 0;
    const first = indexFrom[from < 0 ? 0 : from > last ? last : from] ?? 0;
    const begin = first < reached ? reached : first;
    const end = indexFrom[to < 0 ? 0 : to > last ? last : to] ?? 0;
    if (begin < end) {
      steps[begin] = (steps[begin] ?? 0) + weight;
      steps[end] = (steps[end] ?? 0) - weight;
      covered += end - begin;
      reached = end;
    }
  }
  return covered;
}

/** Turns steps into the weights at each start, in place; the last element is beyond the grid. */
export function sumSteps(steps: Int32Array): Int32Array {
  let sum = 0;
  for (let index = 0; index < steps.length; index++) {
    sum += steps[index] ?? 0;
    steps[index] = sum;
  }
  return steps;
}
