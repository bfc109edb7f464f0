import type { MinuteIntervals } from '../time/day-intervals.ts';

/** Minutes at which a slot may start, as flat `[first, last, first, last, …]`: sorted, disjoint, both included. */
export type StartRanges = readonly number[];

/** Starts of slots that lie wholly inside one of the intervals. */
export function startsInside(intervals: MinuteIntervals, durationMinutes: number): StartRanges {
  const ranges: number[] = [];
  for (let index = 0; index < intervals.length; index += 2) {
    const first = intervals[index] ?? 0;
    const last = (intervals[index + 1] ?? 0) - durationMinutes;
    if (first <= last) ranges.push(first, last);
  }
  return ranges;
}

/** Starts of slots that touch one of the intervals. */
export function startsTouching(intervals: MinuteIntervals, durationMinutes: number): StartRanges {
  const ranges: number[] = [];
  for (let index = 0; index < intervals.length; index += 2) {
    ranges.push((intervals[index] ?? 0) - durationMinutes + 1, (intervals[index + 1] ?? 0) - 1);
  }
  return unionOf(ranges);
}

/** Sorts and joins ranges in any order. */
export function unionOf(ranges: StartRanges): StartRanges {
  const pairs: [number, number][] = [];
  for (let index = 0; index < ranges.length; index += 2) {
    pairs.push([ranges[index] ?? 0, ranges[index + 1] ?? 0]);
  }
  pairs.sort((one, other) => one[0] - other[0]);
  const joined: number[] = [];
  let reached = -Infinity;
  for (const [first, last] of pairs) {
    if (first > reached + 1) joined.push(first, last);
    else if (last > reached) joined[joined.length - 1] = last;
    reached = Math.max(reached, last);
  }
  return joined;
}

export function intersectionOf(one: StartRanges, other: StartRanges): StartRanges {
  const both: number[] = [];
  let left = 0;
  let right = 0;
  while (left < one.length && right < other.length) {
    const oneLast = one[left + 1] ?? 0;
    const otherLast = other[right + 1] ?? 0;
    const first = Math.max(one[left] ?? 0, other[right] ?? 0);
    const last = Math.min(oneLast, otherLast);
    if (first <= last) both.push(first, last);
    if (oneLast < otherLast) left += 2;
    else right += 2;
  }
  return both;
}

/** All minutes from `first` to `last` that are in none of the ranges. */
export function complementOf(ranges: StartRanges, first: number, last: number): StartRanges {
  const rest: number[] = [];
  let next = first;
  for (let index = 0; index < ranges.length; index += 2) {
    const end = Math.min((ranges[index] ?? 0) - 1, last);
    if (next <= end) rest.push(next, end);
    next = Math.max(next, (ranges[index + 1] ?? 0) + 1);
  }
  if (next <= last) rest.push(next, last);
  return rest;
}

export function includesStart(ranges: StartRanges, startMinute: number): boolean {
  let low = 0;
  let high = ranges.length / 2;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ranges[2 * middle + 1] ?? 0) >= startMinute) high = middle;
    else low = middle + 1;
  }
  return 2 * low < ranges.length && (ranges[2 * low] ?? 0) <= startMinute;
}
