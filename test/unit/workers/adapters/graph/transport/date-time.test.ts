import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { inUtc, inZone, instantMsOf } from '../../../../../../workers/adapters/graph/transport/date-time.ts';

const zones = ['Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Pacific/Apia', 'UTC'];

describe('times of Microsoft Graph', () => {
  it.each([
    [{ dateTime: '2026-03-02T09:30:00.0000000', timeZone: 'UTC' }, '2026-03-02T09:30:00.000Z'],
    [{ dateTime: '2026-03-02T09:30:00.1230000', timeZone: 'UTC' }, '2026-03-02T09:30:00.123Z'],
    [{ dateTime: '2026-03-02T09:30', timeZone: null }, '2026-03-02T09:30:00.000Z'],
    [{ dateTime: '2026-07-01T09:30:00', timeZone: 'W. Europe Standard Time' }, '2026-07-01T07:30:00.000Z'],
    [{ dateTime: '2026-07-01T09:30:00', timeZone: 'America/New_York' }, '2026-07-01T13:30:00.000Z'],
  ])('read %j as %s', (value, instant) => {
    expect(new Date(instantMsOf(value)).toISOString()).toBe(instant);
  });

  it('are refused when they are not of the documented form', () => {
    expect(() => instantMsOf({ dateTime: 'tomorrow', timeZone: 'UTC' })).toThrow(RangeError);
  });

  it('read back as the instant that was written, in every zone and at every change of the clocks', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: Date.UTC(2024, 0, 1) / 60_000, max: Date.UTC(2030, 0, 1) / 60_000 }),
        fc.constantFrom(...zones),
        (minute, zone) => {
          const instant = new Date(minute * 60_000).toISOString();
          expect(instantMsOf(inZone(instant, zone))).toBe(minute * 60_000);
          expect(instantMsOf(inUtc(instant))).toBe(minute * 60_000);
        },
      ),
    );
  });

  it('fall back to UTC in the hour that the clocks show twice', () => {
    expect(inZone('2026-10-25T00:30:00.000Z', 'Europe/Berlin').timeZone).toBe('UTC');
    expect(inZone('2026-10-25T03:30:00.000Z', 'Europe/Berlin')).toEqual({
      dateTime: '2026-10-25T04:30:00',
      timeZone: 'Europe/Berlin',
    });
  });
});
