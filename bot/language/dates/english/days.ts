import { mondayOf, isDate, dayOf, civilOf } from '../civil.ts';
import type { Day } from '../civil.ts';
import type { Reference } from '../sense.ts';
import { nextWeekday } from '../month-days.ts';
import { fullYear } from '../numeric-dates.ts';
import { row } from '../row.ts';
import { addBusinessDays } from '../units.ts';
import type { DateRule } from '../row.ts';
import {
  relative,
  monthDay,
  withYear,
  dayOfMonth,
  shiftedWeekday,
  weekdayOfMonthDay,
  afterWeekday,
  shiftedMonthDay,
  matching,
  countedWeekday,
  dayOfPeriod,
  weekdayOfWeek,
} from '../days.ts';

const thatDay = (r: Reference): Day => r.thatDay ?? r.day;

const monthDays: readonly DateRule[] = [
  row('<month> .? the? <number>', (r, m, n) => (n.value <= 31 ? monthDay(r, m.value, n.value) : undefined)),
  row('<month> .? the? <ordinal>', (r, m, n) => monthDay(r, m.value, n.value)),
  row('the? <ordinal> day? of? <month>', (r, n, m) => monthDay(r, m.value, n.value)),
  row('<number> of? <month>', (r, n, m) =>
    Number.isInteger(n.value) ? monthDay(r, m.value, n.value) : undefined,
  ),
  row('<number> . <month>', (r, n, m) => monthDay(r, m.value, n.value)),
  row('the? <ordinal> day? of the? <period>', (_, n, p) => dayOfPeriod(p, n.value)),
  row('the? <ordinal> day? of the month', (r, n) => {
    const { year, month } = civilOf(r.day);
    return isDate(year, month, n.value) ? relative(dayOf(year, month, n.value)) : undefined;
  }),
  row('the <ordinal>', (r, n) => dayOfMonth(r, n.value)),
  row('on <ordinal>', (r, n) => dayOfMonth(r, n.value)),
];

const years: readonly DateRule[] = [
  row('<shift> <date>', (r, s, d) => shiftedMonthDay(r, s.value, d)),
  row('<date> ( <date> )', (r, a, b) => matching(r, a, b)),
  row('<shift> <weekday> <dotted>', (r, _s, _w, d) => withYear({ ...d, kind: 'date' }, civilOf(r.day).year)),
  row('<weekday> <dotted>', (r, _w, d) => withYear({ ...d, kind: 'date' }, civilOf(r.day).year)),
  row('<date> , <date>', (_, a, b) => (a.form === 'relative' && b.form === 'full' ? b : undefined)),
  row('<date> ,? of|in? <year>', (_, d, y) => withYear(d, y.value)),
  row('<date> ,? of? <period>', (_, d, p) =>
    p.grain === 'year' && p.relative === true && p.start !== undefined
      ? withYear(d, civilOf(p.start).year)
      : undefined,
  ),
  row('<date> ,? of? <shortYear>', (_, d, y) => withYear(d, fullYear(y.value))),
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
  row('on <dotted> .?', (_, d) => ({ ...d, kind: 'date' })),
  row('<dotted> .', (_, d) => ({ ...d, kind: 'date' })),
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
  row("<shift> week ' s <weekday>", (r, s, w) => weekdayOfWeek(mondayOf(r.day), s.value, w.value)),
  row('<weekday> the? <ordinal> of? <period>', (_, w, n, p) => dayOfPeriod(p, n.value, w.value)),
  row('<weekday> after next', (r, w) => ({
    ...shiftedWeekday(r, 'next', w.value),
    day: nextWeekday(r, w.value) + 7,
  })),
  row('<number> <weekday> from now|today', (r, n, w) => countedWeekday(r, w.value, n.value)),
  row('<number> <weekday> ago', (r, n, w) => countedWeekday(r, w.value, -n.value)),
  row('today week', (r) => relative(r.day + 7)),
  row('tomorrow week', (r) => relative(r.day + 8)),
  row('a week from? today', (r) => relative(r.day + 7)),
  row('a week from? tomorrow', (r) => relative(r.day + 8)),
  row('a week on? <weekday>', (r, w) => relative(nextWeekday(r, w.value) + 7)),
  row('<weekday> week', (r, w) => relative(nextWeekday(r, w.value) + 7)),
];

const relatives: readonly DateRule[] = [
  row('today|tod|otd', (r) => relative(r.day)),
  row('the|this|current day|date', (r) => relative(r.day)),
  row('the? same day|date', (r) => relative(thatDay(r))),
  row('that day', (r) => (r.thatDay === undefined ? undefined : relative(r.thatDay))),
  row('tomorrow|tmrw|tmr|tmrow|tomorow|tommorow|tommorrow|tomorro|2moro|2morrow|tmw', (r) =>
    relative(r.day + 1),
  ),
  row('yesterday', (r) => relative(r.day - 1)),
  row('the? next business|working|work day', (r) => relative(addBusinessDays(r.day, 1))),
  row('the? next workday|weekday', (r) => relative(addBusinessDays(r.day, 1))),
  row('the? last|previous business|working|work day', (r) => relative(addBusinessDays(r.day, -1))),
  row('the? day after <date>', (_, d) => (d.impossible === true ? undefined : relative(d.day + 1))),
  row('the? day before <date>', (_, d) => (d.impossible === true ? undefined : relative(d.day - 1))),
  row('the? day after tomorrow', (r) => relative(r.day + 2)),
  row('the? day before yesterday', (r) => relative(r.day - 2)),
  row('the? next|following day', (r) => relative(thatDay(r) + 1)),
  row('the? day after that?', (r) => relative(thatDay(r) + 1)),
  row('the? day before that?', (r) => relative(thatDay(r) - 1)),
  row('last|previous day', (r) => relative(r.day - 1)),
];

/** Single days: dates of a month, weekdays and days counted from today. */
export const englishDays: readonly DateRule[] = [...years, ...monthDays, ...weekdays, ...relatives];
