import { Instant, LocalDate, LocalDateTime, ZoneId } from '@js-joda/core';
import '@js-joda/timezone';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  instantToLocal,
  localDayBounds,
  localToInstants,
} from '../../../../../workflows/domain/time/zone.ts';

const zones = [
  'Africa/Cairo',
  'Africa/Casablanca',
  'America/Caracas',
  'America/Havana',
  'America/New_York',
  'America/Santiago',
  'America/Sao_Paulo',
  'America/St_Johns',
  'Asia/Gaza',
  'Asia/Kathmandu',
  'Asia/Kolkata',
  'Asia/Tehran',
  'Australia/Lord_Howe',
  'Europe/Berlin',
  'Pacific/Apia',
  'Pacific/Chatham',
  'Pacific/Kwajalein',
  'UTC',
];

const anyZone = fc.constantFrom(...zones);
/** Zone data of different makers differ before 1973 and about what governments did last. */
const anyMinute = fc.integer({ min: Date.UTC(1973, 0, 2) / 60_000, max: Date.UTC(2024, 11, 30) / 60_000 });

const iso = (instants: readonly number[]) => instants.map((ms) => new Date(ms).toISOString());

describe('zone arithmetic, held against js-joda', () => {
  it('shows the same wall clock at any instant', () => {
    fc.assert(
      fc.property(anyZone, anyMinute, (zone, minute) => {
        const theirs = Instant.ofEpochSecond(minute * 60).atZone(ZoneId.of(zone));
        expect(instantToLocal(zone, minute * 60_000)).toEqual({
          date: theirs.toLocalDate().toString(),
          time: theirs.toLocalTime().toString().slice(0, 5),
          dayOfWeek: theirs.dayOfWeek().name().toLowerCase(),
          offsetMinutes: theirs.offset().totalSeconds() / 60,
        });
      }),
      { numRuns: 20_000 },
    );
  });

  it('finds the same instants for any wall clock, skipped and repeated ones as well', () => {
    fc.assert(
      fc.property(anyZone, anyMinute, (zone, minute) => {
        const text = new Date(minute * 60_000).toISOString();
        const local = LocalDateTime.parse(text.slice(0, 16));
        const first = local.atZone(ZoneId.of(zone));
        const both = new Set([first.toInstant(), first.withLaterOffsetAtOverlap().toInstant()].map(String));
        const ours = localToInstants(zone, text.slice(0, 10), text.slice(11, 16));
        expect(ours).toEqual([...both].map((instant) => Date.parse(instant)));
      }),
      { numRuns: 20_000 },
    );
  });

  it('begins every date at the same instant', () => {
    fc.assert(
      fc.property(anyZone, anyMinute, (zone, minute) => {
        const date = LocalDate.parse(new Date(minute * 60_000).toISOString().slice(0, 10));
        const startOf = (day: LocalDate) => day.atStartOfDay(ZoneId.of(zone)).toInstant().toEpochMilli();
        const { startMs, endMs } = localDayBounds(zone, date.toString());
        expect(endMs).toBe(startOf(date.plusDays(1)));
        // js-joda begins a date that never was on the day after the next; ours is empty.
        expect(startMs).toBe(Math.min(startOf(date), endMs));
      }),
      { numRuns: 10_000 },
    );
  });
});

describe('zone arithmetic by example', () => {
  const cases = [
    ['Europe/Berlin', '2026-03-29', '02:30', ['2026-03-29T01:30:00.000Z'], 'skipped: the offset before'],
    [
      'Europe/Berlin',
      '2026-10-25',
      '02:30',
      ['2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z'],
      'repeated',
    ],
    [
      'Australia/Lord_Howe',
      '2025-04-06',
      '01:45',
      ['2025-04-05T14:45:00.000Z', '2025-04-05T15:15:00.000Z'],
      'half an hour',
    ],
    ['Pacific/Apia', '2011-12-30', '09:00', ['2011-12-30T19:00:00.000Z'], 'a day that was skipped'],
    ['Asia/Kathmandu', '2026-01-01', '00:00', ['2025-12-31T18:15:00.000Z'], '45 minutes'],
    ['Europe/Berlin', '2026-06-01', '24:00', ['2026-06-01T22:00:00.000Z'], 'the end of the day'],
  ] as const;
  for (const [zone, date, time, expected, why] of cases) {
    it(`reads ${date} ${time} in ${zone} as ${expected.join(' and ')} (${why})`, () => {
      expect(iso(localToInstants(zone, date, time))).toEqual(expected);
    });
  }

  it('gives a skipped date no length', () => {
    const { startMs, endMs } = localDayBounds('Pacific/Apia', '2011-12-30');
    expect(startMs).toBe(endMs);
  });

  it('gives days around a change 23 and 25 hours', () => {
    const hours = (date: string) => {
      const { startMs, endMs } = localDayBounds('America/New_York', date);
      return (endMs - startMs) / 3_600_000;
    };
    expect([hours('2026-03-08'), hours('2026-11-01'), hours('2026-11-02')]).toEqual([23, 25, 24]);
  });

  const unreadable = [
    ['unknownTimeZone', 'timeZone', () => instantToLocal('Mars/Olympus', 0)],
    ['unknownTimeZone', 'timeZone', () => instantToLocal('', 0)],
    ['outOfRange', 'instant', () => instantToLocal('UTC', NaN)],
    ['outOfRange', 'instant', () => instantToLocal('UTC', Infinity)],
    ['malformed', 'date', () => localToInstants('UTC', '2026-02-30', '10:00')],
    ['malformed', 'time', () => localToInstants('UTC', '2026-02-28', '24:01')],
    ['malformed', 'time', () => localToInstants('UTC', '2026-02-28', '9:00')],
  ] as const;
  for (const [reason, path, task] of unreadable) {
    it(`refuses what it cannot read: ${task.toString().slice(6)}`, () => {
      expect(task).toThrow(expect.objectContaining({ reason, path }));
    });
  }
});
