import type { CalendarDay } from '../time/calendar-day.ts';
import { calendarDay, dayOfWeekOf } from '../time/calendar-day.ts';
import type { DayHours, MinuteIntervals } from '../time/day-intervals.ts';
import { dayIntervals } from '../time/day-intervals.ts';
import type { DayOfWeek } from '../time/local.ts';
import { minuteOfDay } from '../time/minute-of-day.ts';
import { checkTimeZone } from '../time/zone-offsets.ts';
import type { LocalInterval, WorkingHours } from './availability.ts';

/**
 * The working time that may touch `[fromMinute, toMinute)`, in epoch minutes. A day named twice has both its
 * intervals; an exception replaces its date's hours.
 * Throws InvalidInputError `unknownTimeZone` or `malformed` under `path`.
 */
export function workingIntervals(
  hours: WorkingHours,
  fromMinute: number,
  toMinute: number,
  path = 'workingHours',
): MinuteIntervals {
  checkTimeZone(hours.timeZone, `${path}.timeZone`);
  const weekly = new Map<DayOfWeek, DayHours[]>();
  hours.days.forEach(({ dayOfWeek, intervals }, index) => {
    const earlier = weekly.get(dayOfWeek) ?? [];
    weekly.set(dayOfWeek, [...earlier, ...dayHours(intervals, `${path}.days.${index}.intervals`)]);
  });
  const exceptions = new Map<CalendarDay, DayHours[]>();
  hours.exceptions.forEach(({ date, intervals }, index) => {
    const day = calendarDay(date, `${path}.exceptions.${index}.date`);
    exceptions.set(day, dayHours(intervals, `${path}.exceptions.${index}.intervals`));
  });
  return dayIntervals(
    hours.timeZone,
    fromMinute,
    toMinute,
    (day) => exceptions.get(day) ?? weekly.get(dayOfWeekOf(day)) ?? [],
  );
}

function dayHours(intervals: readonly LocalInterval[], path: string): DayHours[] {
  return intervals.map(({ startTime, endTime }, index) => ({
    startMinute: minuteOfDay(startTime, `${path}.${index}.startTime`),
    endMinute: minuteOfDay(endTime, `${path}.${index}.endTime`),
  }));
}
