import { describe, expect, it } from 'vitest';
import type { WorkingHours } from '../../../../../workflows/domain/availability/availability.ts';
import { workingIntervals } from '../../../../../workflows/domain/availability/working-intervals.ts';

/** Intervals that touch the window, as `start–end` in UTC. */
function shown(hours: WorkingHours, from: string, to: string): string[] {
  const fromMinute = Date.parse(from) / 60_000;
  const toMinute = Date.parse(to) / 60_000;
  const flat = workingIntervals(hours, fromMinute, toMinute);
  const iso = (minute: number | undefined) => new Date((minute ?? 0) * 60_000).toISOString().slice(5, 16);
  return flat.flatMap((start, index) => {
    const end = flat[index + 1] ?? 0;
    return index % 2 === 0 && start < toMinute && end > fromMinute ? [`${iso(start)}–${iso(end)}`] : [];
  });
}

function everyDay(timeZone: string, ...intervals: [string, string][]): WorkingHours {
  const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
  return {
    timeZone,
    days: days.map((dayOfWeek) => ({
      dayOfWeek,
      intervals: intervals.map(([startTime, endTime]) => ({ startTime, endTime })),
    })),
    exceptions: [],
  };
}

const cases: readonly [what: string, hours: WorkingHours, from: string, to: string, expected: string[]][] = [
  [
    'moves with the clocks of its zone',
    everyDay('Europe/Berlin', ['09:00', '17:00']),
    '2026-03-28T00:00Z',
    '2026-03-30T00:00Z',
    ['03-28T08:00–03-28T16:00', '03-29T07:00–03-29T15:00'],
  ],
  [
    'reads a skipped start with the offset before the gap',
    everyDay('Europe/Berlin', ['02:30', '05:00']),
    '2026-03-29T00:00Z',
    '2026-03-29T12:00Z',
    ['03-29T01:30–03-29T03:00'],
  ],
  [
    'begins at the first of repeated times',
    everyDay('Europe/Berlin', ['02:30', '05:00']),
    '2026-10-25T00:00Z',
    '2026-10-25T12:00Z',
    ['10-25T00:30–10-25T04:00'],
  ],
  [
    'loses what lies in a gap altogether',
    everyDay('Europe/Berlin', ['02:00', '03:00']),
    '2026-03-29T00:00Z',
    '2026-03-29T12:00Z',
    [],
  ],
  [
    'follows half an hour of summer time on Lord Howe',
    everyDay('Australia/Lord_Howe', ['09:00', '10:00']),
    '2025-04-04T12:00Z',
    '2025-04-06T12:00Z',
    ['04-04T22:00–04-04T23:00', '04-05T22:30–04-05T23:30'],
  ],
  [
    'has nothing on the day that Apia skipped',
    everyDay('Pacific/Apia', ['09:00', '10:00']),
    '2011-12-29T00:00Z',
    '2012-01-01T00:00Z',
    ['12-29T19:00–12-29T20:00', '12-30T19:00–12-30T20:00', '12-31T19:00–12-31T20:00'],
  ],
  [
    'goes on over midnight, also from the day before the window',
    everyDay('UTC', ['22:00', '02:00']),
    '2026-06-09T00:00Z',
    '2026-06-10T00:00Z',
    ['06-08T22:00–06-09T02:00', '06-09T22:00–06-10T02:00'],
  ],
  [
    'joins what touches or overlaps',
    everyDay('UTC', ['09:00', '12:00'], ['12:00', '13:00'], ['11:00', '14:00']),
    '2026-06-09T00:00Z',
    '2026-06-10T00:00Z',
    ['06-09T09:00–06-09T14:00'],
  ],
  [
    'is without an end for days that follow each other',
    everyDay('UTC', ['00:00', '24:00']),
    '2026-06-09T12:00Z',
    '2026-06-09T13:00Z',
    ['06-08T00:00–06-11T00:00'],
  ],
  [
    'has an exception instead of its day, and none for a day off',
    {
      ...everyDay('UTC', ['09:00', '10:00']),
      exceptions: [
        { date: '2026-06-09', intervals: [{ startTime: '11:00', endTime: '12:00' }] },
        { date: '2026-06-10', intervals: [] },
      ],
    },
    '2026-06-09T00:00Z',
    '2026-06-12T00:00Z',
    ['06-09T11:00–06-09T12:00', '06-11T09:00–06-11T10:00'],
  ],
];

describe('working time', () => {
  for (const [what, hours, from, to, expected] of cases) {
    it(what, () => {
      expect(shown(hours, from, to)).toEqual(expected);
    });
  }
});
