import { weekdayOf } from '../dates/civil.ts';
import type { Day } from '../dates/civil.ts';
import type { DayRange } from '../meaning/sense.ts';

/** What is looked at when nobody said until when. */
const defaultWorkingDays = 5;

/** The day itself and the days after it until so many working days have followed. */
export function defaultDays(from: Day): DayRange {
  let end = from;
  for (let left = defaultWorkingDays; left > 0;) {
    end += 1;
    if (weekdayOf(end) < 5) left -= 1;
  }
  return { start: from, end: end + 1 };
}
