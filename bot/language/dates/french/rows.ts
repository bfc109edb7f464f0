import { ofDate as boundDate, ofPeriod as boundPeriod } from '../bounds.ts';
import { mondayOf } from '../civil.ts';
import { earlier, time } from '../clock-times.ts';
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
import { moment, stretch } from '../moments.ts';
import { nextWeekday } from '../month-days.ts';
import { counted, monthPeriod, shifted, yearPeriod } from '../periods.ts';
import { current, portion } from '../portions.ts';
import { row } from '../row.ts';
import type { DateRule } from '../row.ts';
import type { DatesSense } from '../sense.ts';
import { openStretch } from '../stretches.ts';
import { addDurations, durationOf, unitAround } from '../units.ts';

/** "9h" is a time, "2h" a length: nobody meets at two in the night or for nine hours. */
const firstHour = 7;
const clockTime = (hours: number, minutes = 0): DatesSense | undefined =>
  hours <= 24 && minutes < 60 ? time((hours * 60 + minutes) * 60) : undefined;

const number = (value: number): DatesSense => ({ kind: 'number', value });

/** Seventeen to fifty-nine, where they are more than one word. */
const numbers: readonly DateRule[] = [
  row('dix -? <number>', (_, n) => (n.value >= 7 && n.value <= 9 ? number(10 + n.value) : undefined)),
  ...['vingt', 'trente', 'quarante', 'cinquante'].flatMap((tens, index): DateRule[] => {
    const value = 20 + 10 * index;
    return [
      row(`${tens} -? <number>` as '<number>', (_, n) =>
        n.digits === undefined && n.value >= 2 && n.value <= 9 ? number(value + n.value) : undefined,
      ),
      row(`${tens} -? et -? un|une` as 'un', () => number(value + 1)),
    ];
  }),
];

const durations: readonly DateRule[] = [
  row('<number> <unit>', (_, n, u) => durationOf(n.value, u.value)),
  row('<number> h', (_, n) => (n.value < firstHour ? durationOf(n.value, 'hour') : clockTime(n.value))),
  row('<number> h <number>', (_, n, m) =>
    n.value < firstHour
      ? addDurations(durationOf(n.value, 'hour'), durationOf(m.value, 'minute'))
      : clockTime(n.value, m.value),
  ),
  row('pendant|durant <duration>', (_, d) => d),
  row('une? demi -? heure', () => durationOf(30, 'minute')),
  row("un? quart d ' heure", () => durationOf(15, 'minute')),
  row("trois quarts d ' heure", () => durationOf(45, 'minute')),
  row('<number> heure|heures et demie|demi', (_, n) => durationOf(n.value + 0.5, 'hour')),
  row('<number> heure|heures et quart', (_, n) => durationOf(n.value + 0.25, 'hour')),
  row('une demi -? journée|journee', () => durationOf(4, 'hour')),
  row('<duration> et? <duration>', (_, a, b) =>
    a.unit === 'hour' && b.unit === 'minute' ? addDurations(a, b) : undefined,
  ),
];

const days: readonly DateRule[] = [
  row("aujourd ' hui", (r) => relative(r.day)),
  row('demain', (r) => relative(r.day + 1)),
  row('après|apres -? demain', (r) => relative(r.day + 2)),
  row('hier', (r) => relative(r.day - 1)),
  row('avant -? hier', (r) => relative(r.day - 2)),
  row('le? <number> <month>', (r, n, m) => monthDay(r, m.value, n.value)),
  row('le? <ordinal> <month>', (r, n, m) => monthDay(r, m.value, n.value)),
  row('<number> er <month>', (r, n, m) => monthDay(r, m.value, n.value)),
  row('<date> <year>', (_, d, y) => withYear(d, y.value)),
  row('le <number>', (r, n) => (n.digits === undefined ? undefined : dayOfMonth(r, n.value))),
  row('le <date>', (_, d) => d),
  row('<weekday>', (r, w) =>
    w.plural === true
      ? undefined
      : { kind: 'date', day: nextWeekday(r, w.value), form: 'weekday', weekday: w.value },
  ),
  row('<weekday> <shift>', (r, w, s) => shiftedWeekday(r, s.value, w.value)),
  row('<shift> <weekday>', (r, s, w) => shiftedWeekday(r, s.value, w.value)),
  row('<weekday> de? la? semaine <shift>', (r, w, s) => weekdayOfWeek(mondayOf(r.day), s.value, w.value)),
  row('<weekday> <date>', (r, w, d) => afterWeekday(r, w, d)),
  row('<weekday> en huit', (r, w) => relative(nextWeekday(r, w.value) + 7)),
  row('dans|sous <duration>', (r, d) => fromToday(r, d, 1)),
  row('il y a <duration>', (r, d) => fromToday(r, d, -1)),
];

const periods: readonly DateRule[] = [
  row('la|le? <unit> <shift>', (r, u, s) => (u.plural === true ? undefined : shifted(r, s.value, u.value))),
  row('<shift> <unit>', (r, s, u) => (u.plural === true ? undefined : shifted(r, s.value, u.value))),
  row("la? semaine d ' après", (r) => unitAround(r.day, 'week', 1)),
  row('ce week -? end', (r) => unitAround(r.day, 'weekend', 0)),
  row('week -? end', (r) => unitAround(r.day, 'weekend', 0)),
  row('les <number> <shift> <unit>', (r, n, s, u) => counted(r, s.value, n.value, u.value)),
  row('en? <month>', (r, m) => monthPeriod(r, m.value)),
  row('<month> <year>', (r, m, y) => monthPeriod(r, m.value, y.value)),
  row('<year>', (_, y) => yearPeriod(y.value)),
  row('au? début|debut de|du? la? <period>', (r, p) => portion(r, p, 'early', true)),
  row('au? milieu de|du la? <period>', (r, p) => portion(r, p, 'mid', true)),
  row('début|debut de|du la? <unit>', (r, u) => portion(r, current(r, u.value), 'early', true)),
  row('à|a? la? fin de|du la? <unit>', (r, u) => portion(r, current(r, u.value), 'late', true)),
  row('mi - <period>', (r, p) => portion(r, p, 'mid', true)),
  row('à|a? la? fin de|du? la? <period>', (r, p) => portion(r, p, 'late', true)),
  row('<date> à|a|au|- <date>', (r, a, b) => between(r, ofDate(a), ofDate(b))),
  row('de|du <date> à|a|au <date>', (r, a, b) => between(r, ofDate(a), ofDate(b))),
  row('entre <date> et <date>', (r, a, b) => between(r, ofDate(a), ofDate(b))),
  row('de <period> à|a <period>', (r, a, b) => between(r, ofPeriod(a), ofPeriod(b))),
  row('avant <date>', boundDate('before')),
  row('au plus tard le? <date>', boundDate('by')),
  row("d ' ici à|a? <date>", boundDate('by')),
  row("jusqu ' à|a|au? <date>", boundDate('by')),
  row('après|apres <date>', boundDate('after')),
  row('dès|des|à|a partir? de|du? <date>', boundDate('since')),
  row('après|apres <period>', boundPeriod('after')),
];

const times: readonly DateRule[] = [
  row('à|a|vers|dès <hour> heure|heures|h', (_, h) => time(h.seconds, h.ambiguous)),
  row('à|a|vers|dès <number> h <number>', (_, n, m) => clockTime(n.value, m.value)),
  row('<hour> heures <number>', (_, h, n) =>
    n.value < 60 ? time(h.seconds + n.value * 60, h.ambiguous) : undefined,
  ),
  row('à|a|vers <hour> heures <number>', (_, h, n) => time(h.seconds + n.value * 60, h.ambiguous)),
  row('à|a|vers <hour> heures et demie', (_, h) => time(h.seconds + 1800, h.ambiguous)),
  row('à|a|vers <hour> heures et quart', (_, h) => time(h.seconds + 900, h.ambiguous)),
  row('à|a|vers <hour> heures moins le quart', (_, h) =>
    time((h.seconds + 43_200 - 900) % 43_200, h.ambiguous),
  ),
  row('à|a|vers <time>', (_, t) => t),
  row('à|a|vers <number> heure|heures', (_, n) => (n.value > 12 ? clockTime(n.value) : undefined)),
  row('à|a|vers <number> heures <number>', (_, n, m) =>
    n.value > 12 ? clockTime(n.value, m.value) : undefined,
  ),
  row('à|a|vers <number> heures et demie', (_, n) => (n.value > 12 ? clockTime(n.value, 30) : undefined)),
  row('à|a|vers <number> heures et quart', (_, n) => (n.value > 12 ? clockTime(n.value, 15) : undefined)),
  row('<time> moins le quart', (_, t) => earlier(t, 15)),
  row('<time> moins <number>', (_, t, n) => (n.value < 60 ? earlier(t, n.value) : undefined)),
  row('<time> et demie', (_, t) => ({ ...t, seconds: t.seconds + 1800 })),
  row('<time> et quart', (_, t) => ({ ...t, seconds: t.seconds + 900 })),
  row('midi et demi|demie', () => time(12.5 * 3600)),
  row('minuit et demi|demie', () => time(1800)),
  row('midi', () => time(12 * 3600)),
  row('minuit', () => time(0)),
  row('<time>', (_, t) => ({ kind: 'clock', seconds: t.seconds, ambiguous: t.ambiguous, certain: true })),
  row('<hour>', (_, h) => ({ kind: 'clock', seconds: h.seconds, ambiguous: h.ambiguous, certain: false })),
  row('<hour> h|heures', (_, h) => ({
    kind: 'clock',
    seconds: h.seconds,
    ambiguous: h.ambiguous,
    certain: true,
  })),
  row('entre <clock> et <clock>', (_, a, b) => hoursOf(a, b, 'between', true)),
  row('de <clock> à|a|- <clock>', (_, a, b) => hoursOf(a, b, 'to', true)),
  row('<clock> à|a|- <clock>', (_, a, b) => hoursOf(a, b, 'to', false)),
  row('à|a partir de <clock>', (_, t) => ({ kind: 'hours', from: t, bound: 'since' })),
  row('après|apres <time>', (_, t) => ({ kind: 'hours', from: t, bound: 'after' })),
  row('avant <time>', (_, t) => ({ kind: 'hours', to: t, bound: 'before' })),
  row("jusqu ' à|a <time>", (_, t) => ({ kind: 'hours', to: t, bound: 'by' })),
  row('après|apres -? midi', () => ({ kind: 'part', value: 'afternoon' })),
  row('<part>', (_, p) => partHours(p.value)),
  row("le|dans|l? la? '? <part>", (_, p) => partHours(p.value)),
  row('en fin de matinée|matinee', () => partHours('lateMorning')),
  row("en fin d ' après|apres -? midi", () => partHours('lateAfternoon')),
];

const together: readonly DateRule[] = [
  row('<date> ,? <time>', (_, d, t) => moment(d, t)),
  row('<date> ,? <hours>', (_, d, h) => stretch(d, h)),
  row('<date> <hourRange>', (_, d, h) =>
    stretch(d, { kind: 'hours', from: h.from, to: h.to, joint: 'to', bare: true }),
  ),
  row('avant <moment>', (_, m) => openStretch(m, 'until')),
  row("d ' ici à|a? <moment>", (_, m) => openStretch(m, 'until')),
  row("jusqu ' à|a|au? <moment>", (_, m) => openStretch(m, 'until')),
  row('au plus tard <moment>', (_, m) => openStretch(m, 'until')),
  row('après|apres <moment>', (_, m) => openStretch(m, 'from')),
  row('<date> au|le|dans|en <part>', (_, d, p) => stretch(d, partHours(p.value))),
  row('<shift> <part>', (r, s, p) =>
    s.value === 'this' ? { kind: 'stretch', day: r.day, hours: partHours(p.value) } : undefined,
  ),
  row('maintenant', (r) => ({ kind: 'moment', day: r.day, seconds: r.seconds, ambiguous: false, now: true })),
];

/** French dates, times and durations. */
export const frenchRules: readonly DateRule[] = [
  ...numbers,
  ...durations,
  ...days,
  ...periods,
  ...times,
  ...together,
];
