import { civilOf } from '../civil.ts';
import { fullYear } from '../numeric-dates.ts';
import { row } from '../row.ts';
import type { DateRule } from '../row.ts';
import type { PeriodSense, Reference } from '../sense.ts';
import { monthPeriod, yearPeriod } from '../periods.ts';
import {
  unitsOf,
  lastUnits,
  nthUnit,
  nthWeekday,
  lastWeekday,
  weekdayBefore,
  weekdayAfter,
  businessDayOf,
  yearPart,
  unresolved,
} from '../parts-of-periods.ts';

function decade(year: number): PeriodSense | undefined {
  return year % 10 === 0
    ? { ...yearPeriod(year), end: yearPeriod(year + 9).end ?? 0, grain: 'decade' }
    : undefined;
}

/** "the 90s"; two digits from 30 on are of the last century. */
function decadeOf({ value, digits }: { value: number; digits?: string }): PeriodSense | undefined {
  return digits?.length === 2 && value >= 30 ? decade(1900 + value) : undefined;
}

/** "Q1 of next year". */
function ofYear(r: Reference, months: number, n: number, p: PeriodSense): PeriodSense | undefined {
  return p.grain === 'year' && p.start !== undefined
    ? yearPart(r, months, n, civilOf(p.start).year)
    : undefined;
}

/** "2015-3", "03/2015": a month by its number, written in digits. */
function yearMonth(
  r: Reference,
  { value, digits }: { value: number; digits?: string },
  year: number,
): PeriodSense | undefined {
  return value >= 1 && value <= 12 && digits !== undefined ? monthPeriod(r, value, year) : undefined;
}

const quarters: readonly DateRule[] = [
  row('q <number>', (r, n) => yearPart(r, 3, n.value)),
  row('h <number>', (r, n) => (n.value <= 2 ? yearPart(r, 6, n.value) : undefined)),
  row('q <number> -|of|in? <year>', (r, n, y) => yearPart(r, 3, n.value, y.value)),
  row('<year> -? q <number>', (r, y, n) => yearPart(r, 3, n.value, y.value)),
  row('<year> -? h <number>', (r, y, n) => yearPart(r, 6, n.value, y.value)),
  row('q <number> of? <period>', (r, n, p) => ofYear(r, 3, n.value, p)),
  row('h <number> of? <period>', (r, n, p) => ofYear(r, 6, n.value, p)),
  row('h <number> of|in? <year>', (r, n, y) => yearPart(r, 6, n.value, y.value)),
  row('the? <ordinal> quarter of|in? <year>', (r, n, y) => yearPart(r, 3, n.value, y.value)),
  row('the? <ordinal> quarter of the? year', (r, n) => yearPart(r, 3, n.value)),
  row('the? <ordinal> quarter', (r, n) => yearPart(r, 3, n.value)),
];

const years: readonly DateRule[] = [
  row('<year> s', (_, y) => decade(y.value)),
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
  row('<number> - <year>', (r, n, y) => yearMonth(r, n, y.value)),
  row('<shift> calendar year', (r, s) =>
    yearPeriod(civilOf(r.day).year + (s.value === 'this' ? 0 : s.value === 'last' ? -1 : 1)),
  ),
  row('the? <number> s', (_, n) => decadeOf(n)),
  row('the? <shortYear> s', (_, y) => decade(fullYear(y.value))),
  row('fy <year>', () => unresolved()),
  row('fy <number>', (_, n) => (n.digits?.length === 2 ? unresolved() : undefined)),
  row('<shift> fiscal|school|financial year', () => unresolved()),
  row('fiscal|school|financial year <year>', () => unresolved()),
  row('fiscal|school|financial year', () => unresolved()),
  row('summer|winter|autumn|fall|spring of|in? <year>', () => unresolved()),
  row('the summer|winter|autumn|fall|spring of|in? <year>', () => unresolved()),
  row('<year> - <number>', (r, y, n) => yearMonth(r, n, y.value)),
  row('<year> / <number>', (r, y, n) => yearMonth(r, n, y.value)),
  row('<year> . <number>', (r, y, n) => yearMonth(r, n, y.value)),
  row('<number> / <year>', (r, n, y) => yearMonth(r, n, y.value)),
  row('<number> . <year>', (r, n, y) => yearMonth(r, n, y.value)),
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
  row('the? last <weekday> before <date>', (_, w, d) => weekdayBefore(d, w.value)),
  row('the? first <weekday> after <date>', (_, w, d) => weekdayAfter(d, w.value)),
  row('the? first business|working|work day of|in the? <period>', (_, p) => businessDayOf(p, 1)),
  row('the? last business|working|work day of|in the? <period>', (_, p) => businessDayOf(p, -1)),
  row('the? last <weekday> of|in the? <period>', (_, w, p) => lastWeekday(p, w.value)),
  row('the? <ordinal> <weekday> <hours> of|in <period>', (_, n, w, h, p) => {
    const date = nthWeekday(p, w.value, n.value);
    return date === undefined ? undefined : { kind: 'stretch', day: date.day, hours: h };
  }),
];

/** Weeks of a month, quarters of a year, the last days of a month. */
export const englishPartsOfPeriods: readonly DateRule[] = [...quarters, ...years, ...ofPeriods];
