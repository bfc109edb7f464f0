import { mondayOf, weekdayOf } from '../dates/civil.ts';
import type { Day } from '../dates/civil.ts';
import type { HoursSense } from '../dates/sense.ts';
import { settleForMeeting } from '../times/meeting-hours.ts';
import { combineWhens, mergeHours, zoneOf } from '../times/combine-whens.ts';
import type { WhenItem, WhenSense } from '../meaning/sense.ts';
import type { MeetingRequestDraft } from '../meaning/understanding.ts';

const hasDays = (item: WhenItem): boolean =>
  item.days !== undefined || item.weekdays !== undefined || item.across !== undefined;
const hasHours = (item: WhenItem): boolean =>
  item.hours !== undefined || item.time !== undefined || item.across !== undefined;

/** Times said later replace what they speak of: new days keep the hours, new hours keep the days. */
export function replaceTimes(
  before: readonly WhenSense[],
  now: readonly WhenSense[],
  today: Day,
): WhenSense[] {
  const old = combineWhens(before);
  const fresh = withinSameDays(old, combineWhens(now), today);
  if (fresh === undefined) return [...before];
  if (old === undefined) return [fresh];
  const [first] = old.items;
  if (first === undefined) return [fresh];
  const zone = { ...zoneOf(old), ...zoneOf(fresh) };
  if (!fresh.items.some(hasDays)) {
    const items = old.items.flatMap((item) =>
      fresh.items.map((hours) => (isBound(hours) ? mergeHours(item, hours) : { ...daysOf(item), ...hours })),
    );
    return [{ kind: 'when', items, ...zone }];
  }
  const sameHours = old.items.every(
    (item) => JSON.stringify(hoursOf(item)) === JSON.stringify(hoursOf(first)),
  );
  if (!fresh.items.some(hasHours) && sameHours && first.across === undefined) {
    return [{ kind: 'when', items: fresh.items.map((item) => ({ ...item, ...hoursOf(first) })), ...zone }];
  }
  return [{ ...fresh, ...zoneOf(fresh) }];
}

/** Weeks and months that a bare weekday may be of; longer ones name no week. */
const longestDays = 31;
const weekDays = 7;

/** "Tuesday" after "next week" is that week's; after a day further ahead than a week, that day's week's. */
function withinSameDays(
  old: WhenSense | undefined,
  fresh: WhenSense | undefined,
  today: Day,
): WhenSense | undefined {
  const [range, another] = old?.items.flatMap(({ days = [] }) => days) ?? [];
  if (fresh === undefined || range === undefined || another !== undefined) return fresh;
  const length = range.end - range.start;
  if (length > longestDays || (length === 1 && range.start - today < weekDays)) return fresh;
  const from = Math.max(length === 1 ? mondayOf(range.start) : range.start, today);
  const items = fresh.items.map((item) => {
    const [weekday, otherDay] = item.weekdays ?? [];
    const [day] = item.days ?? [];
    if (weekday === undefined || otherDay !== undefined || day === undefined || day.end - day.start > 1)
      return item;
    if (day.start >= from && day.start < Math.max(range.end, from + weekDays)) return item;
    const start = from + ((weekday - weekdayOf(from) + weekDays) % weekDays);
    return { ...item, days: [{ start, end: start + 1 }] };
  });
  return { ...fresh, items };
}

/** "before 4" cuts the hours that there are. */
function isBound({ hours }: WhenItem): boolean {
  return (
    hours !== undefined && hours.part === undefined && (hours.from === undefined || hours.to === undefined)
  );
}

function daysOf({ days, weekdays, bound, weekend }: WhenItem): WhenItem {
  return {
    ...(days === undefined ? {} : { days }),
    ...(weekdays === undefined ? {} : { weekdays }),
    ...(bound === undefined ? {} : { bound }),
    ...(weekend === undefined ? {} : { weekend }),
  };
}

function hoursOf({ hours, time }: WhenItem): WhenItem {
  return { ...(hours === undefined ? {} : { hours }), ...(time === undefined ? {} : { time }) };
}

const noonMinutes = 720;
const endOfWorkMinutes = 18 * 60;

/** "later that day" begins where what was asked for ends; "a week later" moves the days, "an hour later" the hours. */
export function shiftTimes(
  before: readonly WhenSense[],
  shift: { readonly direction: 1 | -1; readonly days?: number; readonly minutes?: number },
  durationMinutes: number,
): WhenSense[] {
  const old = combineWhens(before);
  if (old === undefined) return [...before];
  const { direction, days, minutes } = shift;
  const items = old.items.map((item): WhenItem => {
    if (days !== undefined) return shiftDays(item, days * direction);
    if (minutes !== undefined) return shiftMinutes(item, minutes * direction, durationMinutes);
    return { ...daysOf(item), hours: restOfDay(item, direction, durationMinutes) };
  });
  return [{ ...old, items }];
}

function shiftDays(item: WhenItem, by: number): WhenItem {
  const { weekdays: _weekdays, ...rest } = item;
  const moved = item.days?.map(({ start, end }) => ({ start: start + by, end: end + by }));
  return moved === undefined ? item : { ...rest, days: moved };
}

function shiftMinutes(item: WhenItem, by: number, durationMinutes: number): WhenItem {
  const { start, end } = settleForMeeting(item, durationMinutes);
  const clock = (minute: number) => ({
    seconds: Math.min(1440, Math.max(0, minute + by)) * 60,
    ambiguous: false,
  });
  if (item.time !== undefined) return { ...daysOf(item), time: clock(start) };
  return { ...daysOf(item), hours: { kind: 'hours', from: clock(start), to: clock(end), joint: 'between' } };
}

function restOfDay(item: WhenItem, direction: 1 | -1, durationMinutes: number): HoursSense {
  const said = item.time !== undefined || item.hours !== undefined;
  const { start, end } = said
    ? settleForMeeting(item, durationMinutes)
    : { start: noonMinutes, end: noonMinutes };
  const clock = (minute: number) => ({ seconds: minute * 60, ambiguous: false });
  if (direction < 0) return { kind: 'hours', to: clock(start), bound: 'before' };
  const last = Math.max(endOfWorkMinutes, Math.min(1440, end + 180));
  return { kind: 'hours', from: clock(end), to: clock(last), joint: 'between' };
}

/** Ends at the minute of the day: its length where it has a start, else the hours that are wanted. */
export function endAt(draft: MeetingRequestDraft, endMinute: number): MeetingRequestDraft {
  const [item] = combineWhens(draft.wanted)?.items ?? [];
  if (item?.time === undefined && item?.hours === undefined) {
    const to = { seconds: endMinute * 60, ambiguous: false };
    const until: WhenSense = { kind: 'when', items: [{ hours: { kind: 'hours', to, bound: 'by' } }] };
    return { ...draft, wanted: replaceTimes(draft.wanted, [until], draft.today) };
  }
  const { start } = settleForMeeting(item, 0);
  const length = [endMinute - start, endMinute + noonMinutes - start].find((minutes) => minutes > 0);
  return { ...draft, durationMinutes: length ?? draft.durationMinutes };
}
