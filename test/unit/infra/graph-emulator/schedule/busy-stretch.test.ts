import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BusyTime } from '../../../../../infra/graph-emulator/events/event-rows.ts';
import { BusyStretch } from '../../../../../infra/graph-emulator/schedule/busy-stretch.ts';

const minuteMs = 60_000;
const statuses = ['tentative', 'busy', 'oof', 'workingElsewhere'] as const;
const ranking = '04123';
const digitOf = { tentative: '1', busy: '2', oof: '3', workingElsewhere: '4' } as const;

interface Stay extends BusyTime {
  readonly status: (typeof statuses)[number];
}

const stay = fc
  .record({
    startMinute: fc.integer({ min: 0, max: 2_000 }),
    lengthMinutes: fc.oneof(
      fc.constant(0),
      fc.integer({ min: 1, max: 90 }),
      fc.integer({ min: 1, max: 1_500 }),
    ),
    status: fc.constantFrom(...statuses),
  })
  .map(({ startMinute, lengthMinutes, status }): Stay => {
    const startMs = startMinute * minuteMs;
    const subject = `${startMinute}+${lengthMinutes}, "${status}"`;
    return {
      startMs,
      endMs: startMs + lengthMinutes * minuteMs,
      status,
      subject,
      isPrivate: false,
      location: '',
    };
  });

const calendar = fc
  .array(stay, { maxLength: 25 })
  .map((stays) => stays.toSorted((one, other) => one.startMs - other.startMs));
const windowOf = fc
  .tuple(fc.integer({ min: 0, max: 3_500 }), fc.integer({ min: 1, max: 1_500 }))
  .map(([from, length]) => ({ fromMs: from * minuteMs, toMs: (from + length) * minuteMs }));

function inside(stays: readonly Stay[], fromMs: number, toMs: number): readonly Stay[] {
  return stays.filter(({ startMs, endMs }) => startMs < toMs && endMs > fromMs);
}

describe('a busy stretch', () => {
  it('gives for every window exactly the items that reach into it, by start', () => {
    fc.assert(
      fc.property(calendar, windowOf, (stays, { fromMs, toMs }) => {
        const stretch = new BusyStretch(0, 5_000 * minuteMs, stays, 'UTC');
        const items = JSON.parse(`[${stretch.items(fromMs, toMs)}]`) as { subject: string }[];
        expect(items.map(({ subject }) => subject)).toEqual(
          inside(stays, fromMs, toMs).map(({ subject }) => subject),
        );
      }),
    );
  });

  it('shows in each slot the busiest of what touches it', () => {
    fc.assert(
      fc.property(calendar, windowOf, fc.integer({ min: 5, max: 120 }), (stays, { fromMs, toMs }, step) => {
        const stretch = new BusyStretch(0, 5_000 * minuteMs, stays, 'UTC');
        const wanted = Array.from(
          { length: Math.ceil((toMs - fromMs) / (step * minuteMs)) },
          (_unused, slot) => {
            const slotMs = fromMs + slot * step * minuteMs;
            return inside(stays, fromMs, toMs)
              .filter(({ startMs, endMs }) => startMs < slotMs + step * minuteMs && endMs > slotMs)
              .filter(({ startMs, endMs }) => endMs > startMs || startMs > slotMs)
              .map(({ status }) => digitOf[status])
              .reduce((most, digit) => (ranking.indexOf(digit) > ranking.indexOf(most) ? digit : most), '0');
          },
        );
        expect(stretch.view(fromMs, toMs, step * minuteMs)).toBe(wanted.join(''));
      }),
    );
  });

  it('answers the same for a window, however often and whatever was requested in between', () => {
    fc.assert(
      fc.property(calendar, fc.array(windowOf, { minLength: 1, maxLength: 3 }), (stays, windows) => {
        const stretch = new BusyStretch(0, 5_000 * minuteMs, stays, 'UTC');
        const first = windows.map(({ fromMs, toMs }) => stretch.members(fromMs, toMs, 30 * minuteMs));
        for (const [position, { fromMs, toMs }] of windows.entries()) {
          for (let count = 0; count < 3; count += 1)
            expect(stretch.members(fromMs, toMs, 30 * minuteMs)).toBe(first[position]);
        }
        expect(first.every((text) => typeof JSON.parse(`{${text}}`) === 'object')).toBe(true);
      }),
    );
  });
});
