import { civilOf, dayOf, isoWeekStart, monthStart } from './civil.ts';
import type { Day } from './civil.ts';
import type { PeriodSense, Reference, Shift, Unit } from './sense.ts';
import { addBusinessDays, shiftDay, unitAround, durationOf, isSubday } from './units.ts';

const shiftBy: Readonly<Record<Shift, number>> = {
  next: 1,
  following: 1,
  coming: 1,
  this: 0,
  last: -1,
  past: -1,
};

export const longUnits: readonly Unit[] = [
  'week',
  'fortnight',
  'weekend',
  'month',
  'quarter',
  'year',
  'decade',
  'century',
];

export function shifted(reference: Reference, shift: Shift, unit: Unit): PeriodSense | undefined {
  if (!longUnits.includes(unit)) return undefined;
  return { ...unitAround(reference.day, unit, shiftBy[shift]), relative: true };
}

/** The month ahead or, in its course, this one; of a named month the next whose end is not reached. */
export function monthPeriod(reference: Reference, month: number, year?: number): PeriodSense {
  const now = civilOf(reference.day);
  const chosen = year ?? (month < now.month ? now.year + 1 : now.year);
  return {
    kind: 'period',
    start: monthStart(chosen, month),
    end: monthStart(chosen, month + 1),
    grain: 'month',
    month,
    ...(year === undefined ? { yearless: true } : {}),
  };
}

/** "next May" is the next that has not begun, "last May" the last that is over. */
export function monthYear(reference: Reference, month: number, by: number): number {
  const now = civilOf(reference.day);
  if (by > 0) return month > now.month ? now.year : now.year + 1;
  return month < now.month ? now.year : now.year - 1;
}

export function yearPeriod(year: number): PeriodSense {
  return { kind: 'period', start: dayOf(year, 1, 1), end: dayOf(year + 1, 1, 1), grain: 'year' };
}

/** "the next 3 days" begin tomorrow; "the last 3 days" end before today. */
export function counted(
  reference: Reference,
  shift: Shift,
  count: number,
  unit: Unit,
): PeriodSense | undefined {
  const by = shiftBy[shift];
  if (by === 0 || isSubday(unit) || !Number.isInteger(count) || count < 1) return undefined;
  const today = reference.day;
  const period = (start: Day, end: Day): PeriodSense => ({
    kind: 'period',
    start,
    end,
    grain: unit,
    relative: true,
  });
  if (unit === 'businessDay') {
    return by > 0
      ? period(addBusinessDays(today, 1), addBusinessDays(today, count) + 1)
      : period(addBusinessDays(today, -count), today);
  }
  if (unit === 'quarter' || unit === 'decade' || unit === 'century' || unit === 'weekend') {
    const near = unitAround(today, unit, by);
    const far = unitAround(today, unit, by * count);
    const [first, last] = by > 0 ? [near, far] : [far, near];
    return first.start === undefined || last.end === undefined ? undefined : period(first.start, last.end);
  }
  const length = durationOf(count, unit);
  return by > 0
    ? period(today + 1, shiftDay(today + 1, length, 1))
    : period(shiftDay(today, length, -1), today);
}

/** ISO 8601: week 1 to 53 of a year, Monday to Sunday. */
export function isoWeek(year: number, week: number): PeriodSense | undefined {
  if (week < 1 || week > 53) return undefined;
  const start = isoWeekStart(year, week);
  return { kind: 'period', start, end: start + 7, grain: 'week' };
}
