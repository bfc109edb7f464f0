import { ofDate as boundDate, ofPeriod as boundPeriod } from '../bounds.ts';
import { mondayOf } from '../civil.ts';
import { earlier, later, time, withMeridiem } from '../clock-times.ts';
import { fromToday } from '../counted-days.ts';
import { between, ofDate, ofPeriod } from '../day-ranges.ts';
import {
  afterWeekday,
  dayOfMonth,
  monthDay,
  relative,
  shiftedWeekday,
  weekdayOfWeek,
  withYear,
} from '../days.ts';
import { hoursOf, partHours, timeInPart } from '../hours.ts';
import { moment, stretch } from '../moments.ts';
import { nextWeekday } from '../month-days.ts';
import { counted, monthPeriod, shifted, yearPeriod } from '../periods.ts';
import { current, portion } from '../portions.ts';
import { row } from '../row.ts';
import type { DateRule } from '../row.ts';
import { openStretch } from '../stretches.ts';
import { addDurations, durationOf, unitAround } from '../units.ts';

const durations: readonly DateRule[] = [
  row('<number> <unit>', (_, n, u) => durationOf(n.value, u.value)),
  row('<number> h', (_, n) => durationOf(n.value, 'hour')),
  row('<number> h <number>', (_, n, m) =>
    addDurations(durationOf(n.value, 'hour'), durationOf(m.value, 'minute')),
  ),
  row('media hora', () => durationOf(30, 'minute')),
  row('un? cuarto de hora', () => durationOf(15, 'minute')),
  row('tres cuartos de hora', () => durationOf(45, 'minute')),
  row('<number> hora|horas y media', (_, n) => durationOf(n.value + 0.5, 'hour')),
  row('<number> hora|horas y cuarto', (_, n) => durationOf(n.value + 0.25, 'hour')),
  row('medio día|dia de trabajo', () => durationOf(4, 'hour')),
  row('<duration> y? <duration>', (_, a, b) =>
    a.unit === 'hour' && b.unit === 'minute' ? addDurations(a, b) : undefined,
  ),
];

const days: readonly DateRule[] = [
  row('hoy', (r) => relative(r.day)),
  row('mañana|manana', (r) => relative(r.day + 1)),
  row('pasado mañana|manana', (r) => relative(r.day + 2)),
  row('ayer', (r) => relative(r.day - 1)),
  row('anteayer', (r) => relative(r.day - 2)),
  row('el? <number> de? <month>', (r, n, m) => monthDay(r, m.value, n.value)),
  row('<date> de|del? <year>', (_, d, y) => withYear(d, y.value)),
  row('el día|dia? <number>', (r, n) => (n.digits === undefined ? undefined : dayOfMonth(r, n.value))),
  row('el <date>', (_, d) => d),
  row('<weekday>', (r, w) => ({
    kind: 'date',
    day: nextWeekday(r, w.value),
    form: 'weekday',
    weekday: w.value,
  })),
  row('<shift> <weekday>', (r, s, w) => shiftedWeekday(r, s.value, w.value)),
  row('<weekday> <shift>', (r, w, s) => shiftedWeekday(r, s.value, w.value)),
  row('<weekday> que viene', (r, w) => shiftedWeekday(r, 'next', w.value)),
  row('<weekday> de la <shift> semana', (r, w, s) => weekdayOfWeek(mondayOf(r.day), s.value, w.value)),
  row('<weekday> de la semana que viene', (r, w) => weekdayOfWeek(mondayOf(r.day), 'next', w.value)),
  row('<weekday> ,? <date>', (r, w, d) => afterWeekday(r, w, d)),
  row('en <duration>', (r, d) => fromToday(r, d, 1)),
  row('dentro de <duration>', (r, d) => fromToday(r, d, 1)),
  row('hace <duration>', (r, d) => fromToday(r, d, -1)),
];

const periods: readonly DateRule[] = [
  row('la|el? <shift> <unit>', (r, s, u) => (u.plural === true ? undefined : shifted(r, s.value, u.value))),
  row('la|el? <unit> <shift>', (r, u, s) => (u.plural === true ? undefined : shifted(r, s.value, u.value))),
  row('la|el? <unit> que viene', (r, u) => shifted(r, 'next', u.value)),
  row('este? fin de semana', (r) => unitAround(r.day, 'weekend', 0)),
  row('los|las <shift> <number> <unit>', (r, s, n, u) => counted(r, s.value, n.value, u.value)),
  row('en? <month>', (r, m) => monthPeriod(r, m.value)),
  row('<month> de? <year>', (r, m, y) => monthPeriod(r, m.value, y.value)),
  row('<year>', (_, y) => yearPeriod(y.value)),
  row('a? principios|principio|comienzos de|del <period>', (r, p) => portion(r, p, 'early', true)),
  row('a? principios|principio de|del <unit>', (r, u) => portion(r, current(r, u.value), 'early', true)),
  row('a? fines|finales|final de|del <unit>', (r, u) => portion(r, current(r, u.value), 'late', true)),
  row('a? mediados de|del <period>', (r, p) => portion(r, p, 'mid', true)),
  row('a? fines|finales|final de|del <period>', (r, p) => portion(r, p, 'late', true)),
  row('<date> a|al|- <date>', (r, a, b) => between(r, ofDate(a), ofDate(b))),
  row('de|del|desde <date> a|al|hasta <date>', (r, a, b) => between(r, ofDate(a), ofDate(b))),
  row('entre <date> y <date>', (r, a, b) => between(r, ofDate(a), ofDate(b))),
  row('de <period> a <period>', (r, a, b) => between(r, ofPeriod(a), ofPeriod(b))),
  row('antes de|del <date>', boundDate('before')),
  row('hasta|para <date>', boundDate('by')),
  row('después|despues de|del <date>', boundDate('after')),
  row('desde|a partir? de|del? <date>', boundDate('since')),
  row('después|despues de|del <period>', boundPeriod('after')),
];

const times: readonly DateRule[] = [
  row('a las|la <hour>', (_, h) => time(h.seconds, h.ambiguous)),
  row('a las|la <time>', (_, t) => t),
  row('a las|la <hour> y media', (_, h) => time(h.seconds + 1800, h.ambiguous)),
  row('a las|la <hour> y cuarto', (_, h) => time(h.seconds + 900, h.ambiguous)),
  row('a las|la <hour> menos cuarto', (_, h) => time((h.seconds + 43_200 - 900) % 43_200, h.ambiguous)),
  row('<time> y media', (_, t) => later(t, 30)),
  row('<time> y cuarto', (_, t) => later(t, 15)),
  row('<time> menos cuarto', (_, t) => earlier(t, 15)),
  row('<time> y <number>', (_, t, n) =>
    n.value < 60 && t.seconds % 3600 === 0 ? later(t, n.value) : undefined,
  ),
  row('<time> menos <number>', (_, t, n) => (n.value < 60 ? earlier(t, n.value) : undefined)),
  row('a las <number>', (_, n) =>
    n.value > 12 && n.value <= 24 && Number.isInteger(n.value) ? time(n.value * 3600) : undefined,
  ),
  row('<time> de|por la <part>', (_, t, p) => timeInPart(t, p.value)),
  row('<time> de|por la mañana|manana', (_, t) => timeInPart(t, 'morning')),
  row('<hour> a .? m .?', (_, h) => withMeridiem(h, false)),
  row('<hour> p .? m .?', (_, h) => withMeridiem(h, true)),
  row('<hour> am', (_, h) => withMeridiem(h, false)),
  row('<hour> pm', (_, h) => withMeridiem(h, true)),
  row('<time> pm', (_, t) => withMeridiem(t, true)),
  row('<hour> hrs|horas', (_, h) =>
    h.seconds >= 7 * 3600 || !h.ambiguous ? time(h.seconds, h.ambiguous) : undefined,
  ),
  row('a|al? mediodía|mediodia', () => time(12 * 3600)),
  row('a? medianoche', () => time(0)),
  row('<time>', (_, t) => ({ kind: 'clock', seconds: t.seconds, ambiguous: t.ambiguous, certain: true })),
  row('<hour>', (_, h) => ({ kind: 'clock', seconds: h.seconds, ambiguous: h.ambiguous, certain: false })),
  row('de|desde las|la? <clock> a|hasta|- las|la? <clock>', (_, a, b) => hoursOf(a, b, 'to', true)),
  row('entre las|la? <clock> y las|la? <clock>', (_, a, b) => hoursOf(a, b, 'between', true)),
  row('<clock> a|- <clock>', (_, a, b) => hoursOf(a, b, 'to', false)),
  row('antes de las|la <clock>', (_, t) => ({ kind: 'hours', to: t, bound: 'before' })),
  row('después|despues de las|la <clock>', (_, t) => ({ kind: 'hours', from: t, bound: 'after' })),
  row('a partir de las|la <clock>', (_, t) => ({ kind: 'hours', from: t, bound: 'since' })),
  row('hasta las|la <clock>', (_, t) => ({ kind: 'hours', to: t, bound: 'by' })),
  row('<part>', (_, p) => partHours(p.value)),
  row('por|en|de la <part>', (_, p) => partHours(p.value)),
  row('por|en|de la mañana|manana', () => partHours('morning')),
];

const together: readonly DateRule[] = [
  row('<date> ,? <time>', (_, d, t) => moment(d, t)),
  row('<date> ,? <hours>', (_, d, h) => stretch(d, h)),
  row('<date> <hourRange>', (_, d, h) =>
    stretch(d, { kind: 'hours', from: h.from, to: h.to, joint: 'to', bare: true }),
  ),
  row('antes de|del <moment>', (_, m) => openStretch(m, 'until')),
  row('hasta|para <moment>', (_, m) => openStretch(m, 'until')),
  row('después|despues de|del <moment>', (_, m) => openStretch(m, 'from')),
  row('antes de comer|almorzar', () => ({ kind: 'hours', part: 'lunch', bound: 'before' })),
  row('después|despues de comer|almorzar', () => ({ kind: 'hours', part: 'lunch', bound: 'after' })),
  row('esta <part>', (r, p) => ({ kind: 'stretch', day: r.day, hours: partHours(p.value) })),
  row('esta mañana|manana', (r) => ({ kind: 'stretch', day: r.day, hours: partHours('morning') })),
  row('ahora', (r) => ({ kind: 'moment', day: r.day, seconds: r.seconds, ambiguous: false, now: true })),
];

/** Spanish dates, times and durations. */
export const spanishRules: readonly DateRule[] = [...durations, ...days, ...periods, ...times, ...together];
