import type { CalendarDay } from './calendar-day.ts';
import { calendarDay, dateOf, dayOfWeekOf } from './calendar-day.ts';
import { minuteMs } from './instant.ts';
import type { DayOfWeek, LocalDate, LocalTime } from './local.ts';
import { localTimeOf, minuteOfDay, minutesPerDay } from './minute-of-day.ts';
import type { TimeZone } from './slot.ts';
import { offsetSegmentAt, offsetSegments } from './zone-offsets.ts';

const dayMs = minutesPerDay * minuteMs;
/** Offsets from UTC lie within −12 and +14 hours, so a local time's instants lie this near to it. */
const reachMs = 15 * 60 * minuteMs;

export interface LocalMoment {
  readonly date: LocalDate;
  readonly time: LocalTime;
  readonly dayOfWeek: DayOfWeek;
  /** East of UTC is positive. */
  readonly offsetMinutes: number;
}

/** What the clocks on the wall show at an instant; seconds are dropped. */
export function instantToLocal(timeZone: TimeZone, ms: number): LocalMoment {
  const { offsetMs } = offsetSegmentAt(timeZone, ms);
  const day = Math.floor((ms + offsetMs) / dayMs);
  const minute = Math.floor((ms + offsetMs - day * dayMs) / minuteMs);
  return {
    date: dateOf(day),
    time: localTimeOf(minute),
    dayOfWeek: dayOfWeekOf(day),
    offsetMinutes: offsetMs / minuteMs,
  };
}

/** `localMs` are the milliseconds that the wall clock would show if it stood in UTC. */
function resolve(timeZone: TimeZone, localMs: number): { instants: readonly number[]; gapMs?: number } {
  const segments = offsetSegments(timeZone, localMs - reachMs, localMs + reachMs);
  const instants = segments
    .filter(({ startMs, endMs, offsetMs }) => startMs <= localMs - offsetMs && localMs - offsetMs < endMs)
    .map(({ offsetMs }) => localMs - offsetMs);
  if (instants.length > 0) return { instants };
  const before = segments.findLast(({ endMs, offsetMs }) => endMs + offsetMs <= localMs) ?? segments[0];
  if (before === undefined) return { instants };
  return { instants: [localMs - before.offsetMs], gapMs: before.endMs };
}

/**
 * The instants, in epoch milliseconds, at which a zone's clocks show this time: one, two (earliest first) when
 * the time is repeated; for a skipped time one, read with the offset before the gap (RFC 5545, 3.3.5).
 */
export function localToInstants(timeZone: TimeZone, date: LocalDate, time: LocalTime): readonly number[] {
  return resolve(timeZone, calendarDay(date) * dayMs + minuteOfDay(time) * minuteMs).instants;
}

/** The first of the instants of `localToInstants`, for minutes counted from the local 1970-01-01T00:00. */
export function localMinuteToInstant(timeZone: TimeZone, localMinute: number): number {
  const localMs = localMinute * minuteMs;
  const low = offsetSegmentAt(timeZone, localMs - reachMs);
  if (localMs + reachMs < low.endMs) return localMs - low.offsetMs;
  return resolve(timeZone, localMs).instants[0] ?? localMs;
}

/** The first instant of a date or, where its midnight or all of it is skipped, the end of the gap. */
function firstInstant(timeZone: TimeZone, day: CalendarDay): number {
  const { instants, gapMs } = resolve(timeZone, day * dayMs);
  return gapMs ?? instants[0] ?? 0;
}

/** Start and end of a local date in epoch milliseconds; equal when the zone skipped the date. */
export function localDayBounds(timeZone: TimeZone, date: LocalDate): { startMs: number; endMs: number } {
  const day = calendarDay(date);
  return { startMs: firstInstant(timeZone, day), endMs: firstInstant(timeZone, day + 1) };
}

/** Whether the zone ever showed this date: Apia had no 2011-12-30. */
export function dateExists(timeZone: TimeZone, day: CalendarDay): boolean {
  const noon = localMinuteToInstant(timeZone, day * minutesPerDay + minutesPerDay / 2);
  const { offsetMs } = offsetSegmentAt(timeZone, noon);
  return Math.floor((noon + offsetMs) / dayMs) === day;
}
