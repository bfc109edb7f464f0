import { mondayOf, weekdayOf } from '../dates/civil.ts';
import type { DateSense, HoursSense, MomentSense, PeriodSense, StretchSense } from '../dates/sense.ts';
import { defaultDays } from '../times/default-days.ts';
import { settleHours } from '../times/meeting-hours.ts';
import { row } from './row.ts';
import type { RequestRule } from './row.ts';
import type { RequestContext, WhenItem, WhenSense } from '../meaning/sense.ts';

/** An open side; finite, because drafts are JSON. */
const firstDay = -1_000_000;
const lastDay = 1_000_000;

export const when = (...items: WhenItem[]): WhenSense => ({ kind: 'when', items });

function ofDate(date: DateSense): WhenSense | undefined {
  if (date.impossible === true) return when({ impossible: true, days: [] });
  if (date.approximate === true && weekdayOf(date.day) >= 5) {
    const start = mondayOf(date.day);
    return when({ days: [{ start, end: start + 5 }] });
  }
  const weekdays = date.form === 'weekday' && date.weekday !== undefined ? { weekdays: [date.weekday] } : {};
  const week = date.form === 'weekdayOfWeek' ? { week: mondayOf(date.day) } : {};
  return when({ days: [{ start: date.day, end: date.day + 1 }], ...weekdays, ...week });
}

export function ofPeriod(period: PeriodSense): WhenSense | undefined {
  const { start, end, through, bound } = period;
  if (period.unresolved === true) return undefined;
  const last = through === undefined ? end : Math.max(through + 1, end ?? 0);
  const days = { start: period.startExcluded ?? start ?? firstDay, end: last ?? lastDay };
  return when({
    days: [days],
    ...(bound === undefined ? {} : { bound }),
    ...(period.grain === 'weekend' ? { weekend: true } : {}),
    ...grainOf(period),
  });
}

function grainOf({ grain, bound, portion }: PeriodSense): Pick<WhenItem, 'grain'> {
  if (bound !== undefined || portion !== undefined) return {};
  if (grain === 'month') return { grain };
  return grain === 'quarter' || grain === 'year' || grain === 'decade' || grain === 'century'
    ? { grain: 'year' }
    : {};
}

/** "EOD Thursday" at work: the last two hours of the working day. */
const endOfWork: HoursSense = {
  kind: 'hours',
  from: { seconds: 15 * 3600, ambiguous: false },
  to: { seconds: 17 * 3600, ambiguous: false },
  joint: 'between',
};

function ofMoment(moment: MomentSense): WhenSense | undefined {
  if (moment.impossible === true) return when({ impossible: true, days: [] });
  if (moment.endOfDay === true)
    return when({ days: [{ start: moment.day, end: moment.day + 1 }], hours: endOfWork });
  const time = { seconds: moment.seconds, ambiguous: moment.ambiguous };
  return when({
    days: [{ start: moment.day, end: moment.day + 1 }],
    time,
    ...(moment.weekday === undefined ? {} : { weekdays: [moment.weekday] }),
    ...(moment.timeFirst === true ? { hoursFirst: true } : {}),
    ...(moment.now === true ? { now: true } : {}),
  });
}

function ofStretch(context: RequestContext, stretch: StretchSense): WhenSense {
  if ('start' in stretch) return when({ across: stretch });
  const { open } = stretch;
  if (open === 'until') {
    const { end } = settleHours(stretch.hours);
    const from = { day: context.day, seconds: context.seconds };
    return when({
      across: { kind: 'stretch', start: from, end: { day: stretch.day, seconds: end * 60 } },
      bound: 'by',
    });
  }
  if (open === 'from') {
    const { start } = settleHours(stretch.hours);
    const last = defaultDays(stretch.day).end - 1;
    const from = { day: stretch.day, seconds: start * 60 };
    return when({
      across: { kind: 'stretch', start: from, end: { day: last, seconds: 86_400 } },
      bound: 'after',
    });
  }
  return when({
    days: [{ start: stretch.day, end: stretch.day + 1 }],
    hours: stretch.hours,
    ...(stretch.weekday === undefined ? {} : { weekdays: [stretch.weekday] }),
    ...(stretch.hoursFirst === true ? { hoursFirst: true } : {}),
  });
}

const weekdayHours = (weekdays: readonly number[], hours: HoursSense): WhenSense => when({ weekdays, hours });

/** One day, period, time or stretch of hours. */
export const singleWhens: readonly RequestRule[] = [
  row('<date>', (_, d) => ofDate(d)),
  row('<period>', (_, p) => ofPeriod(p)),
  row('<moment>', (_, m) => ofMoment(m)),
  row('<stretch>', (r, s) => ofStretch(r, s)),
  row('<hours>', (_, h) => when({ hours: h })),
  row('<time>', (_, t) => when({ time: t })),
  row('<hourRange>', (_, h) =>
    when({ hours: { kind: 'hours', from: h.from, to: h.to, joint: 'to', bare: true } }),
  ),
  row('<weekday>', (_, w) => (w.plural === true ? when({ weekdays: [w.value] }) : undefined)),
  row('<weekday> <part>', (_, w, p) =>
    w.plural === true || p.plural === true
      ? weekdayHours([w.value], { kind: 'hours', part: p.value })
      : undefined,
  ),
];
