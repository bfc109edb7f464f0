import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { busyStretches, freeStretches } from '../../../../../bot/teams/acts/free-stretches.ts';
import type { Availability } from '../../../../../workflows/domain/availability/availability.ts';
import { personId } from '../../../../../workflows/domain/people/person.ts';
import type { Slot } from '../../../../../workflows/domain/time/slot.ts';

const minuteMs = 60_000;
const day = Date.parse('2026-12-03T00:00:00.000Z');
const slot = (from: number, to: number): Slot => ({
  start: new Date(day + from * minuteMs).toISOString(),
  end: new Date(day + to * minuteMs).toISOString(),
});

const intervals = fc.array(
  fc.tuple(
    fc.integer({ min: 0, max: 1380 }),
    fc.integer({ min: 5, max: 240 }),
    fc.constantFrom('busy', 'tentative', 'free', 'oof'),
  ),
  { maxLength: 8 },
);
const calendarOf = (busy: readonly (readonly [number, number, string])[]): Availability => ({
  personId: personId('p'),
  busy: busy.map(([from, length, status]) => ({ ...slot(from, from + length), status: status as 'busy' })),
});

describe('the times at which everybody is free', () => {
  it('touch nobody’s busy time, lie in the windows and are long enough', () => {
    fc.assert(
      fc.property(intervals, intervals, fc.integer({ min: 5, max: 120 }), (one, other, minutes) => {
        const calendars = [calendarOf(one), calendarOf(other)];
        const window = slot(540, 1020);
        for (const free of freeStretches([window], calendars, minutes)) {
          expect(free.start >= window.start && free.end <= window.end).toBe(true);
          expect(Date.parse(free.end) - Date.parse(free.start)).toBeGreaterThanOrEqual(minutes * minuteMs);
          for (const { busy } of calendars)
            for (const taken of busy)
              if (taken.status !== 'free')
                expect(taken.start < free.end && free.start < taken.end).toBe(false);
        }
      }),
    );
  });

  it('leave nothing out: every free minute of a short window is in one of them', () => {
    fc.assert(
      fc.property(intervals, (one) => {
        const calendar = calendarOf(one);
        const window = slot(600, 800);
        const free = freeStretches([window], [calendar], 1);
        const busy = busyStretches(calendar, window);
        for (let minute = 600; minute < 800; minute += 1) {
          const at = slot(minute, minute + 1);
          const within = (slots: readonly Slot[]) =>
            slots.some(({ start, end }) => start <= at.start && at.end <= end);
          expect(within(free)).toBe(!within(busy));
        }
      }),
    );
  });

  it('of whole days are within working hours only', () => {
    const nine = { startTime: '09:00', endTime: '17:00' };
    const workingHours = {
      timeZone: 'UTC',
      days: [{ dayOfWeek: 'thursday' as const, intervals: [nine] }],
      exceptions: [],
    };
    const calendar = { ...calendarOf([[720, 60, 'busy']]), workingHours };
    expect(freeStretches([slot(0, 1440)], [calendar], 30)).toEqual([slot(540, 720), slot(780, 1020)]);
    expect(freeStretches([slot(1200, 1260)], [calendar], 30)).toEqual([slot(1200, 1260)]);
  });
});
