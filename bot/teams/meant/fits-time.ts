import { calendarDay } from '../../../workflows/domain/time/calendar-day.ts';
import { minuteOfDay } from '../../../workflows/domain/time/minute-of-day.ts';
import type { Instant, Slot, TimeZone } from '../../../workflows/domain/time/slot.ts';
import { instantToLocal } from '../../../workflows/domain/time/zone.ts';
import { weekdayOf } from '../../language/dates/civil.ts';
import type { ClockTime } from '../../language/dates/sense.ts';
import type { WhenItem, WhenSense } from '../../language/meaning/sense.ts';
import { spokenHours } from '../../language/times/spoken-hours.ts';

/** Where and when somebody speaks of times. */
export interface SpokenAt {
  readonly timeZone: TimeZone;
  readonly now: Instant;
}

const minutesPerDay = 1440;
const noonMinutes = 720;
/** "around three" */
const roughlyMinutes = 60;

/** "Thursday": of the next one, or of any, where no longer period is said with it. */
export function isBareWeekday({ weekdays, days }: WhenItem): boolean {
  return weekdays !== undefined && (days ?? []).every(({ start, end }) => end - start <= 1);
}

function onDay(item: WhenItem, day: number): boolean {
  const { days, weekdays } = item;
  if (weekdays !== undefined && !weekdays.includes(weekdayOf(day))) return false;
  if (days === undefined || isBareWeekday(item)) return true;
  return days.some(({ start, end }) => start <= day && day < end);
}

/** A clock without am or pm is either. */
function minutesOf({ seconds, ambiguous }: ClockTime): readonly number[] {
  const minute = Math.round(seconds / 60);
  return ambiguous && minute < noonMinutes ? [minute, minute + noonMinutes] : [minute];
}

function atHour(item: WhenItem, minute: number): boolean {
  if (item.time !== undefined) {
    const around = item.time.approximate === true ? roughlyMinutes : 0;
    return minutesOf(item.time).some((said) => Math.abs(said - minute) <= around);
  }
  if (item.hours === undefined) return true;
  const { start, end } = spokenHours(item);
  return start < end ? start <= minute && minute < end : minute >= start || minute < end;
}

function fitsItem(slot: Slot, item: WhenItem, { timeZone, now }: SpokenAt): boolean {
  if (item.impossible === true) return false;
  if (item.now === true) return slot.start <= now && now < slot.end;
  const local = instantToLocal(timeZone, Date.parse(slot.start));
  const day = calendarDay(local.date);
  const minute = minuteOfDay(local.time);
  if (item.across !== undefined) {
    const { start, end } = item.across;
    const at = day * minutesPerDay + minute;
    return (
      start.day * minutesPerDay + start.seconds / 60 <= at && at < end.day * minutesPerDay + end.seconds / 60
    );
  }
  return onDay(item, day) && atHour(item, minute);
}

/** Whether a time is one of those that were said: a clock alone is of any day, a day has any hour. */
export function fitsTime(slot: Slot, when: WhenSense, at: SpokenAt): boolean {
  const there = { ...at, timeZone: when.timeZone ?? at.timeZone };
  return when.items.some((item) => fitsItem(slot, item, there));
}
