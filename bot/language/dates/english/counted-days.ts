import { row } from '../row.ts';
import type { DateRule } from '../row.ts';
import { aside, asideOf, fromToday, fromDay } from '../counted-days.ts';

/** "in two weeks", "3 days from Tuesday", "5 minutes ago". */
export const englishCountedDays: readonly DateRule[] = [
  row("in <duration> ' time", (r, d) => fromToday(r, d, 1)),
  row("in <duration> ' s time", (r, d) => fromToday(r, d, 1)),
  row('in <duration> time', (r, d) => fromToday(r, d, 1)),
  row('in <duration>', (r, d) => fromToday(r, d, 1)),
  row('<duration> from|after now', (r, d) => fromToday(r, d, 1)),
  row('<duration> later|hence', (r, d) => fromToday(r, d, 1)),
  row('<duration> ago|earlier', (r, d) => fromToday(r, d, -1)),
  row('<duration> from|after|since <date>', (_, d, from) => fromDay(from.day, d, 1)),
  row('<duration> before <time>', (r, d, t) => aside(r, t, d, -1)),
  row('<duration> after <time>', (r, d, t) => aside(r, t, d, 1)),
  row('<duration> before <moment>', (r, d, m) => asideOf(r, m, d, -1)),
  row('<duration> after <moment>', (r, d, m) => asideOf(r, m, d, 1)),
  row('<duration> before <date>', (_, d, from) => fromDay(from.day, d, -1)),
  row('in <duration> from|since <date>', (_, d, from) => fromDay(from.day, d, 1)),
];
