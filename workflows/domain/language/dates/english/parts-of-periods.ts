import { addMonths, isoWeekStart, mondayOf, civilOf, monthStart, weekdayOf } from '../civil.ts';
import type { Day } from '../civil.ts';
import { fullYear } from '../numeric-dates.ts';
import { row } from '../row.ts';
import type { DateRule } from '../row.ts';
import type { DateSense, PeriodSense, Reference, Unit } from '../sense.ts';
import { durationOf, shiftDay } from '../units.ts';
import { monthPeriod, yearPeriod } from './periods.ts';

function nthWeek(period: PeriodSense, count: number): PeriodSense | undefined {
  const { start, end, grain } = period;
  if (
    start === undefined ||
    end === undefined ||
    (grain !== 'month' && grain !== 'year' && grain !== 'quarter')
  )
    return undefined;
  const first = grain === 'year' ? isoWeekStart(civilOf(start).year, 1) : thursdayWeek(start);
  const monday = first + 7 * (count - 1);
  return monday + 3 < end ? { kind: 'period', start: monday, end: monday + 7, grain: 'week' } : undefined;
}

/** The Monday of the first week whose Thursday is not before the day: a week is the month's with its Thursday. */
function thursdayWeek(start: Day): Day {
  const monday = mondayOf(start);
  return monday + 3 >= start ? monday : monday + 7;
}

function lastWeeks(period: PeriodSense, count: number): PeriodSense | undefined {
  const { start, end, grain } = period;
  if (
    start === undefined ||
    end === undefined ||
    (grain !== 'month' && grain !== 'year' && grain !== 'quarter')
  )
    return undefined;
  const lastMonday = thursdayWeek(end) - 7;
  return { kind: 'period', start: lastMonday - 7 * (count - 1), end: lastMonday + 7, grain: 'week' };
}

/** The n-th or, counted from the end, the last n units of a period. */
function unitsOf(period: PeriodSense, unit: Unit, from: number, count: number): PeriodSense | undefined {
  const { start, end } = period;
  if (start === undefined || end === undefined || period.bound !== undefined) return undefined;
  const one = durationOf(1, unit);
  let first = start;
  for (let index = 1; index < from; index += 1) first = shiftDay(first, one, 1);
  const last = shiftDay(first, durationOf(count, unit), 1);
  return last <= end ? { kind: 'period', start: first, end: last, grain: unit } : undefined;
}

function lastUnits(period: PeriodSense, unit: Unit, count: number): PeriodSense | undefined {
  const { end, start } = period;
  if (end === undefined || start === undefined || period.bound !== undefined) return undefined;
  if (unit === 'week') return lastWeeks(period, count);
  return { kind: 'period', start: shiftDay(end, durationOf(count, unit), -1), end, grain: unit };
}

function nthUnit(period: PeriodSense, unit: Unit, n: number): PeriodSense | undefined {
  if (unit === 'day' || unit === 'night') return undefined;
  return unit === 'week' ? nthWeek(period, n) : unitsOf(period, unit, n, 1);
}

function nthWeekday(period: PeriodSense, weekday: number, n: number): DateSense | undefined {
  const { start, end } = period;
  if (start === undefined || end === undefined || period.bound !== undefined) return undefined;
  const day = start + ((weekday - weekdayOf(start) + 7) % 7) + 7 * (n - 1);
  return day < end ? { kind: 'date', day, form: 'relative' } : undefined;
}

function lastWeekday(period: PeriodSense, weekday: number): DateSense | undefined {
  const { end } = period;
  if (end === undefined || period.bound !== undefined) return undefined;
  return { kind: 'date', day: end - 1 - ((weekdayOf(end - 1) - weekday + 7) % 7), form: 'relative' };
}

/** The quarter or half of a year; without a year, the next that is not over. */
function yearPart(reference: Reference, months: number, n: number, year?: number): PeriodSense | undefined {
  if (n < 1 || n > 12 / months) return undefined;
  const at = (chosen: number): PeriodSense => {
    const start = monthStart(chosen, (n - 1) * months + 1);
    return { kind: 'period', start, end: addMonths(start, months), grain: months === 3 ? 'quarter' : 'year' };
  };
  if (year !== undefined) return at(year);
  const thisYear = at(civilOf(reference.day).year);
  return (thisYear.end ?? 0) <= reference.day ? at(civilOf(reference.day).year + 1) : thisYear;
}

const quarters: readonly DateRule[] = [
  row('q <number>', (r, n) => yearPart(r, 3, n.value)),
  row('h <number>', (r, n) => (n.value <= 2 ? yearPart(r, 6, n.value) : undefined)),
  row('q <number> -|of|in? <year>', (r, n, y) => yearPart(r, 3, n.value, y.value)),
  row('<year> -? q <number>', (r, y, n) => yearPart(r, 3, n.value, y.value)),
  row('<year> -? h <number>', (r, y, n) => yearPart(r, 6, n.value, y.value)),
  row('q <number> <period>', (r, n, p) =>
    p.grain === 'year' && p.start !== undefined ? yearPart(r, 3, n.value, civilOf(p.start).year) : undefined,
  ),
  row('the? <ordinal> quarter of the? year', (r, n) => yearPart(r, 3, n.value)),
  row('the? <ordinal> quarter', (r, n) => yearPart(r, 3, n.value)),
];

const years: readonly DateRule[] = [
  row('<year> s', (_, y) =>
    y.value % 10 === 0
      ? { ...yearPeriod(y.value), end: yearPeriod(y.value + 9).end ?? 0, grain: 'decade' }
      : undefined,
  ),
  row('<ordinal> century', (_, n) => ({
    kind: 'period',
    start: yearPeriod((n.value - 1) * 100).start ?? 0,
    end: yearPeriod(n.value * 100).start ?? 0,
    grain: 'century',
  })),
  row('cy <year>', (_, y) => yearPeriod(y.value)),
  row('cy <number>', (_, n) => (n.digits?.length === 2 ? yearPeriod(fullYear(n.value)) : undefined)),
  row('<month> of? <shortYear>', (r, m, y) => monthPeriod(r, m.value, fullYear(y.value))),
  row('<month> of <number>', (r, m, n) =>
    n.digits?.length === 2 && n.value > 31 ? monthPeriod(r, m.value, fullYear(n.value)) : undefined,
  ),
  row('<number> - <year>', (r, n, y) =>
    n.value >= 1 && n.value <= 12 && Number.isInteger(n.value) ? monthPeriod(r, n.value, y.value) : undefined,
  ),
  row('<shift> calendar year', (r, s) =>
    yearPeriod(civilOf(r.day).year + (s.value === 'this' ? 0 : s.value === 'last' ? -1 : 1)),
  ),
  row('<shift> fiscal|school|financial year', () => unresolved()),
  row('fiscal|school|financial year <year>', () => unresolved()),
  row('fiscal|school|financial year', () => unresolved()),
  row('summer|winter|autumn', () => unresolved()),
  row('<shift> summer|winter|autumn|fall|spring', () => unresolved()),
];

const unresolved = (): PeriodSense => ({ kind: 'period', grain: 'year', unresolved: true });

const ofPeriods: readonly DateRule[] = [
  row('the? <ordinal> <unit> of|in <period>', (_, n, u, p) => nthUnit(p, u.value, n.value)),
  row('the? last <unit> of|in <period>', (_, u, p) => lastUnits(p, u.value, 1)),
  row('the? last <number> <unit> of|in <period>', (_, n, u, p) => lastUnits(p, u.value, n.value)),
  row('the? first <number> <unit> of|in <period>', (_, n, u, p) => unitsOf(p, u.value, 1, n.value)),
  row("<period> ' s <ordinal> <unit>", (_, p, n, u) => nthUnit(p, u.value, n.value)),
  row('the? <ordinal> <weekday> of|in the? <period>', (_, n, w, p) => nthWeekday(p, w.value, n.value)),
  row('the? last <weekday> of|in the? <period>', (_, w, p) => lastWeekday(p, w.value)),
  row('the? <ordinal> <weekday> <hours> of|in <period>', (_, n, w, h, p) => {
    const date = nthWeekday(p, w.value, n.value);
    return date === undefined ? undefined : { kind: 'stretch', day: date.day, hours: h };
  }),
  row('week <number> of|in? <year>', (_, n, y) => {
    const start = isoWeekStart(y.value, n.value);
    return { kind: 'period', start, end: start + 7, grain: 'week' };
  }),
];

/** Weeks of a month, quarters of a year, the last days of a month. */
export const englishPartsOfPeriods: readonly DateRule[] = [...quarters, ...years, ...ofPeriods];
