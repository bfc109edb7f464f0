import { calendarDay, dayOfWeekOf } from '../time/calendar-day.ts';
import type { MinuteIntervals } from '../time/day-intervals.ts';
import { dayIntervals } from '../time/day-intervals.ts';
import { minuteOfDay } from '../time/minute-of-day.ts';
import { checkTimeZone } from '../time/zone-offsets.ts';
import type { CheckedTimes } from './check-input.ts';
import type { Wish } from './wish.ts';

/** The time that a wish asks to avoid. Throws InvalidInputError `unknownTimeZone` or `malformed` under `path`. */
export function wishIntervals(wish: Wish, times: CheckedTimes, path: string): MinuteIntervals {
  checkTimeZone(wish.timeZone, `${path}.timeZone`);
  const dates = wish.dates?.map((date, index) => calendarDay(date, `${path}.dates.${index}`));
  const hours = [
    {
      startMinute: minuteOfDay(wish.startTime ?? '00:00', `${path}.startTime`),
      endMinute: minuteOfDay(wish.endTime ?? '24:00', `${path}.endTime`),
    },
  ];
  const everyDay = dates === undefined && wish.daysOfWeek === undefined;
  return dayIntervals(wish.timeZone, times.firstMinute, times.lastMinute, (day) =>
    everyDay || dates?.includes(day) === true || wish.daysOfWeek?.includes(dayOfWeekOf(day)) === true
      ? hours
      : [],
  );
}
