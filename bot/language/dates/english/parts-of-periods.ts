import { isoWeekStart, civilOf } from '../civil.ts';
import { fullYear } from '../numeric-dates.ts';
import { row } from '../row.ts';
import type { DateRule } from '../row.ts';
import { monthPeriod, yearPeriod } from '../periods.ts';
import {
  unitsOf,
  lastUnits,
  nthUnit,
  nthWeekday,
  lastWeekday,
  yearPart,
  unresolved,
} from '../parts-of-periods.ts';

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
