import type { MinuteIntervals } from '../time/day-intervals.ts';
import type { CheckedTimes } from './check-input.ts';
import { dailyWindow } from './daily-window.ts';
import type { SlotSearchInput } from './search-input.ts';
import type { PersonHours, SearchPerson } from './search-person.ts';
import type { StartRanges } from './start-ranges.ts';
import { complementOf, intersectionOf, startsInside, unionOf } from './start-ranges.ts';

/**
 * Starts that the windows, the notice, the daily window and the required people's hours and hard wishes allow.
 * `slackMinutes` widens the daily window and the hours at both ends.
 */
export function allowedStarts(
  input: SlotSearchInput,
  times: CheckedTimes,
  people: readonly SearchPerson[],
  slackMinutes: number,
): StartRanges {
  const daily = widened(dailyWindow(input, times), slackMinutes);
  let allowed = intersectionOf(
    startsInWindows(input, times, times.noticeMinute),
    startsInside(daily, input.durationMinutes),
  );
  const seen = new Set<PersonHours>();
  for (const { role, hours, wishes } of people) {
    if (role !== 'required') continue;
    if (input.workingHours === 'hard' && hours !== undefined && !seen.has(hours)) {
      seen.add(hours);
      const working = widened(hours.working, slackMinutes);
      allowed = intersectionOf(allowed, startsInside(working, input.durationMinutes));
    }
    for (const { wish, starts } of wishes) {
      if (wish.strength === 'soft') continue;
      allowed = intersectionOf(allowed, complementOf(starts, times.firstMinute, times.lastMinute));
    }
  }
  return allowed;
}

/** Starts, from `notBefore` on, of slots that lie wholly inside one of the windows. */
export function startsInWindows(
  { durationMinutes }: SlotSearchInput,
  { windows }: CheckedTimes,
  notBefore: number,
): StartRanges {
  const ranges: number[] = [];
  for (let index = 0; index < windows.length; index += 2) {
    const first = Math.max(windows[index] ?? 0, notBefore);
    const last = (windows[index + 1] ?? 0) - durationMinutes;
    if (first <= last) ranges.push(first, last);
  }
  return unionOf(ranges);
}

/** Sorted intervals stay sorted when all are widened alike; those that then overlap or touch become one. */
function widened(intervals: MinuteIntervals, byMinutes: number): MinuteIntervals {
  if (byMinutes === 0) return intervals;
  const wide: number[] = [];
  for (let index = 0; index < intervals.length; index += 2) {
    const start = (intervals[index] ?? 0) - byMinutes;
    const end = (intervals[index + 1] ?? 0) + byMinutes;
    if (start <= (wide.at(-1) ?? -Infinity)) wide[wide.length - 1] = end;
    else wide.push(start, end);
  }
  return wide;
}
