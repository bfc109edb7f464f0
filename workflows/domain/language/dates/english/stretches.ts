import { civilOf, dayOf } from '../civil.ts';
import { row } from '../row.ts';
import type { DateRule } from '../row.ts';
import type {
  DurationSense,
  LocalPoint,
  MomentSense,
  PeriodSense,
  Reference,
  StretchSense,
} from '../sense.ts';
import { durationOf, isSubday, isWholeDays, shiftDay } from '../units.ts';

const daySeconds = 86_400;

function shift(point: LocalPoint, duration: DurationSense, sign: 1 | -1): LocalPoint {
  const total = shiftDay(point.day, duration, sign) * daySeconds + point.seconds + sign * duration.seconds;
  const day = Math.floor(total / daySeconds);
  return { day, seconds: total - day * daySeconds };
}

const nowOf = (r: Reference): LocalPoint => ({ day: r.day, seconds: r.seconds });

function ahead(r: Reference, duration: DurationSense): StretchSense | PeriodSense | undefined {
  if (duration.comparison !== undefined || !duration.counted) return undefined;
  if (isWholeDays(duration)) {
    return {
      kind: 'period',
      start: r.day,
      end: shiftDay(r.day, duration, 1),
      through: shiftDay(r.day, duration, 1),
      grain: 'day',
    };
  }
  return { kind: 'stretch', start: nowOf(r), end: shift(nowOf(r), duration, 1) };
}

function behind(r: Reference, duration: DurationSense): StretchSense | PeriodSense | undefined {
  if (duration.comparison !== undefined || !duration.counted) return undefined;
  if (isWholeDays(duration)) {
    return {
      kind: 'period',
      start: shiftDay(r.day, duration, -1),
      end: r.day,
      grain: duration.unit,
      relative: true,
    };
  }
  return { kind: 'stretch', start: shift(nowOf(r), duration, -1), end: nowOf(r) };
}

function daysFrom(day: number, duration: DurationSense): PeriodSense | undefined {
  if (!isWholeDays(duration) || duration.comparison !== undefined || duration.days + duration.months === 0)
    return undefined;
  const end = shiftDay(day, duration, 1);
  return { kind: 'period', start: day, end, grain: 'day' };
}

function across(
  a: LocalPoint & { ambiguous?: boolean },
  b: LocalPoint & { ambiguous?: boolean },
): StretchSense | undefined {
  const noon = daySeconds / 2;
  const start = { day: a.day, seconds: a.seconds };
  let end = { day: b.day, seconds: b.seconds };
  const isAfter = end.day > start.day || (end.day === start.day && end.seconds > start.seconds);
  if (!isAfter && b.ambiguous === true) end = { ...end, seconds: end.seconds + noon };
  if (end.day < start.day || (end.day === start.day && end.seconds <= start.seconds)) return undefined;
  return { kind: 'stretch', start, end };
}

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
  row('<date> for <duration>', (_, date, d) => daysFrom(date.day, d)),
  row('from <date> for <duration>', (_, date, d) => daysFrom(date.day, d)),
];

const acrossDays: readonly DateRule[] = [
  row('from|between <moment> to|till|until|through|and|- <moment>', (_, a, b) => across(a, b)),
  row('<moment> to|till|until|through|- <moment>', (_, a, b) => across(a, b)),
  row('from|between <time> to|till|until|and|- <moment>', (r, a, b) => across({ day: r.day, ...a }, b)),
  row('from|between <moment> to|till|until|and|- <time>', (_, a, b) => acrossTo(a, b)),
  row('from|between <moment> to|till|until|and|- <hour>', (_, a, b) => acrossTo(a, b)),
  row('<moment> to|till|until|- <time>', (_, a, b) => acrossTo(a, b)),
];

/** "between 2:00 tomorrow and 4:00": the second time is of the same day. */
function acrossTo(a: MomentSense, b: { seconds: number; ambiguous: boolean }): StretchSense | undefined {
  if (a.now === true) return across(a, { day: a.day, ...b, ambiguous: b.ambiguous });
  const from = { seconds: a.seconds, ambiguous: a.ambiguous };
  const to = { seconds: b.seconds, ambiguous: b.ambiguous };
  return { kind: 'stretch', day: a.day, hours: { kind: 'hours', from, to, joint: 'between' } };
}

const partsOfDays: readonly DateRule[] = [
  row('early|earlier in the day|morning? on? <date>', (_, d) => half(d.day, 'early')),
  row('late|later in the day on? <date>', (_, d) => half(d.day, 'late')),
  row('<date> early|earlier in the day', (_, d) => half(d.day, 'early')),
  row('<date> late|later in the day', (_, d) => half(d.day, 'late')),
  row('later|late in? <date>', (_, d) => (d.form === 'relative' ? half(d.day, 'late') : undefined)),
  row('earlier|early in? <date>', (_, d) => (d.form === 'relative' ? half(d.day, 'early') : undefined)),
];

function half(day: number, edge: 'early' | 'late'): StretchSense {
  const noon = { seconds: daySeconds / 2, ambiguous: false };
  return {
    kind: 'stretch',
    day,
    hours: {
      kind: 'hours',
      ...(edge === 'early'
        ? { from: { seconds: 0, ambiguous: false }, to: noon }
        : { from: noon, to: { seconds: daySeconds, ambiguous: false } }),
      joint: 'between',
    },
  };
}

const ends: readonly DateRule[] = [
  row('the? end of the? day', (r) => endOfDay(r.day)),
  row('the? eod|cob|eob', (r) => endOfDay(r.day)),
  row('close of business', (r) => endOfDay(r.day)),
  row('the? end of the? <date>', (_, d) => endOfDay(d.day)),
  row('end of day|business on? <date>', (_, d) => endOfDay(d.day)),
  row('eod|cob|eob on|of? <date>', (_, d) => endOfDay(d.day)),
  row('<date> eod|cob|eob', (_, d) => endOfDay(d.day)),
  row('<date> end of day', (_, d) => endOfDay(d.day)),
];

function endOfDay(day: number): MomentSense {
  return { kind: 'moment', day, seconds: daySeconds - 1, ambiguous: false, endOfDay: true };
}

const bounds: readonly DateRule[] = [
  row('by|before|until|till|to <moment>', (_, m) => ({
    kind: 'stretch',
    day: m.day,
    hours: { kind: 'hours', to: clock(m), bound: 'before' },
  })),
  row('after <moment>', (_, m) => ({
    kind: 'stretch',
    day: m.day,
    hours: { kind: 'hours', from: clock(m), bound: 'after' },
  })),
  row('from|since <moment> on|onwards?', (_, m) => ({
    kind: 'stretch',
    day: m.day,
    hours: { kind: 'hours', from: clock(m), bound: 'since' },
  })),
  row('year to date', (r) => ({
    kind: 'period',
    start: dayOf(civilOf(r.day).year, 1, 1),
    end: r.day,
    grain: 'year',
  })),
  row('to date', (r) => ({ kind: 'period', end: r.day, grain: 'day', bound: 'before' })),
];

const clock = (m: MomentSense) => ({ seconds: m.seconds, ambiguous: m.ambiguous });

/** Stretches of time from now, over days, and the ends of days. */
export const englishStretches: readonly DateRule[] = [
  ...ends,
  ...shiftedUnits,
  ...counted,
  ...acrossDays,
  ...partsOfDays,
  ...bounds,
];
