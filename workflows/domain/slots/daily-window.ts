import { dayOfWeekOf } from '../time/calendar-day.ts';
import type { MinuteIntervals } from '../time/day-intervals.ts';
import { dayIntervals } from '../time/day-intervals.ts';
import { minuteOfDay } from '../time/minute-of-day.ts';
import type { CheckedTimes } from './check-input.ts';
import type { SlotSearchInput } from './search-input.ts';

type DailyLimits = Pick<SlotSearchInput, 'timeZone' | 'earliestTime' | 'latestTime' | 'daysOfWeek'>;

/** The time that the organizer's daily window leaves on the days allowed; all of it where nothing is limited. */
export function dailyWindow(limits: DailyLimits, times: CheckedTimes): MinuteIntervals {
  const { daysOfWeek, earliestTime, latestTime } = limits;
  if (daysOfWeek === undefined && earliestTime === undefined && latestTime === undefined) {
    return [times.firstMinute, times.lastMinute];
  }
  const hours = [
    {
      startMinute: minuteOfDay(earliestTime ?? '00:00', 'earliestTime'),
      endMinute: minuteOfDay(latestTime ?? '24:00', 'latestTime'),
    },
  ];
  return dayIntervals(limits.timeZone, times.firstMinute, times.lastMinute, (day) =>
    daysOfWeek === undefined || daysOfWeek.includes(dayOfWeekOf(day)) ? hours : [],
  );
}
