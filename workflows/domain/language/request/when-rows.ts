import { mondayOf, weekdayOf } from '../dates/civil.ts';
import type {
  HourSense,
  DateSense,
  HoursSense,
  MomentSense,
  PeriodSense,
  Shift,
  StretchSense,
  Unit,
} from '../dates/sense.ts';
import { defaultDays } from './default-days.ts';
import { settleHours } from './meeting-hours.ts';
import { isSubday, unitAround } from '../dates/units.ts';
import { fact, row, weakFact } from './row.ts';
import type { RequestRule } from './row.ts';
import type { RequestContext, RequestSense, WhenItem, WhenSense } from './sense.ts';

/** An open side; finite, because drafts are JSON. */
const firstDay = -1_000_000;
const lastDay = 1_000_000;

const when = (...items: WhenItem[]): WhenSense => ({ kind: 'when', items });

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

function ofPeriod(period: PeriodSense): WhenSense | undefined {
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

function ofMoment(moment: MomentSense): WhenSense | undefined {
  if (moment.impossible === true) return when({ impossible: true, days: [] });
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

/** "this week or next" */
function shiftedPair(context: RequestContext, a: Shift, unit: Unit, b: Shift): WhenSense | undefined {
  if (isSubday(unit) || unit === 'day') return undefined;
  const by = (shift: Shift): number => (shift === 'this' ? 0 : shift === 'last' || shift === 'past' ? -1 : 1);
  const periods = [a, b].map((shift) => unitAround(context.day, unit, by(shift)));
  return when(...periods.flatMap((period) => ofPeriod(period)?.items ?? []));
}

/** "next week, Friday" is one day, not two alternatives. */
function narrows(a: WhenSense, b: WhenSense): boolean {
  const isLong = a.items.every(({ days }) => days?.every(({ start, end }) => end - start > 1) === true);
  return isLong && b.items.every(({ weekdays }) => weekdays !== undefined);
}

/** "tomorrow at 10 or 11" */
function orAt(a: WhenSense, { seconds, ambiguous }: HourSense): WhenSense | undefined {
  const last = a.items.at(-1);
  return last?.time === undefined ? undefined : when(...a.items, { ...last, time: { seconds, ambiguous } });
}

/** Said once for all of them; "Monday or 3pm on Tuesday" is not. */
function haveSameHours(items: readonly WhenItem[]): boolean {
  const [first] = items;
  const said = (item: WhenItem | undefined): string =>
    JSON.stringify([item?.hours, item?.time, item?.across]);
  return items.every((item) => item.hoursFirst !== true && said(item) === said(first));
}

function inWeek(item: WhenItem, monday: number): WhenItem {
  const { weekdays = [], ...rest } = item;
  return {
    ...rest,
    days: weekdays.map((weekday) => ({ start: monday + weekday, end: monday + weekday + 1 })),
    week: monday,
  };
}

/** "Tuesday or Wednesday afternoon": hours said last are meant for the days before. */
function either(a: WhenSense, b: WhenSense): WhenSense {
  const zone = a.timeZone ?? b.timeZone;
  const theirs = a.theirs ?? b.theirs;
  return {
    ...alternatives(a, b),
    ...(zone === undefined ? {} : { timeZone: zone }),
    ...(theirs === undefined ? {} : { theirs }),
  };
}

function alternatives(said: WhenSense, b: WhenSense): WhenSense {
  const week = b.items[0]?.week;
  const isBare = week !== undefined && said.items.every(({ weekdays }) => weekdays !== undefined);
  const a = isBare ? when(...said.items.map((item) => inWeek(item, week))) : said;
  const shared = b.items[0];
  const last = a.items.at(-1);
  if (shared === undefined || last === undefined) return when(...a.items, ...b.items);
  const onlyDays = (item: WhenItem): boolean =>
    item.hours === undefined && item.time === undefined && item.across === undefined;
  const noDays = (item: WhenItem): boolean =>
    item.days === undefined && item.weekdays === undefined && item.across === undefined;
  if (a.items.every(onlyDays) && !onlyDays(shared) && !noDays(shared) && haveSameHours(b.items)) {
    const hours = shared.hours === undefined ? {} : { hours: shared.hours };
    const time = shared.time === undefined ? {} : { time: shared.time };
    return when(...a.items.map((item) => ({ ...item, ...hours, ...time })), ...b.items);
  }
  if (a.items.every(onlyDays) && a.items.every((item) => !noDays(item)) && b.items.every(noDays)) {
    return when(...a.items.flatMap((day) => b.items.map((hours) => ({ ...day, ...hours }))));
  }
  if (last.hoursFirst === true && b.items.every(onlyDays)) {
    const hours = {
      ...(last.hours === undefined ? {} : { hours: last.hours }),
      ...(last.time === undefined ? {} : { time: last.time }),
    };
    return when(...a.items, ...b.items.map((item) => ({ ...item, ...hours, hoursFirst: true })));
  }
  if (noDays(shared) && !noDays(last)) {
    const { days, weekdays } = last;
    const inherited = {
      ...(days === undefined ? {} : { days }),
      ...(weekdays === undefined ? {} : { weekdays }),
    };
    return when(...a.items, ...b.items.map((item) => ({ ...inherited, ...item })));
  }
  return when(...a.items, ...b.items);
}

const single: readonly RequestRule[] = [
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

const lists: readonly RequestRule[] = [
  row('<when> or|and|/|& <when>', (_, a, b) => either(a, b)),
  row('<when> , <when>', (_, a, b) => (narrows(a, b) ? undefined : either(a, b))),
  row('<when> - <hours>', (_, a, h) => either(a, when({ hours: h }))),
  row('<when> or|and <hour>', (_, a, h) => orAt(a, h)),
  row('<when> , or|and <when>', (_, a, b) => either(a, b)),
  row('<when> or else|maybe|possibly|alternatively <when>', (_, a, b) => either(a, b)),
  row('either <when>', (_, a) => a),
  row('<shift> <unit> or|and <shift>', (r, a, u, b) => shiftedPair(r, a.value, u.value, b.value)),
  row('on|in|during <when>', (_, a) => a),
  row('the <when>', (_, a) => a),
  row('<when> ,? otherwise|else <when>', (_, a, b) => when(...a.items, ...b.items)),
  row('<when> if possible ,? otherwise|or|else <when>', (_, a, b) => when(...a.items, ...b.items)),
  row('some time|day <when>', (_, a) => a),
  row('sometime|anytime|someday|maybe|around|say on|in|during? <when>', (_, a) => a),
  row('any time|day|slot on|in|during? <when>', (_, a) => a),
  row('their|his|her <when>', (_, w) => ({ ...w, theirs: true })),
  row("<person> ' s <when>", (_, p, w) => {
    const [zone] = p.person.candidates.map(({ timeZone }) => timeZone);
    return zone === undefined ? undefined : { ...w, timeZone: zone };
  }),
  row('<when> <zone>', (_, w, z) => ({
    ...w,
    ...(z.theirs === true ? { theirs: true } : {}),
    ...(z.timeZone === undefined ? {} : { timeZone: z.timeZone }),
  })),
];

/** Long periods, and what is over, are rather what the meeting is about where it is about something. */
function said(context: RequestContext, when: WhenSense, coarse: readonly string[]): RequestSense {
  const isTopic = when.items.every(
    ({ grain, days, impossible }) =>
      impossible !== true &&
      ((grain !== undefined && coarse.includes(grain)) ||
        days?.every(({ end }) => end <= context.day) === true),
  );
  return isTopic ? weakFact({ about: 'when', when }) : fact({ about: 'when', when });
}

/** "every Tuesday at 9": one meeting at the next of those times; the words are quoted back. */
function onceOf(when: WhenSense): RequestSense {
  return { kind: 'fact', variant: 'once', fact: { about: 'unsupported', when } };
}

/** "not Monday, not before 10" avoids the Monday and sets the hours of the others. */
function avoided(when: WhenSense): RequestSense {
  const [first] = when.items;
  const hours = first?.hours;
  const isLimit = hours?.part === undefined && (hours?.bound === 'since' || hours?.bound === 'by');
  const week = first?.week;
  if (week !== undefined) {
    const whole = { kind: 'when', items: [{ days: [{ start: week, end: week + 7 }] }] } as const;
    return fact({ about: 'when', when: whole, except: when });
  }
  if (hours === undefined || !isLimit || (first?.days ?? first?.weekdays) === undefined)
    return fact({ about: 'avoid', when });
  const items = when.items.map(({ hours: _hours, ...days }) => days);
  return fact({ about: 'when', when: { ...when, items: [{ hours }] }, except: { kind: 'when', items } });
}

/** "any time except Monday next week" */
function exceptWeekday(context: RequestContext, weekday: number, shift: Shift): RequestSense {
  const week = unitAround(
    context.day,
    'week',
    shift === 'this' ? 0 : shift === 'last' || shift === 'past' ? -1 : 1,
  );
  return fact({ about: 'when', when: ofPeriod(week) ?? when(), except: when({ weekdays: [weekday] }) });
}

const facts: readonly RequestRule[] = [
  row('<when>', (r, w) => said(r, w, ['year'])),
  row('for|of <when>', (r, w) => said(r, w, ['month', 'year'])),
  row('to|move|push|shift to? <when>', (_, w) => fact({ about: 'when', when: w })),
  row("let ' s|us? do|make|say|try|take it|that|this? <when> instead|rather?", (_, w) =>
    fact({ about: 'when', when: w }),
  ),
  row('make it|that|this <when>', (_, w) => fact({ about: 'when', when: w })),
  row('<when> instead|rather', (_, w) => fact({ about: 'when', when: w })),
  row('<when> works|best', (_, w) => fact({ about: 'when', when: w })),
  row('<when> is|are|would? be? preferred|preferably|ideally|ideal', (_, w) =>
    fact({ about: 'prefer', when: w }),
  ),
  row(',|-? ideally|preferably|best|hopefully|pref on|in? <when>', (_, w) =>
    fact({ about: 'prefer', when: w }),
  ),
  row('instead of <when>', () => fact({ about: 'filler' })),
  row('rather than <when>', () => fact({ about: 'filler' })),
  row('every|each other|second|third? <when>', (_, w) => onceOf(w)),
  row('<when> is|are|would be? fine|good|best|ok|okay|great|perfect', (_, w) =>
    fact({ about: 'when', when: w }),
  ),
  row('any day|time|slot but|except on? <weekday> <shift> week', (r, w, s) =>
    exceptWeekday(r, w.value, s.value),
  ),
  row('not|no|never|nothing on|in|at? <when>', (_, w) => avoided(w)),
  row('no meetings|meeting on|in|at? <when>', (_, w) => fact({ about: 'avoid', when: w })),
  row('except|excluding|avoid|avoiding|skip|skipping|without|besides for? on? <when>', (_, w) =>
    fact({ about: 'avoid', when: w }),
  ),
  row('but not on|in|at? <when>', (_, w) => fact({ about: 'avoid', when: w })),
  row('<when> is|are out|bad|impossible', (_, w) => fact({ about: 'avoid', when: w })),
  row("<when> doesn|don|won|does|do ' t work", (_, w) => fact({ about: 'avoid', when: w })),
  row('anything|anytime but <when>', (_, w) => fact({ about: 'avoid', when: w })),
  row('any day|time|slot on|in? <when> but|except <when>', (_, w, except) =>
    fact({ about: 'when', when: w, except }),
  ),
  row('any day|time but|except <when>', (_, w) => fact({ about: 'avoid', when: w })),
];

/** When: days, hours and what to keep clear of. */
export const whenRows: readonly RequestRule[] = [...single, ...lists, ...facts];
