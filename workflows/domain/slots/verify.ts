import type { LocalInterval, WorkingHours } from '../availability/availability.ts';
import { calendarDay, dateOf } from '../time/calendar-day.ts';
import { instantMs, minuteMs } from '../time/instant.ts';
import type { LocalDate } from '../time/local.ts';
import { daysOfWeek } from '../time/local.ts';
import { minuteOfDay } from '../time/minute-of-day.ts';
import type { TimeZone } from '../time/slot.ts';
import { instantToLocal, localDayBounds, localToInstants } from '../time/zone.ts';
import type { Candidate } from './candidate.ts';
import { checkInput } from './check-input.ts';
import type { SearchAttendee, SlotSearchInput } from './search-input.ts';
import type { Wish } from './wish.ts';

/** What is checked of a candidate; its score and reasons are not. */
export type VerifiedSlot = Pick<Candidate, 'start' | 'end' | 'roomId'>;

export type Verification =
  { readonly ok: true } | { readonly ok: false; readonly violations: readonly string[] };

/** Milliseconds, the end excluded. */
interface Span {
  readonly startMs: number;
  readonly endMs: number;
}

/**
 * Checks one slot against every rule of a search, one rule after another and without the search's code, so that
 * the two can be held against each other. Throws InvalidInputError where `searchSlots` would for the same field.
 */
export function verify(input: SlotSearchInput, candidate: VerifiedSlot): Verification {
  checkInput(input);
  const slot = spanOf(candidate.start, candidate.end);
  const violations = [
    ...shapeViolations(input, slot),
    ...dailyViolations(input, slot),
    ...input.attendees.flatMap((attendee) => attendeeViolations(input, attendee, slot)),
    ...roomViolations(input, slot, candidate.roomId),
  ];
  return violations.length === 0 ? { ok: true } : { ok: false, violations };
}

function shapeViolations(input: SlotSearchInput, slot: Span): string[] {
  const found: string[] = [];
  if (slot.endMs - slot.startMs !== input.durationMinutes * minuteMs) {
    found.push(`does not last ${input.durationMinutes} minutes`);
  }
  const { time } = instantToLocal(input.timeZone, slot.startMs);
  if (slot.startMs % minuteMs !== 0 || minuteOfDay(time) % input.granularityMinutes !== 0) {
    found.push(`starts at ${time}, which is no multiple of ${input.granularityMinutes} minutes`);
  }
  const windows = input.windows.map(({ start, end }) => spanOf(start, end));
  if (!windows.some(({ startMs, endMs }) => startMs <= slot.startMs && slot.endMs <= endMs)) {
    found.push('lies in none of the windows');
  }
  if (slot.startMs < instantMs(input.now, 'now') + input.minimumNoticeMinutes * minuteMs) {
    found.push(`starts with less than ${input.minimumNoticeMinutes} minutes' notice`);
  }
  return found;
}

function dailyViolations(input: SlotSearchInput, slot: Span): string[] {
  const { earliestTime, latestTime, daysOfWeek: days, timeZone } = input;
  if (earliestTime === undefined && latestTime === undefined && days === undefined) return [];
  const hours = { startTime: earliestTime ?? '00:00', endTime: latestTime ?? '24:00' };
  const open = datesAround(timeZone, slot)
    .filter((date) => days === undefined || days.includes(dayOf(date)))
    .map((date) => spanOfHours(timeZone, date, hours));
  return isCovered(slot, open) ? [] : ['lies outside the daily window or on a day that is not allowed'];
}

function attendeeViolations(input: SlotSearchInput, attendee: SearchAttendee, slot: Span): string[] {
  switch (attendee.type) {
    case 'optional':
      return [];
    case 'resource':
      return input.oneOfRooms.includes(attendee.id) || isFree(input, attendee, slot)
        ? []
        : [`${attendee.id} is not free`];
    case 'required':
      return requiredViolations(input, attendee, slot);
  }
}

function requiredViolations(input: SlotSearchInput, attendee: SearchAttendee, slot: Span): string[] {
  const found: string[] = [];
  const { workingHours } = attendee;
  const buffered = {
    startMs: slot.startMs - input.bufferBeforeMinutes * minuteMs,
    endMs: slot.endMs + input.bufferAfterMinutes * minuteMs,
  };
  if (!isFree(input, attendee, buffered)) found.push(`${attendee.id} is not free`);
  if (input.workingHours === 'hard' && workingHours !== undefined) {
    if (!isCovered(slot, workingSpans(workingHours, slot))) found.push(`${attendee.id} does not work then`);
  }
  for (const wish of attendee.wishes) {
    if (wish.strength === 'hard' && wishSpans(wish, slot).some((span) => isShared(span, slot))) {
      found.push(`${attendee.id} wished otherwise`);
    }
  }
  return found;
}

function roomViolations(input: SlotSearchInput, slot: Span, roomId: string | undefined): string[] {
  if (input.oneOfRooms.length === 0) return [];
  const free = input.attendees.filter(
    (attendee) => input.oneOfRooms.includes(attendee.id) && isFree(input, attendee, slot),
  );
  if (free.length === 0) return ['no room is free'];
  return roomId === undefined || free.some(({ id }) => id === roomId) ? [] : [`${roomId} is not free`];
}

function isFree(input: SlotSearchInput, { busy, unreadable }: SearchAttendee, span: Span): boolean {
  if (unreadable !== undefined) return false;
  const blocking = [
    ...(busy.busy ?? []),
    ...(busy.oof ?? []),
    ...(busy.unknown ?? []),
    ...(input.tentativeCounts === 'busy' ? (busy.tentative ?? []) : []),
    ...(input.workingElsewhereCounts === 'busy' ? (busy.workingElsewhere ?? []) : []),
  ];
  for (let index = 0; index < blocking.length; index += 2) {
    const startMs = (blocking[index] ?? 0) * minuteMs;
    const endMs = (blocking[index + 1] ?? 0) * minuteMs;
    if (startMs < endMs && isShared({ startMs, endMs }, span)) return false;
  }
  return true;
}

function workingSpans({ timeZone, days, exceptions }: WorkingHours, slot: Span): Span[] {
  return datesAround(timeZone, slot).flatMap((date) => {
    const special = exceptions.findLast((exception) => exception.date === date)?.intervals;
    const usual = days
      .filter(({ dayOfWeek }) => dayOfWeek === dayOf(date))
      .flatMap(({ intervals }) => intervals);
    return (special ?? usual).map((hours) => spanOfHours(timeZone, date, hours));
  });
}

function wishSpans(wish: Wish, slot: Span): Span[] {
  const { timeZone, dates, daysOfWeek: days, startTime, endTime } = wish;
  const hours = { startTime: startTime ?? '00:00', endTime: endTime ?? '24:00' };
  return datesAround(timeZone, slot)
    .filter(
      (date) =>
        (dates === undefined && days === undefined) ||
        dates?.includes(date) === true ||
        days?.includes(dayOf(date)) === true,
    )
    .map((date) => spanOfHours(timeZone, date, hours));
}

/** The zone's dates whose hours can touch the slot; dates that it skipped are left out. */
function datesAround(timeZone: TimeZone, slot: Span): LocalDate[] {
  const first = calendarDay(instantToLocal(timeZone, slot.startMs).date) - 2;
  const last = calendarDay(instantToLocal(timeZone, slot.endMs).date) + 2;
  return Array.from({ length: last - first + 1 }, (_none, index) => dateOf(first + index)).filter((date) => {
    const { startMs, endMs } = localDayBounds(timeZone, date);
    return startMs < endMs;
  });
}

function spanOfHours(timeZone: TimeZone, date: LocalDate, { startTime, endTime }: LocalInterval): Span {
  const endDate = endTime <= startTime ? dateOf(calendarDay(date) + 1) : date;
  return {
    startMs: localToInstants(timeZone, date, startTime)[0] ?? 0,
    endMs: localToInstants(timeZone, endDate, endTime)[0] ?? 0,
  };
}

/** Walks from one span's end into the next, until the slot's end or a moment that no span holds. */
function isCovered(slot: Span, spans: readonly Span[]): boolean {
  let reachedMs = slot.startMs;
  while (reachedMs < slot.endMs) {
    const next = spans.find(({ startMs, endMs }) => startMs <= reachedMs && reachedMs < endMs);
    if (next === undefined) return false;
    reachedMs = next.endMs;
  }
  return true;
}

function isShared(one: Span, other: Span): boolean {
  return one.startMs < one.endMs && one.startMs < other.endMs && other.startMs < one.endMs;
}

function dayOf(date: LocalDate): (typeof daysOfWeek)[number] {
  return daysOfWeek[(new Date(`${date}T00:00:00.000Z`).getUTCDay() + 6) % 7] ?? 'monday';
}

function spanOf(start: string, end: string): Span {
  return { startMs: instantMs(start, 'start'), endMs: instantMs(end, 'end') };
}
