import { mondayOf, weekdayOf, isDate, dayOf, civilOf } from '../civil.ts';
import type { Day } from '../civil.ts';
import { nextDayOfMonth, nextMonthDay, nextWeekday, nextWeekdayOfMonthDay } from '../month-days.ts';
import { fullYear } from '../numeric-dates.ts';
import { row } from '../row.ts';
import type { DateRule } from '../row.ts';
import type { DateSense, DatesSense, Reference, Shift } from '../sense.ts';

const relative = (day: Day): DateSense => ({ kind: 'date', day, form: 'relative' });

/** A date of a month that may not exist: then the words are understood and name no day. */
function monthDay(reference: Reference, month: number, dayOfMonth: number): DateSense | undefined {
  if (dayOfMonth < 1 || dayOfMonth > 31) return undefined;
  const day = nextMonthDay(reference, month, dayOfMonth);
  const common = { kind: 'date', form: 'monthDay', month, dayOfMonth } as const;
  return day === undefined ? { ...common, day: reference.day, impossible: true } : { ...common, day };
}

function withYear(date: DateSense, year: number): DateSense | undefined {
  const { month, dayOfMonth } = date;
  if (date.form !== 'monthDay' || month === undefined || dayOfMonth === undefined) return undefined;
  if (!isDate(year, month, dayOfMonth)) return { ...date, form: 'full', impossible: true };
  return { kind: 'date', form: 'full', day: dayOf(year, month, dayOfMonth) };
}

function dayOfMonth(reference: Reference, value: number): DateSense | undefined {
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

function weekdayOfMonthDay(reference: Reference, weekday: number, value: number): DateSense | undefined {
  const day = nextWeekdayOfMonthDay(reference, weekday, value);
  return day === undefined ? undefined : { kind: 'date', day, form: 'full' };
}

/** Of "Tuesday May 9" the day of the month counts. */
function afterWeekday(_: Reference, weekday: DatesSense, date: DateSense): DateSense | undefined {
  if (weekday.kind !== 'weekday' || weekday.plural === true) return undefined;
  return date.form === 'monthDay' || date.form === 'full' ? date : undefined;
}

const monthDays: readonly DateRule[] = [
  row('<month> .? the? <number>', (r, m, n) => (n.value <= 31 ? monthDay(r, m.value, n.value) : undefined)),
  row('<month> .? the? <ordinal>', (r, m, n) => monthDay(r, m.value, n.value)),
  row('the? <ordinal> day? of? <month>', (r, n, m) => monthDay(r, m.value, n.value)),
  row('<number> of? <month>', (r, n, m) =>
    Number.isInteger(n.value) ? monthDay(r, m.value, n.value) : undefined,
  ),
  row('<number> . <month>', (r, n, m) => monthDay(r, m.value, n.value)),
  row('the? <ordinal> day? of the? <period>', (_, n, p) => {
    if (p.grain !== 'month' || p.start === undefined || p.end === undefined || p.yearless === true)
      return undefined;
    return p.start + n.value - 1 < p.end ? relative(p.start + n.value - 1) : undefined;
  }),
  row('the? <ordinal> day? of the month', (r, n) => {
    const { year, month } = civilOf(r.day);
    return isDate(year, month, n.value) ? relative(dayOf(year, month, n.value)) : undefined;
  }),
  row('the <ordinal>', (r, n) => dayOfMonth(r, n.value)),
  row('on <ordinal>', (r, n) => dayOfMonth(r, n.value)),
];

/** "this 5/12" is this year's, "next 5/12" the one ahead. */
function shiftedMonthDay(reference: Reference, shift: Shift, date: DateSense): DateSense | undefined {
  if (date.form !== 'monthDay') return undefined;
  return shift === 'this' ? withYear(date, civilOf(reference.day).year) : date;
}

/** "Friday (Jun 15)": the year is the one in which that day is such a weekday, near today. */
function matching(reference: Reference, a: DateSense, b: DateSense): DateSense | undefined {
  const { weekday } = a;
  if (weekday === undefined || b.form !== 'monthDay') return undefined;
  const { year } = civilOf(reference.day);
  const near = [year, year + 1, year - 1].map((candidate) => withYear(b, candidate));
  return near.find((date) => date !== undefined && weekdayOf(date.day) === weekday) ?? b;
}

const years: readonly DateRule[] = [
  row('<shift> <date>', (r, s, d) => shiftedMonthDay(r, s.value, d)),
  row('<date> ( <date> )', (r, a, b) => matching(r, a, b)),
  row('<shift> <weekday> <dotted>', (r, _s, _w, d) => withYear({ ...d, kind: 'date' }, civilOf(r.day).year)),
  row('<weekday> <dotted>', (r, _w, d) => withYear({ ...d, kind: 'date' }, civilOf(r.day).year)),
  row('<date> , <date>', (_, a, b) => (a.form === 'relative' && b.form === 'full' ? b : undefined)),
  row('<date> ,? of|in? <year>', (_, d, y) => withYear(d, y.value)),
  row('<date> of? <shortYear>', (_, d, y) => withYear(d, fullYear(y.value))),
];

const weekdays: readonly DateRule[] = [
  row('<weekday>', (r, w) =>
    w.plural === true
      ? undefined
      : { kind: 'date', day: nextWeekday(r, w.value), form: 'weekday', weekday: w.value },
  ),
  row('<shift> <weekday>', (r, s, w) =>
    w.plural === true ? undefined : shiftedWeekday(r, s.value, w.value),
  ),
  row('this coming|upcoming <weekday>', (r, w) => shiftedWeekday(r, 'coming', w.value)),
  row('this past <weekday>', (r, w) => shiftedWeekday(r, 'past', w.value)),
  row('<weekday> ,? <date>', (r, w, d) => afterWeekday(r, w, d)),
  row('<weekday> , the <ordinal>', (r, w, n) => weekdayOfMonthDay(r, w.value, n.value)),
  row('<weekday> the? <ordinal>', (r, w, n) => weekdayOfMonthDay(r, w.value, n.value)),
  row('<weekday> the? <number>', (r, w, n) =>
    n.digits !== undefined && n.digits.length === 2 && n.value > 12
      ? weekdayOfMonthDay(r, w.value, n.value)
      : undefined,
  ),
  row('<shift> <weekday> ,? <date>', (r, _s, w, d) => afterWeekday(r, w, d)),
  row('<date> ( <weekday> )', (_, d) => (d.form === 'monthDay' || d.form === 'full' ? d : undefined)),
  row('<weekday> <shift> week', (r, w, s) => weekdayOfWeek(mondayOf(r.day), s.value, w.value)),
  row('<weekday> of? <shift> week', (r, w, s) => weekdayOfWeek(mondayOf(r.day), s.value, w.value)),
  row('<shift> week on? <weekday>', (r, s, w) => weekdayOfWeek(mondayOf(r.day), s.value, w.value)),
  row('<weekday> <hours> <shift> week', (r, w, h, s) => ({
    kind: 'stretch',
    day: weekdayOfWeek(mondayOf(r.day), s.value, w.value).day,
    hours: h,
  })),
  row('<weekday> after next', (r, w) => ({
    ...shiftedWeekday(r, 'next', w.value),
    day: nextWeekday(r, w.value) + 7,
  })),
  row('a week on? <weekday>', (r, w) => relative(nextWeekday(r, w.value) + 7)),
  row('<weekday> week', (r, w) => relative(nextWeekday(r, w.value) + 7)),
];

function weekdayOfWeek(monday: Day, shift: Shift, weekday: number): DateSense {
  const by = shift === 'this' ? 0 : shift === 'last' || shift === 'past' ? -1 : 1;
  return { kind: 'date', day: monday + 7 * by + weekday, form: 'weekdayOfWeek', weekday };
}

const relatives: readonly DateRule[] = [
  row('today|tod|otd', (r) => relative(r.day)),
  row('the|this|current|same day|date', (r) => relative(r.day)),
  row('tomorrow|tmrw|tmr|tmrow|tomorow|tommorow|tommorrow|tomorro|2moro|2morrow|tmw', (r) =>
    relative(r.day + 1),
  ),
  row('yesterday', (r) => relative(r.day - 1)),
  row('the? day after tomorrow', (r) => relative(r.day + 2)),
  row('the? day before yesterday', (r) => relative(r.day - 2)),
  row('the next|following day', (r) => relative(r.day + 1)),
  row('next day', (r) => relative(r.day + 1)),
  row('the? day after', (r) => relative(r.day + 1)),
  row('the? day before', (r) => relative(r.day - 1)),
  row('last|previous day', (r) => relative(r.day - 1)),
];

/** Single days: dates of a month, weekdays and days counted from today. */
export const englishDays: readonly DateRule[] = [...years, ...monthDays, ...weekdays, ...relatives];

export function isWeekend(day: Day): boolean {
  return weekdayOf(day) >= 5;
}
