import { boundOf, ofDate as boundDate, ofPeriod as boundPeriod, ofPortion } from '../bounds.ts';
import { mondayOf } from '../civil.ts';
import { earlier, later, time } from '../clock-times.ts';
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
import { hoursOf, partHours } from '../hours.ts';
import { moment, stretch, timeOf } from '../moments.ts';
import { nextWeekday } from '../month-days.ts';
import { counted, monthPeriod, shifted, yearPeriod } from '../periods.ts';
import { lastUnits, nthUnit } from '../parts-of-periods.ts';
import { current, portion } from '../portions.ts';
import { row } from '../row.ts';
import type { DateRule } from '../row.ts';
import type { ClockTime, TimeSense } from '../sense.ts';
import { openStretch } from '../stretches.ts';
import { addDurations, durationOf, unitAround } from '../units.ts';
import { isoWeekStart, civilOf } from '../civil.ts';

const durations: readonly DateRule[] = [
  row('<number> -? <unit>', (_, n, u) => durationOf(n.value, u.value)),
  row('<number> h', (_, n) => durationOf(n.value, 'hour')),
  row('<number> std .', (_, n) => durationOf(n.value, 'hour')),
  row('<number> min .', (_, n) => durationOf(n.value, 'minute')),
  row('<number> h <number>', (_, n, m) =>
    addDurations(durationOf(n.value, 'hour'), durationOf(m.value, 'minute')),
  ),
  row('eine|ne? halbe stunde|std', () => durationOf(30, 'minute')),
  row('eine|ne? viertelstunde', () => durationOf(15, 'minute')),
  row('eine|ne? dreiviertelstunde', () => durationOf(45, 'minute')),
  row('drei viertel stunden', () => durationOf(45, 'minute')),
  row('eine|ne? dreiviertel stunde', () => durationOf(45, 'minute')),
  row('einen? halben tag', () => durationOf(4, 'hour')),
  row('<duration> und? <duration>', (_, a, b) =>
    a.unit === 'hour' && b.unit === 'minute' ? addDurations(a, b) : undefined,
  ),
];

const days: readonly DateRule[] = [
  row('heute', (r) => relative(r.day)),
  row('morgen', (r) => relative(r.day + 1)),
  row('übermorgen|uebermorgen', (r) => relative(r.day + 2)),
  row('gestern', (r) => relative(r.day - 1)),
  row('vorgestern', (r) => relative(r.day - 2)),
  row('<number> . <month>', (r, n, m) => monthDay(r, m.value, n.value)),
  row('<number> <month>', (r, n, m) => monthDay(r, m.value, n.value)),
  row('<date> <year>', (_, d, y) => withYear(d, y.value)),
  row('<dotted> .?', (_, d) => ({ ...d, kind: 'date' })),
  row('am|zum|den <number> .', (r, n) => dayOfMonth(r, n.value)),
  row('am|den <date>', (_, d) => d),
  row('<weekday>', (r, w) =>
    w.plural === true
      ? undefined
      : { kind: 'date', day: nextWeekday(r, w.value), form: 'weekday', weekday: w.value },
  ),
  row('<shift> <weekday>', (r, s, w) => shiftedWeekday(r, s.value, w.value)),
  row('<weekday> <shift> woche', (r, w, s) => weekdayOfWeek(mondayOf(r.day), s.value, w.value)),
  row('<weekday> in der <shift> woche', (r, w, s) => weekdayOfWeek(mondayOf(r.day), s.value, w.value)),
  row('<shift> woche <weekday>', (r, s, w) => weekdayOfWeek(mondayOf(r.day), s.value, w.value)),
  row('<weekday> ,|den|der? <date>', (r, w, d) => afterWeekday(r, w, d)),
  row('<weekday> in einer woche', (r, w) => relative(nextWeekday(r, w.value) + 7)),
  row('in <duration>', (r, d) => fromToday(r, d, 1)),
  row('vor <duration>', (r, d) => fromToday(r, d, -1)),
  row('heute in <duration>', (r, d) => fromToday(r, d, 1)),
];

const periods: readonly DateRule[] = [
  row('<shift> <unit>', (r, s, u) => (u.plural === true ? undefined : shifted(r, s.value, u.value))),
  row('übernächste|uebernaechste woche', (r) => unitAround(r.day, 'week', 2)),
  row('der|die|in? ersten|erste <unit> im|des|vom <period>', (_, u, p) => nthUnit(p, u.value, 1)),
  row('der|die|in? zweiten|zweite <unit> im|des|vom <period>', (_, u, p) => nthUnit(p, u.value, 2)),
  row('der|die|in? letzten|letzte <unit> im|des|vom <period>', (_, u, p) => lastUnits(p, u.value, 1)),
  row('am wochenende', (r) => unitAround(r.day, 'weekend', 0)),
  row('<shift> <number> <unit>', (r, s, n, u) => counted(r, s.value, n.value, u.value)),
  row('<month>', (r, m) => monthPeriod(r, m.value)),
  row('<month> <year>', (r, m, y) => monthPeriod(r, m.value, y.value)),
  row('<year>', (_, y) => yearPeriod(y.value)),
  row('kw|kalenderwoche <number>', (r, n) => {
    const start = isoWeekStart(civilOf(r.day).year, n.value);
    return { kind: 'period', start, end: start + 7, grain: 'week' };
  }),
  row('anfang der|des|vom? <unit>', (r, u) => portion(r, current(r, u.value), 'early', true)),
  row('ende der|des|vom? <unit>', (r, u) => portion(r, current(r, u.value), 'late', true)),
  row('anfang der|des|vom? <period>', (r, p) => portion(r, p, 'early', true)),
  row('mitte der|des|vom? <period>', (r, p) => portion(r, p, 'mid', true)),
  row('ende der|des|vom? <period>', (r, p) => portion(r, p, 'late', true)),
  row('ersten? hälfte|haelfte der|des|von? <period>', (r, p) => portion(r, p, 'firstHalf', false)),
  row('zweiten? hälfte|haelfte der|des|von? <period>', (r, p) => portion(r, p, 'secondHalf', false)),
  row('<date> bis|- <date>', (r, a, b) => between(r, ofDate(a), ofDate(b))),
  row('von|vom <date> bis|- zum? <date>', (r, a, b) => between(r, ofDate(a), ofDate(b))),
  row('zwischen <date> und <date>', (r, a, b) => between(r, ofDate(a), ofDate(b))),
  row('von|vom? <period> bis|- <period>', (r, a, b) => between(r, ofPeriod(a), ofPeriod(b))),
  row('vor|vorm dem? <date>', boundDate('before')),
  row('bis zum|spätestens? <date>', boundDate('by')),
  row('spätestens|spaetestens bis? zum? <date>', boundDate('by')),
  row('nach dem? <date>', boundDate('after')),
  row('ab dem? <date>', boundDate('since')),
  row('ab <period>', boundPeriod('since')),
  row('nach <period>', boundPeriod('after')),
  row('bis <period>', ofPortion('by')),
  row('bis <period>', (_, p) =>
    p.start === undefined || p.end === undefined ? undefined : boundOf('by', p.start, p.end),
  ),
];

/** "zwanzig Uhr", "einundzwanzig Uhr dreißig". */
function spokenHour(hour: number, minute = 0): TimeSense | undefined {
  return hour > 12 && hour <= 24 && minute < 60 ? time(hour * 3600 + minute * 60) : undefined;
}

/** "zehn vor sieben", "fünf nach halb acht". */
function minutesBeside(hour: ClockTime, minutes: number): TimeSense | undefined {
  if (!Number.isInteger(minutes) || Math.abs(minutes) >= 60) return undefined;
  return minutes < 0 ? earlier(time(hour.seconds, hour.ambiguous), -minutes) : later(hour, minutes);
}

/** "um 14 Uhr einen Termin": one as a word is no minute. */
const isArticle = ({ value, digits }: { readonly value: number; readonly digits?: string }): boolean =>
  value === 1 && digits === undefined;

const times: readonly DateRule[] = [
  row('<hour> uhr', (_, h) => time(h.seconds, h.ambiguous)),
  row('<time> uhr', (_, t) => t),
  row('<number> uhr', (_, n) => spokenHour(n.value)),
  row('<number> uhr <number>', (_, n, m) => (isArticle(m) ? undefined : spokenHour(n.value, m.value))),
  row('<hour> uhr <number>', (_, h, n) =>
    n.value < 60 && !isArticle(n) ? time(h.seconds + n.value * 60, h.ambiguous) : undefined,
  ),
  row('um|gegen <hour>', (_, h) => time(h.seconds, h.ambiguous)),
  row('um|gegen <time>', (_, t) => t),
  row('halb <hour>', (_, h) => time((h.seconds + 43_200 - 1800) % 43_200, h.ambiguous)),
  row('um|gegen halb <hour>', (_, h) => time((h.seconds + 43_200 - 1800) % 43_200, h.ambiguous)),
  row('viertel nach <hour>', (_, h) => time(h.seconds + 900, h.ambiguous)),
  row('viertel vor <hour>', (_, h) => time((h.seconds + 43_200 - 900) % 43_200, h.ambiguous)),
  row('<number> vor halb <hour>', (_, n, h) => minutesBeside(h, -30 - n.value)),
  row('<number> nach halb <hour>', (_, n, h) => minutesBeside(h, -30 + n.value)),
  row('<number> minuten? vor <hour>', (_, n, h) => minutesBeside(h, -n.value)),
  row('<number> minuten? nach <hour>', (_, n, h) => minutesBeside(h, n.value)),
  row('dreiviertel <hour>', (_, h) => time((h.seconds + 43_200 - 900) % 43_200, h.ambiguous)),
  row('mitternacht', () => time(0)),
  row('<time>', (_, t) => ({ kind: 'clock', seconds: t.seconds, ambiguous: t.ambiguous, certain: true })),
  row('<hour>', (_, h) => ({ kind: 'clock', seconds: h.seconds, ambiguous: h.ambiguous, certain: false })),
  row('<clock> bis|- <clock>', (_, a, b) => hoursOf(a, b, 'to', false)),
  row('<clock> bis|- <clock> uhr', (_, a, b) => hoursOf(a, b, 'to', true)),
  row('von <clock> bis|- <clock>', (_, a, b) => hoursOf(a, b, 'to', true)),
  row('von <clock> bis|- <clock> uhr', (_, a, b) => hoursOf(a, b, 'to', true)),
  row('zwischen <clock> und <clock>', (_, a, b) => hoursOf(a, b, 'between', true)),
  row('zwischen <clock> und <clock> uhr', (_, a, b) => hoursOf(a, b, 'between', true)),
  row('ab <clock>', (_, t) => ({ kind: 'hours', from: t, bound: 'since' })),
  row('nach <time>', (_, t) => ({ kind: 'hours', from: t, bound: 'after' })),
  row('vor <time>', (_, t) => ({ kind: 'hours', to: t, bound: 'before' })),
  row('bis <clock>', (_, t) => ({ kind: 'hours', to: t, bound: 'by' })),
  row('<part>', (_, p) => partHours(p.value)),
  row('am <part>', (_, p) => partHours(p.value)),
  row('am morgen', () => partHours('morning')),
  row('vor dem mittag|mittagessen', () => ({ kind: 'hours', part: 'lunch', bound: 'before' })),
  row('nach dem mittag|mittagessen', () => ({ kind: 'hours', part: 'lunch', bound: 'after' })),
];

const together: readonly DateRule[] = [
  row('<date> ,? <time>', (_, d, t) => moment(d, t)),
  row('<date> <hours>', (_, d, h) => stretch(d, h)),
  row('<date> <hourRange>', (_, d, h) =>
    stretch(d, { kind: 'hours', from: h.from, to: h.to, joint: 'to', bare: true }),
  ),
  row('<stretch> ,? <time>', (_, s, t) => timeOf(s, t)),
  row('<weekdays>', (r, w) => {
    const [weekday] = w.values;
    if (weekday === undefined || w.part === undefined) return undefined;
    return { kind: 'stretch', day: nextWeekday(r, weekday), weekday, hours: partHours(w.part) };
  }),
  row('vor|bis <moment>', (_, m) => openStretch(m, 'until')),
  row('spätestens|spaetestens bis? zum|am? <moment>', (_, m) => openStretch(m, 'until')),
  row('nach <moment>', (_, m) => openStretch(m, 'from')),
  row('jetzt|sofort', (r) => ({
    kind: 'moment',
    day: r.day,
    seconds: r.seconds,
    ambiguous: false,
    now: true,
  })),
];

/** German dates, times and durations. */
export const germanRules: readonly DateRule[] = [...durations, ...days, ...periods, ...times, ...together];
