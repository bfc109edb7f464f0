import { instantOfLocal } from './zones.ts';

const dayMs = 86_400_000;
const maximumSteps = 20_000;

export const weekDays = [
  'sunday',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
] as const;
type WeekDay = (typeof weekDays)[number];

export const patternTypes = [
  'daily',
  'weekly',
  'absoluteMonthly',
  'relativeMonthly',
  'absoluteYearly',
  'relativeYearly',
] as const;

export const weekIndexes = ['first', 'second', 'third', 'fourth', 'last'] as const;

/** Graph's `recurrencePattern`, complete. */
interface RecurrencePattern {
  readonly type: (typeof patternTypes)[number];
  readonly interval: number;
  readonly month: number;
  readonly dayOfMonth: number;
  readonly daysOfWeek: readonly WeekDay[];
  readonly firstDayOfWeek: WeekDay;
  readonly index: (typeof weekIndexes)[number];
}

/** Graph's `recurrenceRange`, complete; dates as `2026-03-02`. */
interface RecurrenceRange {
  readonly type: 'endDate' | 'noEnd' | 'numbered';
  readonly startDate: string;
  readonly endDate: string;
  readonly recurrenceTimeZone: string;
  readonly numberOfOccurrences: number;
}

export interface Recurrence {
  readonly pattern: RecurrencePattern;
  readonly range: RecurrenceRange;
}

/** Days are counted from 1970-01-01. */
function dayNumber(date: string): number {
  return Math.floor(Date.parse(`${date}T00:00:00Z`) / dayMs);
}

function weekDayOf(day: number): number {
  return (((day + 4) % 7) + 7) % 7;
}

function dayOf(year: number, month: number, dayOfMonth: number): number {
  return Date.UTC(year, month, dayOfMonth) / dayMs;
}

function lengthOfMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
}

/** The first, …, last day of a month that is one of `daysOfWeek`. */
function relativeDay(pattern: RecurrencePattern, year: number, month: number): number | undefined {
  const wanted = new Set(pattern.daysOfWeek.map((name) => weekDays.indexOf(name)));
  const first = dayOf(year, month, 1);
  const matching: number[] = [];
  for (let day = first; day < first + lengthOfMonth(year, month); day += 1) {
    if (wanted.has(weekDayOf(day))) matching.push(day);
  }
  return pattern.index === 'last' ? matching.at(-1) : matching[weekIndexes.indexOf(pattern.index)];
}

function dayInMonth(pattern: RecurrencePattern, year: number, month: number): number | undefined {
  if (pattern.type === 'relativeMonthly' || pattern.type === 'relativeYearly')
    return relativeDay(pattern, year, month);
  return dayOf(year, month, Math.min(pattern.dayOfMonth, lengthOfMonth(year, month)));
}

/** The days of one step (a day, a week, a month, a year times the interval), ascending. */
function daysOfStep(pattern: RecurrencePattern, startDay: number, step: number): number[] {
  if (pattern.type === 'daily') return [startDay + step * pattern.interval];
  if (pattern.type === 'weekly') {
    const first = weekDays.indexOf(pattern.firstDayOfWeek);
    const weekStart = startDay - ((weekDayOf(startDay) - first + 7) % 7) + step * 7 * pattern.interval;
    return pattern.daysOfWeek
      .map((name) => weekStart + ((weekDays.indexOf(name) - first + 7) % 7))
      .sort((one, other) => one - other);
  }
  const start = new Date(startDay * dayMs);
  const yearly = pattern.type === 'absoluteYearly' || pattern.type === 'relativeYearly';
  const months = yearly
    ? (start.getUTCFullYear() + step * pattern.interval) * 12 + pattern.month - 1
    : start.getUTCFullYear() * 12 + start.getUTCMonth() + step * pattern.interval;
  const day = dayInMonth(pattern, Math.floor(months / 12), months % 12);
  return day === undefined ? [] : [day];
}

function averageStepDays(pattern: RecurrencePattern): number {
  if (pattern.type === 'daily') return pattern.interval;
  if (pattern.type === 'weekly') return 7 * pattern.interval;
  return (
    (pattern.type === 'absoluteYearly' || pattern.type === 'relativeYearly' ? 366 : 31) * pattern.interval
  );
}

/** The days of a series in `[fromDay, toDay]`; counting from its first day where its number is limited. */
function* seriesDays({ pattern, range }: Recurrence, fromDay: number, toDay: number): Generator<number> {
  const startDay = dayNumber(range.startDate);
  const endDay = range.type === 'endDate' ? Math.min(toDay, dayNumber(range.endDate)) : toDay;
  const firstStep =
    range.type === 'numbered'
      ? 0
      : Math.max(0, Math.floor((fromDay - startDay) / averageStepDays(pattern)) - 2);
  let count = 0;
  for (let step = firstStep; step < firstStep + maximumSteps; step += 1) {
    if (startDay + (step - 1) * averageStepDays(pattern) * 0.9 - 400 > endDay) return;
    for (const day of daysOfStep(pattern, startDay, step)) {
      if (day < startDay) continue;
      if (day > endDay) return;
      if (range.type === 'numbered' && count >= range.numberOfOccurrences) return;
      count += 1;
      if (day >= fromDay) yield day;
    }
  }
}

/** A series as it is laid out in time. */
export interface Series {
  readonly recurrence: Recurrence;
  /** IANA zone that the clock times are in. */
  readonly zone: string;
  /** Clock time of the start, in ms after midnight. */
  readonly startOfDayMs: number;
  readonly durationMs: number;
}

/** Starts (UTC ms, ascending) of the occurrences that overlap `[fromMs, toMs)`, exceptions not considered. */
export function occurrenceStarts(series: Series, fromMs: number, toMs: number, maximum = 5_000): number[] {
  const starts: number[] = [];
  const fromDay = Math.floor((fromMs - series.durationMs) / dayMs) - 1;
  for (const day of seriesDays(series.recurrence, fromDay, Math.floor(toMs / dayMs) + 1)) {
    const startMs = instantOfLocal(series.zone, day * dayMs + series.startOfDayMs);
    if (startMs >= toMs) break;
    if (startMs + series.durationMs > fromMs || startMs >= fromMs) starts.push(startMs);
    if (starts.length >= maximum) break;
  }
  return starts;
}

/** The first occurrence, or undefined for a pattern that never occurs in its range. */
export function firstOccurrence(series: Series): number | undefined {
  const fromMs = Date.parse(`${series.recurrence.range.startDate}T00:00:00Z`) - 2 * dayMs;
  return occurrenceStarts(series, fromMs, fromMs + 9 * 366 * dayMs, 1)[0];
}
