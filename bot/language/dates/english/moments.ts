import { row } from '../row.ts';
import type { DateRule } from '../row.ts';
import { edged, inPart } from '../parts-of-day.ts';
import { nextDayOfMonth } from '../month-days.ts';
import { moment, stretch, hoursFirst, timeOf } from '../moments.ts';

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
  row('<edge> tonight|tonite', (r, e) => ({
    kind: 'stretch',
    day: r.day,
    hours: { kind: 'hours', part: edged('night', e.value) },
  })),
  row('later this <part>', (r, p) => ({
    kind: 'stretch',
    day: r.day,
    hours: { kind: 'hours', part: edged(p.value, 'late') },
  })),
  row('<edge> - <part>', (_, e, p) => ({ kind: 'hours', part: edged(p.value, e.value) })),
  row('this <part>', (r, p) => ({ kind: 'stretch', day: r.day, hours: { kind: 'hours', part: p.value } })),
  row('<edge> this <part>', (r, e, p) => ({
    kind: 'stretch',
    day: r.day,
    hours: { kind: 'hours', part: edged(p.value, e.value) },
  })),
  row('<edge> <date> <part>', (_, e, d, p) => ({
    kind: 'stretch',
    day: d.day,
    hours: { kind: 'hours', part: edged(p.value, e.value) },
  })),
  row('<date> <meridiem>', (_, d, m) => ({
    kind: 'stretch',
    day: d.day,
    hours: { kind: 'hours', part: m.pm ? 'afternoon' : 'morning' },
  })),
  row('last night', (r) => ({ kind: 'stretch', day: r.day - 1, hours: { kind: 'hours', part: 'night' } })),
  row('next <part>', (r, p) => ({
    kind: 'stretch',
    day: r.day + 1,
    hours: { kind: 'hours', part: p.value },
  })),
];

const withTime: readonly DateRule[] = [
  row('<date> ,|-? at|@|around? <time>', (_, d, t) => moment(d, t)),
  row('<date> , at <time>', (_, d, t) => moment(d, t)),
  row('<date> ,? at|@|around|about <hour>', (_, d, h) => moment(d, h)),
  row('<date> <hour>', (_, d, h) =>
    d.form === 'weekday' || d.form === 'relative' || h.seconds % 3600 !== 0 ? moment(d, h) : undefined,
  ),
  row('around|about|circa|approximately|roughly <moment>', (_, m) => ({ ...m, approximate: true })),
  row('at? <hour> <stretch>', (_, h, s) => timeOf(s, h)),
  row('<time> ,? on|of? <date>', (_, t, d) => ({ ...moment(d, t), timeFirst: true })),
  row('<stretch> ,? at|around? <time>', (_, s, t) => timeOf(s, t)),
  row('at? <time> on <stretch>', (_, t, s) => timeOf(s, t)),
  row('at? <hour> on <stretch>', (_, h, s) => timeOf(s, h)),
  row('<stretch> at|around <hour>', (_, s, h) => timeOf(s, h)),
  row('<time> ,? <stretch>', (_, t, s) => timeOf(s, t)),
];

const withHours: readonly DateRule[] = [
  row('the <number> <hours>', (r, n, h) => {
    const day = n.digits === undefined ? undefined : nextDayOfMonth(r, n.value);
    return day === undefined ? undefined : { kind: 'stretch', day, hours: h };
  }),
  row('<date> ,|-? <hours>', (_, d, h) => stretch(d, h)),
  row('<date> ,|-? <hourRange>', (_, d, h) =>
    stretch(d, { kind: 'hours', from: h.from, to: h.to, joint: 'to', bare: true }),
  ),
  row('<hours> ,? on|of? <date>', (_, h, d) => hoursFirst(stretch(d, h))),
  row('<hours> on either <date>', (_, h, d) => hoursFirst(stretch(d, h))),
  row('<hourRange> on? <date>', (_, h, d) =>
    stretch(d, { kind: 'hours', from: h.from, to: h.to, joint: 'to' }),
  ),
  row('<stretch> ,? <hours>', (_, s, h) =>
    'day' in s && s.hours.part !== undefined && h.from !== undefined && h.to !== undefined
      ? { kind: 'stretch', day: s.day, hours: inPart(h, s.hours.part) }
      : undefined,
  ),
  row('<stretch> ,? <hourRange>', (_, s, h) =>
    'day' in s && s.hours.part !== undefined
      ? {
          kind: 'stretch',
          day: s.day,
          hours: inPart({ kind: 'hours', from: h.from, to: h.to, joint: 'to' }, s.hours.part),
        }
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
