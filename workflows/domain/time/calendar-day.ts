import { InvalidInputError } from '../problems/invalid-input.ts';
import type { DayOfWeek, LocalDate } from './local.ts';
import { daysOfWeek } from './local.ts';

const dayMs = 86_400_000;

/** A calendar date as the count of days since 1970-01-01, in the proleptic Gregorian calendar. */
export type CalendarDay = number;

/** Throws InvalidInputError `malformed` when the date does not exist in the calendar. */
export function calendarDay(date: LocalDate, path = 'date'): CalendarDay {
  const ms = /^\d{4}-\d\d-\d\d$/.test(date) ? Date.parse(`${date}T00:00:00.000Z`) : NaN;
  // Date.parse rolls 30 February over into March; writing it back shows that.
  if (Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 10) !== date) {
    throw new InvalidInputError('malformed', path, `"${date}" is not a date YYYY-MM-DD`);
  }
  return ms / dayMs;
}

export function dateOf(day: CalendarDay): LocalDate {
  return new Date(day * dayMs).toISOString().slice(0, 10);
}

export function dayOfWeekOf(day: CalendarDay): DayOfWeek {
  // 1970-01-01 was a Thursday, which is index 3 of a week that begins on Monday.
  return daysOfWeek[(((day + 3) % 7) + 7) % 7] ?? 'monday';
}
