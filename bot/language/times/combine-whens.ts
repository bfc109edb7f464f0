import { settleHours } from './meeting-hours.ts';
import type { DayRange, WhenItem, WhenSense } from '../meaning/sense.ts';

/**
 * What several expressions of time in one request mean together: days and hours complete each other, weekdays
 * move into a period, "before Friday" cuts, and two of one kind are alternatives.
 */
export function combineWhens(whens: readonly WhenSense[]): WhenSense | undefined {
  let combined: WhenSense | undefined;
  for (const when of whens) combined = combined === undefined ? when : combineTwo(combined, when);
  return combined;
}

const isBound = (item: WhenItem): boolean => item.bound !== undefined;
const hasDays = (item: WhenItem): boolean =>
  item.days !== undefined || item.weekdays !== undefined || item.across !== undefined;
const hasHours = (item: WhenItem): boolean =>
  item.hours !== undefined || item.time !== undefined || item.across !== undefined;

function combineTwo(a: WhenSense, b: WhenSense): WhenSense {
  const zone = { ...zoneOf(a), ...zoneOf(b) };
  const items = combineItems(a.items, b.items);
  return { kind: 'when', items, ...zone };
}

/** In whose clocks a time was said. */
export function zoneOf({ theirs, timeZone, openZone }: WhenSense): Omit<WhenSense, 'kind' | 'items'> {
  return {
    ...(theirs === undefined ? {} : { theirs }),
    ...(timeZone === undefined ? {} : { timeZone }),
    ...(openZone === undefined ? {} : { openZone }),
  };
}

function combineItems(a: readonly WhenItem[], b: readonly WhenItem[]): readonly WhenItem[] {
  if (a.every((item) => !hasDays(item)) && b.every((item) => !hasDays(item))) return cross(a, b, mergeHours);
  if (b.every((item) => !hasDays(item))) return cross(a, b, withHours);
  if (a.every((item) => !hasDays(item))) return cross(b, a, withHours);
  if (b.every(isBound) || a.every(isBound)) return cross(a, b, intersectDays);
  if (b.every((item) => item.weekdays !== undefined) && a.every(isLong)) return cross(b, a, weekdayIn);
  if (a.every((item) => item.weekdays !== undefined) && b.every(isLong)) return cross(a, b, weekdayIn);
  if (a.every(isLong) && b.every((item) => insideOf(item, a))) return b;
  return [...a, ...b];
}

function cross(
  a: readonly WhenItem[],
  b: readonly WhenItem[],
  combine: (a: WhenItem, b: WhenItem) => WhenItem | undefined,
): WhenItem[] {
  const items = a.flatMap((first) => b.map((second) => combine(first, second)));
  const kept = items.filter((item) => item !== undefined);
  return kept.length === 0 ? [...a] : kept;
}

const isLong = ({ days }: WhenItem): boolean =>
  days !== undefined && days.some(({ start, end }) => end - start > 1);

function insideOf(item: WhenItem, whole: readonly WhenItem[]): boolean {
  return (item.days ?? []).every(({ start, end }) =>
    whole.some(({ days }) => days?.some((range) => range.start <= start && end <= range.end) === true),
  );
}

function withHours(item: WhenItem, hours: WhenItem): WhenItem {
  if (!hasHours(item)) {
    return {
      ...item,
      ...(hours.hours === undefined ? {} : { hours: hours.hours }),
      ...(hours.time === undefined ? {} : { time: hours.time }),
    };
  }
  return mergeHours(item, hours);
}

/** "mornings, not before 10" is 10 to 12; a time in a part of the day is the time. */
export function mergeHours(a: WhenItem, b: WhenItem): WhenItem {
  if (a.time !== undefined) return a;
  if (b.time !== undefined) return { ...a, time: b.time };
  if (a.hours === undefined || b.hours === undefined)
    return { ...a, ...(b.hours === undefined ? {} : { hours: b.hours }) };
  const [first, second] = [settleHours(a.hours), settleHours(b.hours)];
  const start = Math.max(first.start, second.start);
  const end = Math.min(first.end, second.end);
  if (end <= start) return { ...a, hours: b.hours };
  const clock = (minutes: number) => ({ seconds: minutes * 60, ambiguous: false });
  return { ...a, hours: { kind: 'hours', from: clock(start), to: clock(end), joint: 'between' } };
}

function intersect(a: readonly DayRange[], b: readonly DayRange[]): DayRange[] {
  return a.flatMap((first) =>
    b.flatMap((second) => {
      const start = Math.max(first.start, second.start);
      const end = Math.min(first.end, second.end);
      return end > start ? [{ start, end }] : [];
    }),
  );
}

function intersectDays(a: WhenItem, b: WhenItem): WhenItem | undefined {
  const days = a.days === undefined ? b.days : b.days === undefined ? a.days : intersect(a.days, b.days);
  if (days === undefined) return undefined;
  if (days.length === 0) return undefined;
  const { bound: _a, ...first } = a;
  const { bound: _b, ...second } = b;
  const both = { ...second, ...first, days };
  return a.bound !== undefined && b.bound !== undefined ? { ...both, bound: a.bound } : both;
}

/** "Tuesday" with "next week" is next week's Tuesday. */
function weekdayIn(weekday: WhenItem, period: WhenItem): WhenItem {
  const { days: _days, ...rest } = weekday;
  return {
    ...rest,
    ...(period.days === undefined ? {} : { days: period.days }),
    ...(rest.hours === undefined && rest.time === undefined && period.hours !== undefined
      ? { hours: period.hours }
      : {}),
  };
}
