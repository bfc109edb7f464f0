import { minuteMs } from '../time/instant.ts';
import { minutesPerDay } from '../time/minute-of-day.ts';
import type { TimeZone } from '../time/slot.ts';
import { offsetSegmentAt } from '../time/zone-offsets.ts';
import type { StartRanges } from './start-ranges.ts';

/** The starts that a search considers, in epoch minutes, and for each minute the first of them not before it. */
export interface StartGrid {
  readonly starts: Int32Array;
  /** Of the first start; `indexFrom` counts from here. */
  readonly origin: number;
  /** The index in `starts` of the first start at or after `origin + i`; the last element is the number of starts. */
  readonly indexFrom: Int32Array;
}

/** All minutes of the ranges whose local time of day in the zone is a multiple of the granularity. */
export function startGrid(ranges: StartRanges, timeZone: TimeZone, granularityMinutes: number): StartGrid {
  const starts: number[] = [];
  for (let index = 0; index < ranges.length; index += 2) {
    const last = ranges[index + 1] ?? 0;
    for (let minute = ranges[index] ?? 0; minute <= last;) {
      const { endMs, offsetMs } = offsetSegmentAt(timeZone, minute * minuteMs);
      const end = Math.min(Math.ceil(endMs / minuteMs), last + 1);
      pushStarts(starts, minute, end, Math.round(offsetMs / minuteMs), granularityMinutes);
      minute = end;
    }
  }
  const origin = starts[0] ?? 0;
  const minutes = starts.length === 0 ? 0 : (starts.at(-1) ?? 0) - origin + 1;
  const indexFrom = new Int32Array(minutes + 1);
  for (let index = 1; index <= starts.length; index++) {
    const previous = (starts[index - 1] ?? 0) - origin;
    indexFrom.fill(
      index,
      previous + 1,
      index === starts.length ? minutes + 1 : (starts[index] ?? 0) - origin + 1,
    );
  }
  return { starts: Int32Array.from(starts), origin, indexFrom };
}

function pushStarts(starts: number[], from: number, end: number, offset: number, granularity: number): void {
  for (let minute = from; minute < end;) {
    const midnight = Math.floor((minute + offset) / minutesPerDay) * minutesPerDay - offset;
    const nextMidnight = midnight + minutesPerDay;
    const steps = Math.ceil((minute - midnight) / granularity);
    for (
      minute = midnight + steps * granularity;
      minute < nextMidnight && minute < end;
      minute += granularity
    ) {
      starts.push(minute);
    }
    if (minute > nextMidnight) minute = nextMidnight;
  }
}
