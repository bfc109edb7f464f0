import { row } from '../row.ts';
import type { DateRule } from '../row.ts';
import { inPart } from '../parts-of-day.ts';
import type { DateSense, ClockTime, HoursSense, MomentSense, StretchSense, PartOfDay } from '../sense.ts';

function moment(date: DateSense, clock: ClockTime): MomentSense {
  return {
    kind: 'moment',
    day: date.day,
    seconds: clock.seconds,
    ambiguous: clock.ambiguous,
    ...(date.impossible === true ? { impossible: true } : {}),
  };
}

function stretch(date: DateSense, hours: HoursSense): StretchSense | undefined {
  return date.impossible === true ? undefined : { kind: 'stretch', day: date.day, hours };
}

const at = (clock: ClockTime, part: PartOfDay): ClockTime =>
  inPart({ kind: 'hours', from: clock }, part).from ?? clock;

const today: readonly DateRule[] = [
  row('now', (r) => ({ kind: 'moment', day: r.day, seconds: r.seconds, ambiguous: false, now: true })),
  row('right|just now', (r) => ({
    kind: 'moment',
    day: r.day,
    seconds: r.seconds,
    ambiguous: false,
    now: true,
  })),
  row('at present', (r) => ({ kind: 'moment', day: r.day, seconds: r.seconds, ambiguous: false, now: true })),
  row('at this time|moment', (r) => ({
    kind: 'moment',
    day: r.day,
    seconds: r.seconds,
    ambiguous: false,
    now: true,
  })),
  row('tonight|tonite|tonigh', (r) => ({
    kind: 'stretch',
    day: r.day,
    hours: { kind: 'hours', part: 'night' },
  })),
  row('this <part>', (r, p) => ({ kind: 'stretch', day: r.day, hours: { kind: 'hours', part: p.value } })),
  row('last night', (r) => ({ kind: 'stretch', day: r.day - 1, hours: { kind: 'hours', part: 'night' } })),
  row('next <part>', (r, p) => ({
    kind: 'stretch',
    day: r.day + 1,
    hours: { kind: 'hours', part: p.value },
  })),
];

const withTime: readonly DateRule[] = [
  row('<date> ,|-? <time>', (_, d, t) => moment(d, t)),
  row('<date> ,? at|@|around|about <hour>', (_, d, h) => moment(d, h)),
  row('<date> <hour>', (_, d, h) =>
    d.form === 'weekday' || d.form === 'relative' ? moment(d, h) : undefined,
  ),
  row('<time> ,? on? <date>', (_, t, d) => moment(d, t)),
  row('<stretch> ,? <time>', (_, s, t) =>
    'day' in s && s.hours.part !== undefined && s.hours.bound === undefined
      ? { kind: 'moment', day: s.day, ...at(t, s.hours.part) }
      : undefined,
  ),
  row('<stretch> at|around <hour>', (_, s, t) =>
    'day' in s && s.hours.part !== undefined && s.hours.bound === undefined
      ? { kind: 'moment', day: s.day, ...at({ seconds: t.seconds, ambiguous: t.ambiguous }, s.hours.part) }
      : undefined,
  ),
  row('<time> ,? <stretch>', (_, t, s) =>
    'day' in s && s.hours.part !== undefined && s.hours.bound === undefined
      ? {
          kind: 'moment',
          day: s.day,
          seconds: at(t, s.hours.part).seconds,
          ambiguous: at(t, s.hours.part).ambiguous,
        }
      : undefined,
  ),
];

const withHours: readonly DateRule[] = [
  row('<date> ,|-? <hours>', (_, d, h) => stretch(d, h)),
  row('<date> ,|-? <hourRange>', (_, d, h) =>
    stretch(d, { kind: 'hours', from: h.from, to: h.to, joint: 'to', bare: true }),
  ),
  row('<hours> ,? on|of? <date>', (_, h, d) => stretch(d, h)),
  row('<hourRange> on? <date>', (_, h, d) =>
    stretch(d, { kind: 'hours', from: h.from, to: h.to, joint: 'to' }),
  ),
  row('<stretch> ,? <hours>', (_, s, h) =>
    'day' in s && s.hours.part !== undefined && h.from !== undefined && h.to !== undefined
      ? { kind: 'stretch', day: s.day, hours: inPart(h, s.hours.part) }
      : undefined,
  ),
  row('<hours> ,? <stretch>', (_, h, s) =>
    'day' in s && s.hours.part !== undefined && h.from !== undefined && h.to !== undefined
      ? { kind: 'stretch', day: s.day, hours: inPart(h, s.hours.part) }
      : undefined,
  ),
];

/** A day together with a time or with hours. */
export const englishMoments: readonly DateRule[] = [...today, ...withTime, ...withHours];
