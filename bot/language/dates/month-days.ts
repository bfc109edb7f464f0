import type { Day } from './civil.ts';
import { civilOf, dayOf, daysInMonth, isDate, monthStart, weekdayOf } from './civil.ts';
import type { Reference } from './sense.ts';

/** The next such date from the reference on; `undefined` where the calendar has none: 30 February. */
export function nextMonthDay(reference: Reference, month: number, dayOfMonth: number): Day | undefined {
  if (month < 1 || month > 12 || !Number.isInteger(dayOfMonth)) return undefined;
  const { year } = civilOf(reference.day);
  for (let ahead = 0; ahead <= 8; ahead += 1) {
    if (!isDate(year + ahead, month, dayOfMonth)) continue;
    const day = dayOf(year + ahead, month, dayOfMonth);
    if (isAhead(reference, day)) return day;
  }
  return undefined;
}

/** The next month that has this day of the month, from the reference on. */
export function nextDayOfMonth(reference: Reference, dayOfMonth: number): Day | undefined {
  const { year, month } = civilOf(reference.day);
  if (!Number.isInteger(dayOfMonth)) return undefined;
  for (let ahead = 0; ahead <= 12; ahead += 1) {
    const start = monthStart(year, month + ahead);
    const civil = civilOf(start);
    if (dayOfMonth < 1 || dayOfMonth > daysInMonth(civil.year, civil.month)) continue;
    const day = start + dayOfMonth - 1;
    if (isAhead(reference, day)) return day;
  }
  return undefined;
}

/** The next "Tuesday the 13th" from the reference on, within some years. */
export function nextWeekdayOfMonthDay(
  reference: Reference,
  weekday: number,
  dayOfMonth: number,
): Day | undefined {
  const { year, month } = civilOf(reference.day);
  for (let ahead = 0; ahead <= 60; ahead += 1) {
    const start = monthStart(year, month + ahead);
    const civil = civilOf(start);
    if (dayOfMonth < 1 || dayOfMonth > daysInMonth(civil.year, civil.month)) continue;
    const day = start + dayOfMonth - 1;
    if (day >= reference.day && weekdayOf(day) === weekday) return day;
  }
  return undefined;
}

/** The next such weekday; today's own name means today or a week from now, as the reference says. */
export function nextWeekday(reference: Reference, weekday: number): Day {
  const ahead = (weekday - weekdayOf(reference.day) + 7) % 7;
  return reference.day + (ahead === 0 && !reference.weekdayMayBeToday ? 7 : ahead);
}

function isAhead(reference: Reference, day: Day): boolean {
  return day > reference.day || (day === reference.day && (reference.todayCounts || reference.seconds === 0));
}
