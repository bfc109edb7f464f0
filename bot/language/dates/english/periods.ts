import { civilOf, mondayOf, weekdayOf } from '../civil.ts';
import { row } from '../row.ts';
import type { DateRule } from '../row.ts';
import type { DateSense, PeriodSense, Unit } from '../sense.ts';
import { unitAround } from '../units.ts';
import { isoWeek, longUnits, shifted, monthPeriod, monthYear, yearPeriod, counted } from '../periods.ts';

/** "the week before Christmas". */
function unitBeside(date: DateSense, unit: Unit, by: number): PeriodSense | undefined {
  return date.impossible === true ? undefined : unitAround(date.day, unit, by);
}

const shiftedUnits: readonly DateRule[] = [
  row('<shift> <unit>', (r, s, u) => (u.plural === true ? undefined : shifted(r, s.value, u.value))),
  row('the? week|wk after next', (r) => unitAround(r.day, 'week', 2)),
  row('the? <unit> after next', (r, u) =>
    longUnits.includes(u.value) ? unitAround(r.day, u.value, 2) : undefined,
  ),
  row('the? week after that?', (r) => unitAround(r.thatDay ?? r.day, 'week', 1)),
  row('the? week before that?', (r) => unitAround(r.thatDay ?? r.day, 'week', -1)),
  row('the <unit>', (r, u) => (u.plural === true ? undefined : shifted(r, 'this', u.value))),
  row('that|same <unit>', (r, u) =>
    u.plural === true ? undefined : shifted({ ...r, day: r.thatDay ?? r.day }, 'this', u.value),
  ),
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
  row('week|wk|kw|cw <number>', (r, n) => isoWeek(civilOf(r.day).year, n.value)),
  row('the? weekend of the? <date>', (_, d) =>
    d.impossible === true ? undefined : unitAround(d.day, 'weekend', 0),
  ),
  row('the? week before <date>', (_, d) => unitBeside(d, 'week', -1)),
  row('the? week after <date>', (_, d) => unitBeside(d, 'week', 1)),
  row('the? weekend before <date>', (_, d) => unitBeside(d, 'weekend', weekdayOf(d.day) < 5 ? -1 : 0)),
  row('the? weekend after <date>', (_, d) => unitBeside(d, 'weekend', weekdayOf(d.day) < 5 ? 0 : 1)),
  row('this past|last weekend', (r) => unitAround(r.day, 'weekend', -1)),
  row('this coming|upcoming|next weekend', (r) => unitAround(r.day, 'weekend', 0)),
  row('week|wk|cw|kw <number> of|in? <year>', (_, n, y) => isoWeek(y.value, n.value)),
  row('w / c <date>', (_, d) => ({
    kind: 'period',
    start: mondayOf(d.day),
    end: mondayOf(d.day) + 7,
    grain: 'week',
  })),
  row('the? week|wk of|starting|beginning|commencing on? <date>', (_, d) => ({
    kind: 'period',
    start: mondayOf(d.day),
    end: mondayOf(d.day) + 7,
    grain: 'week',
  })),
];

/** Weeks, months and years around today, or by their name. */
export const englishPeriods: readonly DateRule[] = [...shiftedUnits, ...named];
