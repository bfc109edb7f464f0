import type { MeetingView } from '../../../workflows/domain/meeting/view.ts';
import { calendarDay } from '../../../workflows/domain/time/calendar-day.ts';
import { instantOf, minuteMs } from '../../../workflows/domain/time/instant.ts';
import { minuteOfDay } from '../../../workflows/domain/time/minute-of-day.ts';
import type { Slot } from '../../../workflows/domain/time/slot.ts';
import { instantToLocal, localMinuteToInstant } from '../../../workflows/domain/time/zone.ts';
import { mondayOf, weekdayOf } from '../../language/dates/civil.ts';
import type { To } from '../../language/meaning/frame.ts';
import type { WhenItem, WhenSense } from '../../language/meaning/sense.ts';
import type { Reading } from '../../language/reading.ts';
import { combineWhens } from '../../language/times/combine-whens.ts';
import { isBareWeekday } from '../meant/fits-time.ts';
import type { SpokenAt } from '../meant/fits-time.ts';

const minutesPerDay = 1440;
const soonestDays = 14;

/** To when a meeting shall move. */
export type NewTimes =
  /** Exactly then. */
  | { readonly kind: 'slots'; readonly slots: readonly Slot[]; readonly durationMinutes: number }
  /** At some time within these; `usual` are those at the same time of day as now. */
  | {
      readonly kind: 'windows';
      readonly windows: readonly Slot[];
      readonly usual: readonly Slot[];
      readonly durationMinutes: number;
    }
  | { readonly kind: 'passed' }
  | { readonly kind: 'nothingSaid' };

/** Where it is now: booked, or the first time proposed. */
export function presentSlot(view: MeetingView): Slot | undefined {
  return view.booking?.slot ?? view.proposal?.slots[0];
}

interface LocalStart {
  readonly day: number;
  readonly minute: number;
}

function localStart({ start }: Slot, { timeZone }: SpokenAt): LocalStart {
  const { date, time } = instantToLocal(timeZone, Date.parse(start));
  return { day: calendarDay(date), minute: minuteOfDay(time) };
}

function slotOf(localMinute: number, durationMinutes: number, { timeZone }: SpokenAt): Slot {
  const start = localMinuteToInstant(timeZone, localMinute);
  return { start: instantOf(start), end: instantOf(start + durationMinutes * minuteMs) };
}

/** "Thursday" is that of the meeting's own week, where it is still to come; said of a Thursday, the next one. */
function weekdayDays(item: WhenItem, base: LocalStart, today: number): WhenItem {
  const { weekdays = [], ...rest } = item;
  const isOtherHour = item.time !== undefined || item.hours !== undefined;
  const days = weekdays.map((weekday) => {
    const inWeek = mondayOf(base.day) + weekday;
    const meant = inWeek === base.day && !isOtherHour ? inWeek + 7 : inWeek;
    if (meant >= today) return meant;
    return today + ((weekday - weekdayOf(today) + 7) % 7);
  });
  return { ...rest, days: days.map((day) => ({ start: day, end: day + 1 })) };
}

/** What was said, seen from the meeting's present time: a clock alone is of its own day. */
function seenFrom(when: WhenSense, base: LocalStart | undefined, today: number): WhenSense {
  if (base === undefined) return when;
  const items = when.items.map((item): WhenItem => {
    if (item.across !== undefined) return item;
    if (item.weekdays !== undefined && isBareWeekday(item)) return weekdayDays(item, base, today);
    if (item.days !== undefined || item.weekdays !== undefined) return item;
    return { ...item, days: [{ start: base.day, end: base.day + 1 }] };
  });
  return { ...when, items };
}

function saysHours({ items }: WhenSense): boolean {
  return items.some(
    ({ time, hours, across }) => time !== undefined || hours !== undefined || across !== undefined,
  );
}

function lengthMs({ start, end }: Slot): number {
  return Date.parse(end) - Date.parse(start);
}

/**
 * The times that a meeting shall move to, from what was said and where it is now. A day keeps no time of day by force:
 * its free times are looked for, the usual one first. Pure.
 */
export function newTimes(
  view: MeetingView,
  to: To,
  { windows: windowsOf }: Pick<Reading, 'windows'>,
  at: SpokenAt,
): NewTimes {
  const slot = presentSlot(view);
  const base = slot === undefined ? undefined : localStart(slot, at);
  const durationMinutes = to.minutes ?? Math.max(5, view.durationMinutes + (to.longerMinutes ?? 0));
  const today = calendarDay(instantToLocal(at.timeZone, Date.parse(at.now)).date);
  if (to.shiftMinutes !== undefined && base !== undefined && to.when.length === 0) {
    const moved = slotOf(base.day * minutesPerDay + base.minute + to.shiftMinutes, durationMinutes, at);
    return moved.start <= at.now ? { kind: 'passed' } : { kind: 'slots', slots: [moved], durationMinutes };
  }
  const said = combineWhens(to.when);
  if (said === undefined) {
    if (base !== undefined && durationMinutes !== view.durationMinutes) {
      const longer = slotOf(base.day * minutesPerDay + base.minute, durationMinutes, at);
      return { kind: 'slots', slots: [longer], durationMinutes };
    }
    if (to.soonest !== true) return { kind: 'nothingSaid' };
    const end = instantOf(Date.parse(at.now) + soonestDays * minutesPerDay * minuteMs);
    return { kind: 'windows', windows: [{ start: at.now, end }], usual: [], durationMinutes };
  }
  const when = seenFrom(said, base, today);
  const settings = { ...at, timeZone: when.timeZone ?? at.timeZone, today, durationMinutes };
  const windows = windowsOf([when], settings);
  if (windows.length === 0) return { kind: 'passed' };
  const isExact = windows.every((window) => lengthMs(window) === durationMinutes * minuteMs);
  if (isExact) return { kind: 'slots', slots: windows.slice(0, 5), durationMinutes };
  const usual =
    base === undefined || saysHours(when)
      ? []
      : windows.map((window) =>
          slotOf(localStart(window, at).day * minutesPerDay + base.minute, durationMinutes, at),
        );
  return { kind: 'windows', windows, usual: usual.filter(({ start }) => start > at.now), durationMinutes };
}
