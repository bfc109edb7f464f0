import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinBusy, tidyBusy, touches } from '../../../../../workflows/domain/slots/busy-list.ts';
import {
  complementOf,
  includesStart,
  intersectionOf,
  startsInside,
  startsTouching,
  unionOf,
} from '../../../../../workflows/domain/slots/start-ranges.ts';

const first = 0;
const last = 40;
const minutes = Array.from({ length: last - first + 1 }, (_none, index) => first + index);

/** Flat pairs in any order, overlapping or not, each second number at least `least` above the first. */
const anyPairs = (least: number) =>
  fc
    .array(fc.tuple(fc.integer({ min: first, max: last - 8 }), fc.integer({ min: least, max: 8 })), {
      maxLength: 7,
    })
    .map((pairs) => pairs.flatMap(([from, length]) => [from, from + length]));

/** What a list of ranges means, minute by minute. */
function held(ranges: readonly number[]): number[] {
  return minutes.filter((minute) =>
    ranges.some((from, index) => index % 2 === 0 && from <= minute && minute <= (ranges[index + 1] ?? 0)),
  );
}

function busyMinutes(intervals: readonly number[]): number[] {
  return held(intervals.map((minute, index) => (index % 2 === 0 ? minute : minute - 1)));
}

describe('ranges of starts mean the same as sets of minutes', () => {
  it('joins, intersects, complements and looks up', () => {
    fc.assert(
      fc.property(anyPairs(0), anyPairs(0), (one, other) => {
        const left = unionOf(one);
        const right = unionOf(other);
        expect(held(left)).toEqual(held(one));
        expect(held(intersectionOf(left, right))).toEqual(
          held(left).filter((minute) => held(right).includes(minute)),
        );
        expect(held(complementOf(left, first, last))).toEqual(
          minutes.filter((minute) => !held(left).includes(minute)),
        );
        expect(minutes.filter((minute) => includesStart(left, minute))).toEqual(held(left));
        expect(left).toEqual([...left].sort((a, b) => a - b));
      }),
      { numRuns: 2_000 },
    );
  });

  it('knows which slots lie inside intervals and which touch them', () => {
    fc.assert(
      fc.property(anyPairs(1), fc.integer({ min: 1, max: 6 }), (pairs, duration) => {
        const intervals = joinBusy([pairs], first, last);
        const busy = new Set(busyMinutes(intervals));
        const slot = (start: number) => Array.from({ length: duration }, (_none, index) => start + index);
        const whole = minutes.filter((start) => start + duration <= last);
        expect(held(startsInside(intervals, duration)).filter((start) => whole.includes(start))).toEqual(
          whole.filter((start) => slot(start).every((minute) => busy.has(minute))),
        );
        expect(held(startsTouching(intervals, duration)).filter((start) => whole.includes(start))).toEqual(
          whole.filter((start) => slot(start).some((minute) => busy.has(minute))),
        );
        expect(whole.filter((start) => touches(intervals, start, start + duration))).toEqual(
          whole.filter((start) => slot(start).some((minute) => busy.has(minute))),
        );
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('busy lists', () => {
  it('become disjoint and sorted without changing what is busy, and are left alone when they are', () => {
    fc.assert(
      fc.property(anyPairs(0), (pairs) => {
        const tidy = tidyBusy(pairs, first, last, 'busy');
        expect(busyMinutes(tidy)).toEqual(busyMinutes(pairs).filter((minute) => minute < last));
        expect(tidy).toEqual([...tidy].sort((a, b) => a - b));
        expect(tidyBusy(tidy, first, last, 'busy')).toBe(tidy);
      }),
      { numRuns: 2_000 },
    );
  });
});
