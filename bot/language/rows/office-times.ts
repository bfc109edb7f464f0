import { ofDate, ofPeriod as ofWhole, ofPortion } from '../dates/bounds.ts';
import { time } from '../dates/clock-times.ts';
import { partHours } from '../dates/hours.ts';
import { moment, stretch } from '../dates/moments.ts';
import { edged } from '../dates/parts-of-day.ts';
import { current, portion } from '../dates/portions.ts';
import type { ClockTime } from '../dates/sense.ts';
import { openStretch } from '../dates/stretches.ts';
import { row } from './row.ts';
import type { RequestRule } from './row.ts';
import { ofPeriod, when } from './single-whens.ts';
import { either } from './when-lists.ts';

const hourSeconds = 3600;
const firstAfternoonHour = 13;

/** "1430", "0900": four digits that are a time of the day. */
function fourDigits(digits: string | undefined): ClockTime | undefined {
  const match = /^([01]\d|2[0-3])([0-5]\d)$/.exec(digits ?? '');
  if (match === null) return undefined;
  return { seconds: Number(match[1]) * hourSeconds + Number(match[2]) * 60, ambiguous: false };
}

/** "14h", "14h30": so many hours are no meeting's length. */
function afternoon(hour: number, minute = 0): ReturnType<typeof time> | undefined {
  const isTime = Number.isInteger(hour) && hour >= firstAfternoonHour && hour < 24 && minute < 60;
  return isTime ? time(hour * hourSeconds + minute * 60) : undefined;
}

const byEndOf = ofWhole('by');

const endsInAfternoon = ({ to }: { readonly to?: ClockTime }): boolean =>
  (to?.seconds ?? 0) >= firstAfternoonHour * hourSeconds;

/** Times as requests write them and other texts seldom do: "1430 tomorrow", "14h", "13-17h", "before month end". */
export const officeTimes: readonly RequestRule[] = [
  row('<number> ,? <date>', (_, n, d) => {
    const clock = fourDigits(n.digits);
    return clock === undefined ? undefined : { ...moment(d, clock), timeFirst: true };
  }),
  row('<hour> <date>', (_, h, d) =>
    h.seconds % hourSeconds === 0 ? undefined : { ...moment(d, h), timeFirst: true },
  ),
  row('<number> h|hrs|hours', (_, n) => {
    const clock = fourDigits(n.digits);
    return clock === undefined ? afternoon(n.value) : time(clock.seconds);
  }),
  row('<number> h <number>', (_, n, m) => afternoon(n.value, m.value)),
  row('at|@ <number> h', (_, n) =>
    Number.isInteger(n.value) && n.value < 24 ? time(n.value * hourSeconds) : undefined,
  ),
  row('<hourRange> h', (_, h) =>
    endsInAfternoon(h) ? { kind: 'hours', from: h.from, to: h.to, joint: 'to' } : undefined,
  ),
  row('<hours> h', (_, h) =>
    h.from !== undefined && h.bound === undefined && endsInAfternoon(h) ? h : undefined,
  ),
  row('<edge> on? <date>', (_, e, d) => {
    if (d.form !== 'weekday' || e.value === 'mid') return undefined;
    return stretch(d, partHours(edged(e.value === 'early' ? 'morning' : 'afternoon', e.value)));
  }),
  row('starting|beginning|starts|begins <hour>', (_, h) => time(h.seconds, h.ambiguous)),
  row('by|before|until|till the? <unit> -? end', (r, u) => {
    const end = u.plural === true ? undefined : portion(r, current(r, u.value), 'late', true);
    return end === undefined ? undefined : ofPortion('by')(r, end);
  }),
  row('<date> at the latest', ofDate('by')),
  row('<moment> at the latest', (_, m) => openStretch(m, 'until')),
  row('<period> at the latest', (r, p) => (p.bound === undefined ? byEndOf(r, p) : p)),
  row('<stretch> at the latest', (_, s) => ('open' in s || 'start' in s ? s : undefined)),
  row('<period> , <time>', (_, p, t) => {
    const days = p.grain === 'day' && p.bound === undefined ? ofPeriod(p) : undefined;
    return days === undefined ? undefined : either(days, when({ time: t }));
  }),
];
