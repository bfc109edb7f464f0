import { mondayOf, weekdayOf, isDate, dayOf, civilOf } from './civil.ts';
import type { Day } from './civil.ts';
import { nextDayOfMonth, nextMonthDay, nextWeekdayOfMonthDay } from './month-days.ts';
import type { DateSense, DatesSense, PeriodSense, Reference, Shift } from './sense.ts';

export const relative = (day: Day): DateSense => ({ kind: 'date', day, form: 'relative' });

/** A date of a month that may not exist: then the words are understood and name no day. */
export function monthDay(reference: Reference, month: number, dayOfMonth: number): DateSense | undefined {
  if (dayOfMonth < 1 || dayOfMonth > 31) return undefined;
  const day = nextMonthDay(reference, month, dayOfMonth);
  const common = { kind: 'date', form: 'monthDay', month, dayOfMonth } as const;
  return day === undefined ? { ...common, day: reference.day, impossible: true } : { ...common, day };
}

export function withYear(date: DateSense, year: number): DateSense | undefined {
  const { month, dayOfMonth } = date;
  if (date.form !== 'monthDay' || month === undefined || dayOfMonth === undefined) return undefined;
  if (!isDate(year, month, dayOfMonth)) return { ...date, form: 'full', impossible: true };
  return { kind: 'date', form: 'full', day: dayOf(year, month, dayOfMonth) };
}

export function dayOfMonth(reference: Reference, value: number): DateSense | undefined {
  const day = nextDayOfMonth(reference, value);
  return day === undefined ? undefined : { kind: 'date', day, form: 'dayOfMonth', dayOfMonth: value };
}

/** "next Monday" is the next week's, "this Monday" this week's, "coming Monday" the nearest ahead. */
export function shiftedWeekday(reference: Reference, shift: Shift, weekday: number): DateSense {
  const inWeek = mondayOf(reference.day) + weekday;
  const form = { kind: 'date', form: 'weekdayOfWeek', weekday } as const;
  switch (shift) {
    case 'next':
    case 'following':
      return { ...form, day: inWeek + 7 };
    case 'this':
      return { ...form, day: inWeek };
    case 'last':
      return { ...form, day: inWeek - 7 };
    case 'coming':
      return { ...form, day: inWeek > reference.day ? inWeek : inWeek + 7 };
    case 'past':
      return { ...form, day: inWeek < reference.day ? inWeek : inWeek - 7 };
  }
}

export function weekdayOfMonthDay(
  reference: Reference,
  weekday: number,
  value: number,
): DateSense | undefined {
  const day = nextWeekdayOfMonthDay(reference, weekday, value);
  return day === undefined ? undefined : { kind: 'date', day, form: 'full' };
}

/** Of "Tuesday May 9" the day of the month counts. */
export function afterWeekday(_: Reference, weekday: DatesSense, date: DateSense): DateSense | undefined {
  if (weekday.kind !== 'weekday' || weekday.plural === true) return undefined;
  return date.form === 'monthDay' || date.form === 'full' ? date : undefined;
}

/** "this 5/12" is this year's, "next 5/12" the one ahead. */
export function shiftedMonthDay(reference: Reference, shift: Shift, date: DateSense): DateSense | undefined {
  if (date.form !== 'monthDay') return undefined;
  return shift === 'this' ? withYear(date, civilOf(reference.day).year) : date;
}

/** "Friday (Jun 15)": the year is the one in which that day is such a weekday, near today. */
export function matching(reference: Reference, a: DateSense, b: DateSense): DateSense | undefined {
  const { weekday } = a;
  if (weekday === undefined || b.form !== 'monthDay') return undefined;
  const { year } = civilOf(reference.day);
  const near = [year, year + 1, year - 1].map((candidate) => withYear(b, candidate));
  return near.find((date) => date !== undefined && weekdayOf(date.day) === weekday) ?? b;
}

export function weekdayOfWeek(monday: Day, shift: Shift, weekday: number): DateSense {
  const by = shift === 'this' ? 0 : shift === 'last' || shift === 'past' ? -1 : 1;
  return { kind: 'date', day: monday + 7 * by + weekday, form: 'weekdayOfWeek', weekday };
}

/** "the 5th of next month", "Friday the 27th next month": a day of a period that is a month of its own year. */
export function dayOfPeriod(
  period: PeriodSense,
  dayOfMonth: number,
  weekday?: number,
): DateSense | undefined {
  const { start, end, grain, yearless } = period;
  if (grain !== 'month' || start === undefined || end === undefined || yearless === true) return undefined;
  const day = start + dayOfMonth - 1;
  if (dayOfMonth < 1 || day >= end) return undefined;
  return weekday === undefined || weekdayOf(day) === weekday ? relative(day) : undefined;
}

/** "two Sundays from now", "2 Mondays ago": today's own weekday does not count. */
export function countedWeekday(reference: Reference, weekday: number, count: number): DateSense | undefined {
  if (!Number.isInteger(count) || count === 0) return undefined;
  const ahead = (weekday - weekdayOf(reference.day) + 7) % 7;
  const next = ahead === 0 ? 7 : ahead;
  return relative(
    reference.day + (count > 0 ? next + 7 * (count - 1) : next + 7 * count - (ahead === 0 ? 7 : 0)),
  );
}
