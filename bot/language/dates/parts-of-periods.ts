import { addMonths, isoWeekStart, mondayOf, civilOf, monthStart, weekdayOf } from './civil.ts';
import type { Day } from './civil.ts';
import type { DateSense, PeriodSense, Reference, Unit } from './sense.ts';
import { addBusinessDays, durationOf, shiftDay } from './units.ts';

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
export function unitsOf(
  period: PeriodSense,
  unit: Unit,
  from: number,
  count: number,
): PeriodSense | undefined {
  const { start, end } = period;
  if (start === undefined || end === undefined || period.bound !== undefined) return undefined;
  const one = durationOf(1, unit);
  let first = start;
  for (let index = 1; index < from; index += 1) first = shiftDay(first, one, 1);
  const last = shiftDay(first, durationOf(count, unit), 1);
  return last <= end ? { kind: 'period', start: first, end: last, grain: unit } : undefined;
}

export function lastUnits(period: PeriodSense, unit: Unit, count: number): PeriodSense | undefined {
  const { end, start } = period;
  if (end === undefined || start === undefined || period.bound !== undefined) return undefined;
  if (unit === 'week') return lastWeeks(period, count);
  return { kind: 'period', start: shiftDay(end, durationOf(count, unit), -1), end, grain: unit };
}

export function nthUnit(period: PeriodSense, unit: Unit, n: number): PeriodSense | undefined {
  if (unit === 'day' || unit === 'night') return undefined;
  return unit === 'week' ? nthWeek(period, n) : unitsOf(period, unit, n, 1);
}

export function nthWeekday(period: PeriodSense, weekday: number, n: number): DateSense | undefined {
  const { start, end } = period;
  if (start === undefined || end === undefined || period.bound !== undefined) return undefined;
  const day = start + ((weekday - weekdayOf(start) + 7) % 7) + 7 * (n - 1);
  return day < end ? { kind: 'date', day, form: 'relative' } : undefined;
}

export function lastWeekday(period: PeriodSense, weekday: number): DateSense | undefined {
  const { end } = period;
  if (end === undefined || period.bound !== undefined) return undefined;
  return { kind: 'date', day: end - 1 - ((weekdayOf(end - 1) - weekday + 7) % 7), form: 'relative' };
}

/** "the last Friday before Christmas". */
export function weekdayBefore({ day, impossible }: DateSense, weekday: number): DateSense | undefined {
  if (impossible === true) return undefined;
  return { kind: 'date', day: day - 1 - ((weekdayOf(day - 1) - weekday + 7) % 7), form: 'relative' };
}

/** "the first Monday after Easter". */
export function weekdayAfter({ day, impossible }: DateSense, weekday: number): DateSense | undefined {
  if (impossible === true) return undefined;
  return { kind: 'date', day: day + 1 + ((weekday - weekdayOf(day + 1) + 7) % 7), form: 'relative' };
}

/** The first (1) or the last (-1) day from Monday to Friday of a period. */
export function businessDayOf({ start, end, bound }: PeriodSense, which: 1 | -1): DateSense | undefined {
  if (start === undefined || end === undefined || bound !== undefined) return undefined;
  const day = which === 1 ? addBusinessDays(start - 1, 1) : addBusinessDays(end, -1);
  return { kind: 'date', day, form: 'relative' };
}

/** The quarter or half of a year; without a year, the next that is not over. */
export function yearPart(
  reference: Reference,
  months: number,
  n: number,
  year?: number,
): PeriodSense | undefined {
  if (n < 1 || n > 12 / months) return undefined;
  const at = (chosen: number): PeriodSense => {
    const start = monthStart(chosen, (n - 1) * months + 1);
    return { kind: 'period', start, end: addMonths(start, months), grain: months === 3 ? 'quarter' : 'year' };
  };
  if (year !== undefined) return at(year);
  const thisYear = at(civilOf(reference.day).year);
  return (thisYear.end ?? 0) <= reference.day ? at(civilOf(reference.day).year + 1) : thisYear;
}

export const unresolved = (): PeriodSense => ({ kind: 'period', grain: 'year', unresolved: true });
