import { civilOf, dayOf, isoWeekStart, mondayOf, monthStart } from '../civil.ts';
import type { Day } from '../civil.ts';
import { row } from '../row.ts';
import type { DateRule } from '../row.ts';
import type { PeriodSense, Reference, Shift, Unit } from '../sense.ts';
import { addBusinessDays, shiftDay, unitAround, durationOf, isSubday } from '../units.ts';

const shiftBy: Readonly<Record<Shift, number>> = {
  next: 1,
  following: 1,
  coming: 1,
  this: 0,
  last: -1,
  past: -1,
};

const longUnits: readonly Unit[] = [
  'week',
  'fortnight',
  'weekend',
  'month',
  'quarter',
  'year',
  'decade',
  'century',
];

function shifted(reference: Reference, shift: Shift, unit: Unit): PeriodSense | undefined {
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
function monthYear(reference: Reference, month: number, by: number): number {
  const now = civilOf(reference.day);
  if (by > 0) return month > now.month ? now.year : now.year + 1;
  return month < now.month ? now.year : now.year - 1;
}

export function yearPeriod(year: number): PeriodSense {
  return { kind: 'period', start: dayOf(year, 1, 1), end: dayOf(year + 1, 1, 1), grain: 'year' };
}

/** "the next 3 days" begin tomorrow; "the last 3 days" end before today. */
function counted(reference: Reference, shift: Shift, count: number, unit: Unit): PeriodSense | undefined {
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

const shiftedUnits: readonly DateRule[] = [
  row('<shift> <unit>', (r, s, u) => (u.plural === true ? undefined : shifted(r, s.value, u.value))),
  row('the? week|wk after next', (r) => unitAround(r.day, 'week', 2)),
  row('the? <unit> after next', (r, u) =>
    longUnits.includes(u.value) ? unitAround(r.day, u.value, 2) : undefined,
  ),
  row('the week after', (r) => unitAround(r.day, 'week', 1)),
  row('the|that|same <unit>', (r, u) => (u.plural === true ? undefined : shifted(r, 'this', u.value))),
  row('weekend', (r) => unitAround(r.day, 'weekend', 0)),
  row('this|next|current working|work|business|school week', (r) => {
    const monday = mondayOf(r.day);
    return { kind: 'period', start: monday, end: monday + 5, grain: 'week' };
  }),
  row('<shift> <number> <unit>', (r, s, n, u) => counted(r, s.value, n.value, u.value)),
  row('<shift> <number> business|working|work days', (r, s, n) =>
    counted(r, s.value, n.value, 'businessDay'),
  ),
  row('<number> <shift> <unit>', (r, n, s, u) => counted(r, s.value, n.value, u.value)),
  row('<shift> a? couple of? <unit>', (r, s, u) => counted(r, s.value, 2, u.value)),
  row('<shift> a? few <unit>', (r, s, u) => counted(r, s.value, 3, u.value)),
];

const named: readonly DateRule[] = [
  row('<month>', (r, m) => monthPeriod(r, m.value)),
  row('<shift> <month>', (r, s, m) => {
    const { year } = civilOf(r.day);
    const by = s.value === 'this' ? 0 : s.value === 'last' || s.value === 'past' ? -1 : 1;
    return by === 0 ? monthPeriod(r, m.value, year) : monthPeriod(r, m.value, monthYear(r, m.value, by));
  }),
  row('<month> ,? of|in? <year>', (r, m, y) => monthPeriod(r, m.value, y.value)),
  row('<month> - <year>', (r, m, y) => monthPeriod(r, m.value, y.value)),
  row('the? year <year>', (_, y) => yearPeriod(y.value)),
  row('<year>', (_, y) => yearPeriod(y.value)),
  row('week|wk|kw <number>', (r, n) => {
    if (n.value < 1 || n.value > 53) return undefined;
    const start = isoWeekStart(civilOf(r.day).year, n.value);
    return { kind: 'period', start, end: start + 7, grain: 'week' };
  }),
  row('w / c <date>', (_, d) => ({
    kind: 'period',
    start: mondayOf(d.day),
    end: mondayOf(d.day) + 7,
    grain: 'week',
  })),
  row('the? week of|starting|beginning|commencing on? <date>', (_, d) => ({
    kind: 'period',
    start: mondayOf(d.day),
    end: mondayOf(d.day) + 7,
    grain: 'week',
  })),
];

/** Weeks, months and years around today, or by their name. */
export const englishPeriods: readonly DateRule[] = [...shiftedUnits, ...named];
