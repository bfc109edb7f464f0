import { civilOf, dayOf, isDate } from '../dates/civil.ts';
import type { DateSense, DatesSense, HourSense, Shift, Unit } from '../dates/sense.ts';
import { isSubday, unitAround } from '../dates/units.ts';
import { row } from './row.ts';
import type { RequestRule } from './row.ts';
import type { NamedPerson, RequestContext, WhenItem, WhenSense } from '../meaning/sense.ts';
import { ofPeriod, when } from './single-whens.ts';

type NumberSense = Extract<DatesSense, { kind: 'number' }>;

/** "this week or next" */
function shiftedPair(context: RequestContext, a: Shift, unit: Unit, b: Shift): WhenSense | undefined {
  if (isSubday(unit) || unit === 'day') return undefined;
  const by = (shift: Shift): number => (shift === 'this' ? 0 : shift === 'last' || shift === 'past' ? -1 : 1);
  const periods = [a, b].map((shift) => unitAround(context.day, unit, by(shift)));
  return when(...periods.flatMap((period) => ofPeriod(period)?.items ?? []));
}

/** "next week, Friday" is one day and "mornings, next week" are hours of days, not two alternatives. */
function narrows(a: WhenSense, b: WhenSense): boolean {
  const onlyHours = a.items.every(
    ({ days, weekdays, across }) => days === undefined && weekdays === undefined && across === undefined,
  );
  const onlyDays = b.items.every(({ hours, time, across }) => (hours ?? time ?? across) === undefined);
  if (onlyHours && onlyDays) return true;
  const isLong = a.items.every(({ days }) => days?.every(({ start, end }) => end - start > 1) === true);
  return isLong && b.items.every(({ weekdays }) => weekdays !== undefined);
}

/** "tomorrow at 10 or 11" */
function orAt(a: WhenSense, { seconds, ambiguous }: HourSense): WhenSense | undefined {
  const last = a.items.at(-1);
  return last?.time === undefined ? undefined : when(...a.items, { ...last, time: { seconds, ambiguous } });
}

/** Whether no day is said: of "Thursday, 11 o'clock, otherwise Friday" the hour is Thursday's and no alternative. */
export const namesHoursOnly = ({ items }: WhenSense): boolean =>
  items.every((item) => (item.days ?? item.weekdays ?? item.across) === undefined);

const hasNoHours = ({ hours, time, across }: WhenItem): boolean => (hours ?? time ?? across) === undefined;

/** "Monday, 10 or 11" */
function atEither(a: WhenSense, hours: readonly HourSense[]): WhenSense | undefined {
  if (!a.items.every((item) => item.weekdays !== undefined && hasNoHours(item))) return undefined;
  return either(a, when(...hours.map(({ seconds, ambiguous }) => ({ time: { seconds, ambiguous } }))));
}

/** "Thursday at 11, otherwise Friday same time" */
function atSameTime(a: WhenSense, b: WhenSense): WhenSense | undefined {
  const time = a.items.at(-1)?.time;
  if (time === undefined || namesHoursOnly(a) || !b.items.every(hasNoHours)) return undefined;
  return when(...a.items, ...b.items.map((item) => ({ ...item, time })));
}

/** "1 or 2 December": days of the month that is named last. */
function daysBefore({ day, form }: DateSense, numbers: readonly NumberSense[]): WhenSense | undefined {
  const { dayOfMonth } = civilOf(day);
  const fits = ({ digits, value }: NumberSense): boolean =>
    digits !== undefined && Number.isInteger(value) && value >= 1 && value < dayOfMonth;
  if (form !== 'monthDay' || !numbers.every(fits)) return undefined;
  const starts = [...numbers.map(({ value }) => day - dayOfMonth + value), day];
  return when(...starts.map((start) => ({ days: [{ start, end: start + 1 }] })));
}

/** In the clocks of one person. */
function inZoneOf(said: WhenSense, { candidates }: NamedPerson): WhenSense | undefined {
  const [zone] = candidates.map(({ timeZone }) => timeZone);
  return zone === undefined ? undefined : { ...said, timeZone: zone };
}

const midnight = { seconds: 0, ambiguous: false };

/** "any time on Tuesday" takes back the hours that were said before. */
function atAnyHour({ items, ...rest }: WhenSense): WhenSense {
  const hours = {
    kind: 'hours',
    from: midnight,
    to: { ...midnight, seconds: 86_400 },
    joint: 'between',
  } as const;
  const open = (item: WhenItem): boolean => item.hours === undefined && item.time === undefined;
  return { ...rest, items: items.map((item) => (open(item) ? { ...item, hours } : item)) };
}

/** "another day that week": not the one that is being talked about. */
function onAnotherDay({ thatDay }: RequestContext, { items, ...rest }: WhenSense): WhenSense | undefined {
  if (thatDay === undefined) return undefined;
  const others = items.map((item) => ({
    ...item,
    days: (item.days ?? []).flatMap(({ start, end }) =>
      start <= thatDay && thatDay < end
        ? [
            { start, end: thatDay },
            { start: thatDay + 1, end },
          ].filter((part) => part.end > part.start)
        : [{ start, end }],
    ),
  }));
  return { ...rest, items: others };
}

/** "Dec 1st, 2nd or 3rd": further days of the month that was named last. */
function orDayOfMonth(a: WhenSense, dayOfMonth: number): WhenSense | undefined {
  const last = a.items.at(-1);
  const [range] = last?.days ?? [];
  if (
    last === undefined ||
    range === undefined ||
    range.end !== range.start + 1 ||
    last.weekdays !== undefined
  )
    return undefined;
  const { year, month, dayOfMonth: named } = civilOf(range.start);
  if (dayOfMonth <= named || !isDate(year, month, dayOfMonth)) return undefined;
  const start = dayOf(year, month, dayOfMonth);
  return when(...a.items, { ...last, days: [{ start, end: start + 1 }] });
}

/** Said once for all of them; "Monday or 3pm on Tuesday" is not. */
function haveSameHours(items: readonly WhenItem[]): boolean {
  const [first] = items;
  const said = (item: WhenItem | undefined): string =>
    JSON.stringify([item?.hours, item?.time, item?.across]);
  return items.every((item) => item.hoursFirst !== true && said(item) === said(first));
}

/** "Tuesday at 10 or 2": several times of one day. */
function haveSameDays(items: readonly WhenItem[]): boolean {
  const [first] = items;
  if (first?.days === undefined || items.length < 2) return false;
  const days = JSON.stringify(first.days);
  return items.every(
    (item) => JSON.stringify(item.days) === days && (item.hours !== undefined || item.time !== undefined),
  );
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
export function either(a: WhenSense, b: WhenSense): WhenSense {
  const zone = a.timeZone ?? b.timeZone;
  const theirs = a.theirs ?? b.theirs;
  return {
    ...alternatives(a, b),
    ...(zone === undefined ? {} : { timeZone: zone }),
    ...(a.openZone === undefined && b.openZone === undefined ? {} : { openZone: a.openZone ?? b.openZone }),
    ...(theirs === undefined ? {} : { theirs }),
  };
}

function alternatives(said: WhenSense, next: WhenSense): WhenSense {
  const week = next.items[0]?.week;
  const weekBefore = said.items.at(-1)?.week;
  if (
    weekBefore !== undefined &&
    week === undefined &&
    next.items.every(({ weekdays }) => weekdays !== undefined)
  )
    return alternatives(said, when(...next.items.map((item) => inWeek(item, weekBefore))));
  const b = next;
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
  if (a.items.every(onlyDays) && a.items.every((item) => !noDays(item)) && haveSameDays(b.items)) {
    const { hours: _hours, time: _time, ...day } = shared;
    const hours = b.items.map((item) => ({
      ...(item.hours === undefined ? {} : { hours: item.hours }),
      ...(item.time === undefined ? {} : { time: item.time }),
    }));
    return when(...[...a.items, day].flatMap((each) => hours.map((hour) => ({ ...each, ...hour }))));
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

/** Alternatives of times, and the words around them. */
export const whenLists: readonly RequestRule[] = [
  row('<when> or|and|/|& <when>', (_, a, b) => either(a, b)),
  row('<when> , <when>', (_, a, b) => (narrows(a, b) ? undefined : either(a, b))),
  row('<when> - <hours>', (_, a, h) => either(a, when({ hours: h }))),
  row('<when> -|,|: <hourRange>', (_, a, h) =>
    either(a, when({ hours: { kind: 'hours', from: h.from, to: h.to, joint: 'to', bare: true } })),
  ),
  row('<when> ,|or|and|&|/ the? <ordinal>', (_, a, n) => orDayOfMonth(a, n.value)),
  row('<when> , or|and the? <ordinal>', (_, a, n) => orDayOfMonth(a, n.value)),
  row('<when> or|and|& <number>', (_, a, n) =>
    n.digits === undefined ? undefined : orDayOfMonth(a, n.value),
  ),
  row('<number> or|and|& <date>', (_, n, d) => daysBefore(d, [n])),
  row('<number> , <number> or|and|& <date>', (_, n, m, d) => daysBefore(d, [n, m])),
  row('<when> , <meridiem>', (_, a, m) =>
    either(a, when({ hours: { kind: 'hours', part: m.pm ? 'afternoon' : 'morning' } })),
  ),
  row('<when> ,? from <hour>', (_, a, h) =>
    a.items.every(hasNoHours)
      ? either(a, when({ hours: { kind: 'hours', from: h, bound: 'since' } }))
      : undefined,
  ),
  row('<when> or|and <hour>', (_, a, h) => orAt(a, h)),
  row('<when> , at? <hour> or|/ <hour>', (_, a, h, k) => atEither(a, [h, k])),
  row('<when> , or|and <when>', (_, a, b) => either(a, b)),
  row('<when> or else|maybe|possibly|alternatively <when>', (_, a, b) => either(a, b)),
  row('either <when>', (_, a) => a),
  row('<shift> <unit> or|and <shift>', (r, a, u, b) => shiftedPair(r, a.value, u.value, b.value)),
  row('on|in|during <when>', (_, a) => a),
  row('the <when>', (_, a) => a),
  row('<when> ,? otherwise|else <when>', (_, a, b) =>
    namesHoursOnly(a) && !namesHoursOnly(b) ? undefined : when(...a.items, ...b.items),
  ),
  row('<when> ,? otherwise|else|or <when> at? the? same time', (_, a, b) => atSameTime(a, b)),
  row('<when> if possible ,? otherwise|or|else <when>', (_, a, b) => when(...a.items, ...b.items)),
  row('some time|day <when>', (_, a) => a),
  row('whichever|whatever day|time on|in|during? <when>', (_, a) => a),
  row('sometime|someday|maybe|around|say on|in|during? <when>', (_, a) => a),
  row('any time|day|slot on|in|during? <when>', (c, a) => (c.followsUp ? atAnyHour(a) : a)),
  row('anytime|whenever|all day? on|in|during? <when>', (c, a) => (c.followsUp ? atAnyHour(a) : a)),
  row('any time', (c) => (c.followsUp ? atAnyHour(when({})) : undefined)),
  row('any|some|another|a|the? other|different day of|in|during|on? <when>', (c, w) => onAnotherDay(c, w)),
  row('their|his|her <when>', (_, w) => ({ ...w, theirs: true })),
  row("<person> ' s <when>", (_, p, w) => inZoneOf(w, p.person)),
  row('<when> <zone>', (_, w, z) =>
    z.place === true && !w.items.some((item) => item.time !== undefined || item.hours !== undefined)
      ? undefined
      : {
          ...w,
          ...(z.theirs === true ? { theirs: true } : {}),
          ...(z.timeZone === undefined ? {} : { timeZone: z.timeZone }),
          ...(z.open === undefined ? {} : { openZone: z.open }),
        },
  ),
  row("when it ' s|is <when> for|in them|him|her|their|his time? zone?", (_, w) => ({ ...w, theirs: true })),
  row("when it ' s|is <when> for <person>", (_, w, p) => inZoneOf(w, p.person)),
];
