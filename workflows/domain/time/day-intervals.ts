import type { CalendarDay } from './calendar-day.ts';
import { minuteMs } from './instant.ts';
import { minutesPerDay } from './minute-of-day.ts';
import type { TimeZone } from './slot.ts';
import { dateExists, localMinuteToInstant } from './zone.ts';
import { offsetSegmentAt } from './zone-offsets.ts';

/** Flat `[start, end, start, end, …]` in epoch minutes: sorted, neither overlapping nor touching, ends excluded. */
export type MinuteIntervals = readonly number[];

/** Local hours of one day in minutes since its midnight; an end not after the start is on the next day. */
export interface DayHours {
  readonly startMinute: number;
  readonly endMinute: number;
}

/**
 * The instants that a zone's local hours cover, for every day that may touch `[fromMinute, toMinute)`. Skipped local
 * times are read with the offset before the gap, repeated ones as the first; dates that the zone skipped have none.
 */
export function dayIntervals(
  timeZone: TimeZone,
  fromMinute: number,
  toMinute: number,
  hoursOn: (day: CalendarDay) => readonly DayHours[],
): MinuteIntervals {
  const pairs: [number, number][] = [];
  const lastDay = localDay(timeZone, toMinute) + 1;
  // From the day before, because its hours may end on the first day.
  for (let day = localDay(timeZone, fromMinute) - 1; day <= lastDay; day++) {
    const hours = hoursOn(day);
    if (hours.length === 0 || !dateExists(timeZone, day)) continue;
    for (const { startMinute, endMinute } of hours) {
      const nextDay = endMinute <= startMinute ? minutesPerDay : 0;
      const start = instantMinute(timeZone, day * minutesPerDay + startMinute);
      const end = instantMinute(timeZone, day * minutesPerDay + endMinute + nextDay);
      if (start < end) pairs.push([start, end]);
    }
  }
  return mergedPairs(pairs);
}

function localDay(timeZone: TimeZone, minute: number): CalendarDay {
  const { offsetMs } = offsetSegmentAt(timeZone, minute * minuteMs);
  return Math.floor((minute * minuteMs + offsetMs) / (minutesPerDay * minuteMs));
}

function instantMinute(timeZone: TimeZone, localMinute: number): number {
  return Math.round(localMinuteToInstant(timeZone, localMinute) / minuteMs);
}

function mergedPairs(pairs: [number, number][]): MinuteIntervals {
  pairs.sort((one, other) => one[0] - other[0]);
  const merged: number[] = [];
  let lastEnd = -Infinity;
  for (const [start, end] of pairs) {
    if (start > lastEnd) merged.push(start, end);
    else if (end > lastEnd) merged[merged.length - 1] = end;
    lastEnd = Math.max(lastEnd, end);
  }
  return merged;
}
