import { row } from '../row.ts';
import type { DateRule } from '../row.ts';
import { durationOf, isSubday, unitAround } from '../units.ts';
import {
  ahead,
  behind,
  daysFrom,
  across,
  acrossTo,
  half,
  earlierThatDay,
  endOfDay,
  restOfDay,
  openStretch,
  untilPart,
} from '../stretches.ts';

const shiftedUnits: readonly DateRule[] = [
  row('<shift> <unit>', (r, s, u) => {
    if (!isSubday(u.value) || u.plural === true || s.value === 'this') return undefined;
    return s.value === 'last' || s.value === 'past'
      ? behind(r, durationOf(1, u.value))
      : ahead(r, durationOf(1, u.value));
  }),
  row('<shift> <duration>', (r, s, d) => {
    if (s.value === 'last' || s.value === 'past') return behind(r, d);
    return isSubday(d.unit) && s.value !== 'this' ? ahead(r, d) : undefined;
  }),
  row('<number> <shift> <unit>', (r, n, s, u) => {
    if (!isSubday(u.value) || s.value === 'this') return undefined;
    const duration = durationOf(n.value, u.value);
    return s.value === 'last' || s.value === 'past' ? behind(r, duration) : ahead(r, duration);
  }),
  row('within|inside the? next? <duration>', (r, d) => ahead(r, d)),
];

const counted: readonly DateRule[] = [
  row('for? <duration> ,? from|starting|beginning from|on? <date>', (_, d, date) => daysFrom(date.day, d)),
  row('from <date> for <duration>', (_, date, d) => daysFrom(date.day, d)),
];

const acrossDays: readonly DateRule[] = [
  row('from|between <moment> to|till|until|through|and|- <moment>', (_, a, b) => across(a, b)),
  row('<moment> to|till|until|through|- <moment>', (_, a, b) => across(a, b)),
  row('from <time> till|until|to <moment>', (r, a, b) =>
    b.timeFirst === true ? undefined : across({ day: r.day, ...a }, b),
  ),
  row('from|between <moment> to|till|until|and|- <time>', (_, a, b) => acrossTo(a, b)),
  row('from|between <moment> to|till|until|and|- <hour>', (_, a, b) => acrossTo(a, b)),
  row('from|between <date> to|till|until|and|- <moment>', (_, a, b) => across({ day: a.day, seconds: 0 }, b)),
  row('<moment> to|till|until|- <time>', (_, a, b) => acrossTo(a, b)),
];

const partsOfDays: readonly DateRule[] = [
  row('the? rest|remainder of the|my|your|our|this? day', (r) => restOfDay(r)),
  row('the? rest|remainder of <date>', (r, d) => (d.day === r.day ? restOfDay(r) : undefined)),
  row('early|earlier in the day|morning? on? <date>', (_, d) => half(d.day, 'early')),
  row('late|later in the day on? <date>', (_, d) => half(d.day, 'late')),
  row('<date> early|earlier in the day', (_, d) => half(d.day, 'early')),
  row('<date> late|later in the day', (_, d) => half(d.day, 'late')),
  row('later|late in? <date>', (_, d) => (d.form === 'relative' ? half(d.day, 'late') : undefined)),
  row('earlier|early in? <date>', (_, d) => (d.form === 'relative' ? half(d.day, 'early') : undefined)),
];

const ends: readonly DateRule[] = [
  row('the? end of the? day', (r) => endOfDay(r.day)),
  row('the? eod|cob|eob', (r) => endOfDay(r.day)),
  row('close of business|play', (r) => endOfDay(r.day)),
  row('close of business|play on? <date>', (_, d) => endOfDay(d.day)),
  row('the? end of the? <date>', (_, d) => endOfDay(d.day)),
  row('end of day|business on? <date>', (_, d) => endOfDay(d.day)),
  row('eod|cob|eob on|of? <date>', (_, d) => endOfDay(d.day)),
  row('<date> eod|cob|eob', (_, d) => endOfDay(d.day)),
  row('<date> end of day', (_, d) => endOfDay(d.day)),
];

const bounds: readonly DateRule[] = [
  row('by|until|till|before <stretch>', (_, s) => untilPart(s)),
  row('no|not later than <stretch>', (_, s) => untilPart(s)),
  row('by|until|till|to <moment>', (_, m) => openStretch(m, 'until')),
  row('before <moment>', (_, m) => (m.timeFirst === true ? earlierThatDay(m) : openStretch(m, 'until'))),
  row('no|not later than <moment>', (_, m) => openStretch(m, 'until')),
  row('after <moment>', (_, m) => openStretch(m, 'from')),
  row('from|since <moment> on|onwards?', (_, m) => openStretch(m, 'from')),
  row('<unit> to date', (r, u) =>
    isSubday(u.value) || u.plural === true ? undefined : { ...unitAround(r.day, u.value, 0), end: r.day },
  ),
];

/** Stretches of time from now, over days, and the ends of days. */
export const englishStretches: readonly DateRule[] = [
  ...ends,
  ...shiftedUnits,
  ...counted,
  ...acrossDays,
  ...partsOfDays,
  ...bounds,
];
