import { instantMs, instantOf, minuteMs } from '../../../workflows/domain/time/instant.ts';
import type { Slot, TimeZone } from '../../../workflows/domain/time/slot.ts';
import { localMinuteToInstant } from '../../../workflows/domain/time/zone.ts';
import { weekdayOf } from '../dates/civil.ts';
import type { Day } from '../dates/civil.ts';
import type { LocalPoint } from '../dates/sense.ts';
import { defaultDays } from './default-days.ts';
import { settleAvoided, settleForMeeting } from './meeting-hours.ts';
import type { DayRange, WhenItem, WhenSense } from '../meaning/sense.ts';

const minutesPerDay = 1440;
const longestDays = 366;
/** Nobody plans a meeting further ahead. */
const furthestDays = 3660;

/** What windows are made from. */
export interface WindowSettings {
  readonly today: Day;
  readonly now: string;
  readonly timeZone: TimeZone;
  readonly durationMinutes: number;
  readonly weekends: boolean;
  /** The words tell what to keep clear of. */
  readonly avoided?: boolean;
}

/** Local minutes from 1970-01-01T00:00, in the zone that the words were meant in. */
interface LocalWindow {
  readonly start: number;
  readonly end: number;
}

function daysOf(item: WhenItem, ranges: readonly DayRange[], settings: WindowSettings): Day[] {
  const days: Day[] = [];
  for (const { start, end } of ranges) {
    const from = Math.max(start, settings.today);
    if (from > settings.today + furthestDays) continue;
    // "after Thursday" has no end of its own.
    const last = end - from > longestDays ? defaultDays(from).end : end;
    const to = Math.min(last, from + longestDays);
    const single = end - start <= 2;
    for (let day = from; day < to; day += 1) {
      const weekday = weekdayOf(day);
      if (item.weekdays !== undefined && !item.weekdays.includes(weekday)) continue;
      if (weekday >= 5 && !single && !settings.weekends && item.weekdays === undefined) continue;
      days.push(day);
    }
  }
  return days;
}

/** The windows of one alternative: a stretch of whole days as one, hours of days each for itself. */
function windowsOfItem(item: WhenItem, ranges: readonly DayRange[], settings: WindowSettings): LocalWindow[] {
  if (item.across !== undefined) {
    const { start, end } = item.across;
    if (end.day - start.day > 1 || start.day > settings.today + furthestDays)
      return acrossDays(item.across, settings);
    return [
      {
        start: start.day * minutesPerDay + start.seconds / 60,
        end: end.day * minutesPerDay + end.seconds / 60,
      },
    ];
  }
  const hours =
    settings.avoided === true ? settleAvoided(item) : settleForMeeting(item, settings.durationMinutes);
  const windows: LocalWindow[] = [];
  for (const day of daysOf(item, ranges, settings)) {
    const start = day * minutesPerDay + hours.start;
    const end = day * minutesPerDay + (hours.end <= hours.start ? hours.end + minutesPerDay : hours.end);
    const last = windows.at(-1);
    if (last !== undefined && last.end === start) {
      windows[windows.length - 1] = { start: last.start, end };
    } else {
      windows.push({ start, end });
    }
  }
  return windows;
}

/** A stretch over days, without the weekends between. */
function acrossDays(
  { start, end }: { start: LocalPoint; end: LocalPoint },
  settings: WindowSettings,
): LocalWindow[] {
  const windows: LocalWindow[] = [];
  if (start.day > settings.today + furthestDays) return windows;
  for (let day = start.day; day <= Math.min(end.day, start.day + longestDays); day += 1) {
    const isEdge = day === start.day || day === end.day;
    if (weekdayOf(day) >= 5 && !settings.weekends && !isEdge) continue;
    const from = day * minutesPerDay + (day === start.day ? start.seconds / 60 : 0);
    const to = day * minutesPerDay + (day === end.day ? end.seconds / 60 : minutesPerDay);
    const last = windows.at(-1);
    if (last !== undefined && last.end === from) windows[windows.length - 1] = { start: last.start, end: to };
    else if (to > from) windows.push({ start: from, end: to });
  }
  return windows;
}

function subtract(windows: readonly LocalWindow[], away: readonly LocalWindow[]): LocalWindow[] {
  let left = [...windows];
  for (const { start, end } of away) {
    left = left.flatMap((window) => {
      if (end <= window.start || start >= window.end) return [window];
      const before = { start: window.start, end: Math.min(window.end, start) };
      const after = { start: Math.max(window.start, end), end: window.end };
      return [before, after].filter((part) => part.end > part.start);
    });
  }
  return left;
}

/** "at 4" without a day is the next four o'clock. */
function isOneTime(item: WhenItem): boolean {
  return item.time !== undefined || (item.hours !== undefined && settleForMeeting(item, 0).exact === true);
}

/** All windows of what was wanted, without what was to be avoided; sorted, joined, none before now. */
export function windowsOf(
  wanted: WhenSense,
  avoided: readonly WhenSense[],
  settings: WindowSettings,
): Slot[] {
  const nowMs = instantMs(settings.now, 'now');
  const zone = wanted.timeZone ?? settings.timeZone;
  const local = wanted.items.flatMap((item) => {
    if (item.days !== undefined || item.weekdays !== undefined || !isOneTime(item)) {
      return windowsOfItem(item, item.days ?? [defaultDays(settings.today)], settings);
    }
    const each = windowsOfItem(item, [defaultDays(settings.today)], settings);
    return each.filter(({ start }) => localMinuteToInstant(zone, start) >= nowMs).slice(0, 1);
  });
  const span: DayRange = {
    start: Math.floor(Math.min(...local.map(({ start }) => start)) / minutesPerDay),
    end: Math.ceil(Math.max(...local.map(({ end }) => end)) / minutesPerDay),
  };
  const away = avoided.flatMap((when) =>
    when.items.flatMap((item) => {
      const days = item.weekdays !== undefined || item.days === undefined ? [span] : item.days;
      return windowsOfItem(item, days, { ...settings, weekends: true, avoided: true });
    }),
  );
  const sorted = subtract(local, away).sort((a, b) => a.start - b.start || a.end - b.end);
  const joined: LocalWindow[] = [];
  for (const window of sorted) {
    const last = joined.at(-1);
    if (last !== undefined && window.start <= last.end) {
      joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, window.end) };
    } else {
      joined.push(window);
    }
  }
  return joined.flatMap(({ start, end }) => {
    const startMs = Math.max(nowMs, localMinuteToInstant(zone, start));
    const endMs = localMinuteToInstant(zone, end);
    return endMs - startMs < settings.durationMinutes * minuteMs
      ? []
      : [{ start: instantOf(startMs), end: instantOf(endMs) }];
  });
}
