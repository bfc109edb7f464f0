import { Instant, LocalDate, LocalTime, ZoneId } from '@js-joda/core';
import '@js-joda/timezone';
import type { DayOfWeek } from '../../workflows/domain/time/local.ts';
import { daysOfWeek } from '../../workflows/domain/time/local.ts';

/** One window of one or a few local days, and the starts that a library which the core does not use finds in it. */
export interface DstCase {
  readonly name: string;
  /** Grid, and the window's days. */
  readonly organizerZone: string;
  /** Each works these hours on these days. */
  readonly attendees: readonly {
    readonly zone: string;
    readonly days: readonly DayOfWeek[];
    readonly hours: readonly (readonly [string, string])[];
  }[];
  readonly window: { readonly start: string; readonly end: string };
  readonly durationMinutes: number;
  readonly granularityMinutes: number;
  /** Minutes from the window's start. */
  readonly starts: readonly number[];
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Days around which each zone changes its clocks, or did something odder; written down from tz's own news. */
const changes: readonly (readonly [zone: string, ...dates: string[]])[] = [
  ['Europe/Berlin', '2024-03-31', '2025-10-26', '1980-04-06'],
  ['Europe/London', '2024-03-31', '2025-10-26', '1975-03-16'],
  ['America/New_York', '2025-03-09', '2024-11-03', '1987-04-05'],
  ['America/St_Johns', '2025-03-09', '2024-11-03', '2006-10-29'],
  ['America/Sao_Paulo', '2018-11-04', '2019-02-17', '2024-05-10'],
  ['America/Santiago', '2024-09-08', '2025-04-06', '2010-04-04'],
  ['America/Havana', '2024-03-10', '2024-11-03'],
  ['Australia/Sydney', '2024-10-06', '2025-04-06'],
  ['Australia/Lord_Howe', '2024-10-06', '2025-04-06', '1981-03-01'],
  ['Pacific/Chatham', '2024-09-29', '2025-04-06'],
  ['Pacific/Apia', '2011-12-30', '2011-09-24', '2021-04-04'],
  ['Pacific/Kwajalein', '1993-08-21'],
  ['Asia/Kathmandu', '2024-06-01', '1986-01-01'],
  ['Asia/Kolkata', '2024-06-01'],
  ['Asia/Tehran', '2022-03-22', '2022-09-22', '2024-03-21'],
  ['Asia/Pyongyang', '2015-08-15', '2018-05-05'],
  ['Asia/Gaza', '2015-03-28', '2015-10-24'],
  ['Africa/Casablanca', '2024-03-10', '2024-04-14', '2018-10-28'],
  ['Africa/Cairo', '2014-06-26', '2014-07-31', '2024-04-26'],
  ['America/Caracas', '2007-12-09', '2016-05-01'],
];

const everyDay: readonly DayOfWeek[] = daysOfWeek;
const workdays = daysOfWeek.slice(0, 5);

/** Shapes of working hours: ordinary, over a usual change, over midnight, all day, and split by lunch. */
const shapes: readonly {
  readonly name: string;
  readonly days: readonly DayOfWeek[];
  readonly hours: readonly (readonly [string, string])[];
  readonly durationMinutes: number;
  readonly granularityMinutes: number;
}[] = [
  {
    name: 'nine to five',
    days: workdays,
    hours: [['09:00', '17:00']],
    durationMinutes: 60,
    granularityMinutes: 30,
  },
  {
    name: 'small hours',
    days: everyDay,
    hours: [['00:00', '04:00']],
    durationMinutes: 30,
    granularityMinutes: 15,
  },
  {
    name: 'half past two',
    days: everyDay,
    hours: [
      ['02:30', '03:15'],
      ['23:30', '00:30'],
    ],
    durationMinutes: 15,
    granularityMinutes: 15,
  },
  {
    name: 'night shift',
    days: everyDay,
    hours: [['22:00', '06:00']],
    durationMinutes: 90,
    granularityMinutes: 60,
  },
  {
    name: 'round the clock',
    days: workdays,
    hours: [['00:00', '24:00']],
    durationMinutes: 45,
    granularityMinutes: 45,
  },
];

/** The day before a change, the day itself and the day after, each as its own window, and all three as one. */
const windows = [
  { name: 'day before', from: -1, to: 0, time: '00:00' },
  { name: 'day of change', from: 0, to: 1, time: '00:00' },
  { name: 'evening to noon', from: -1, to: 0, time: '18:00', endTime: '12:00' },
  { name: 'three days', from: -1, to: 2, time: '00:00' },
];

/** One case a line. */
export function corpusText(cases: readonly DstCase[]): string {
  return cases.map((each) => `${JSON.stringify(each)}\n`).join('');
}

/** Local days in all windows, rounded down: what the corpus is measured by. */
export function windowDays(cases: readonly DstCase[]): number {
  const days = cases.map(({ window }) => (Date.parse(window.end) - Date.parse(window.start)) / 86_400_000);
  return days.reduce((sum, length) => sum + Math.max(1, Math.floor(length)), 0);
}

export function makeDstCorpus(): DstCase[] {
  const zones = changes.map(([zone]) => zone);
  return changes.flatMap(([zone, ...dates], zoneIndex) =>
    dates.flatMap((date, dateIndex) =>
      shapes.flatMap((shape, shapeIndex) =>
        windows
          // Each combination of day and shape meets two of the four kinds of window.
          .filter((_window, index) => (index + zoneIndex + dateIndex + shapeIndex) % 2 === 0)
          .map((window) => {
            const other = zones[(zoneIndex + 7) % zones.length] ?? zone;
            const withOther = (zoneIndex + dateIndex + shapeIndex) % 3 === 0;
            const attendees = [{ zone, days: shape.days, hours: shape.hours }];
            if (withOther) attendees.push({ zone: other, days: everyDay, hours: [['06:00', '23:00']] });
            const start = epochMinute(
              ZoneId.of(zone),
              LocalDate.parse(date).plusDays(window.from),
              window.time,
            );
            const end = epochMinute(
              ZoneId.of(zone),
              LocalDate.parse(date).plusDays(window.to),
              window.endTime ?? window.time,
            );
            const asked = {
              name: `${zone} ${date}, ${window.name}, ${shape.name}${withOther ? ` with ${other}` : ''}`,
              organizerZone: withOther ? other : zone,
              attendees,
              window: { start: isoOf(start), end: isoOf(end) },
              durationMinutes: shape.durationMinutes,
              granularityMinutes: shape.granularityMinutes,
            };
            return { ...asked, starts: startsOf(asked, start, end) };
          }),
      ),
    ),
  );
}

/** Tries every minute of the window. */
function startsOf(asked: Omit<DstCase, 'starts'>, start: number, end: number): number[] {
  const organizer = ZoneId.of(asked.organizerZone);
  const works = asked.attendees.map(({ zone, days, hours }) => {
    const first = Instant.ofEpochSecond(start * 60)
      .atZone(ZoneId.of(zone))
      .toLocalDate();
    return workingSpans(ZoneId.of(zone), first, Math.ceil((end - start) / 1440) + 2, days, hours);
  });
  const found: number[] = [];
  for (let minute = start; minute + asked.durationMinutes <= end; minute++) {
    const local = Instant.ofEpochSecond(minute * 60)
      .atZone(organizer)
      .toLocalTime();
    if ((local.hour() * 60 + local.minute()) % asked.granularityMinutes !== 0) continue;
    if (works.every((spans) => holds(spans, minute, minute + asked.durationMinutes)))
      found.push(minute - start);
  }
  return found;
}

function workingSpans(
  zone: ZoneId,
  first: LocalDate,
  count: number,
  days: readonly DayOfWeek[],
  hours: readonly (readonly [string, string])[],
): Span[] {
  return Array.from({ length: count + 2 }, (_none, index) => first.plusDays(index - 2)).flatMap((date) => {
    const exists = date.atStartOfDay(zone).toLocalDate().equals(date);
    if (!exists || !days.some((day) => day.toUpperCase() === date.dayOfWeek().name())) return [];
    return hours.map(([from, to]) => ({
      start: epochMinute(zone, date, from),
      end: epochMinute(zone, to <= from ? date.plusDays(1) : date, to),
    }));
  });
}

/** Whether every minute lies in some span. */
function holds(spans: readonly Span[], from: number, to: number): boolean {
  for (let minute = from; minute < to; minute++) {
    if (!spans.some(({ start, end }) => start <= minute && minute < end)) return false;
  }
  return true;
}

/** js-joda moves skipped times by the length of the gap, and takes the earlier of repeated ones. */
function epochMinute(zone: ZoneId, date: LocalDate, time: string): number {
  const local = time === '24:00' ? date.plusDays(1).atStartOfDay() : date.atTime(LocalTime.parse(time));
  return local.atZone(zone).toInstant().epochSecond() / 60;
}

function isoOf(minute: number): string {
  return new Date(minute * 60_000).toISOString();
}
