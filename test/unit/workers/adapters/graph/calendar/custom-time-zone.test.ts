import { describe, expect, it } from 'vitest';

import { ianaOfCustomTimeZone } from '../../../../../../workers/adapters/graph/calendar/custom-time-zone.ts';
import { instantToLocal } from '../../../../../../workflows/domain/time/zone.ts';

/** The rules as Windows keeps them (the registry's TZI values), not a name. */
const zones = [
  {
    like: 'Europe/Berlin',
    bias: -60,
    standardOffset: { time: '03:00:00.0000000', dayOccurrence: 5, dayOfWeek: 'sunday', month: 10, year: 0 },
    daylightOffset: {
      daylightBias: -60,
      time: '02:00:00.0000000',
      dayOccurrence: 5,
      dayOfWeek: 'sunday',
      month: 3,
      year: 0,
    },
  },
  {
    like: 'America/New_York',
    bias: 300,
    standardOffset: { time: '02:00:00.0000000', dayOccurrence: 1, dayOfWeek: 'sunday', month: 11 },
    daylightOffset: {
      daylightBias: -60,
      time: '02:00:00.0000000',
      dayOccurrence: 2,
      dayOfWeek: 'sunday',
      month: 3,
    },
  },
  {
    like: 'Australia/Sydney',
    bias: -600,
    standardOffset: { time: '03:00:00.0000000', dayOccurrence: 1, dayOfWeek: 'sunday', month: 4 },
    daylightOffset: {
      daylightBias: -60,
      time: '02:00:00.0000000',
      dayOccurrence: 1,
      dayOfWeek: 'sunday',
      month: 10,
    },
  },
  { like: 'Asia/Kolkata', bias: -330 },
  { like: 'Asia/Tokyo', bias: -540, standardOffset: { month: 0 }, daylightOffset: { month: 0 } },
];

describe('a time zone told by its rules', () => {
  it.each(zones)('that are those of $like keeps the same clocks all year', ({ like, ...zone }) => {
    const found = ianaOfCustomTimeZone(zone, 2026);
    for (let ms = Date.UTC(2026, 0, 1); ms < Date.UTC(2027, 0, 1); ms += 6 * 60 * 60 * 1000) {
      expect(instantToLocal(found, ms), `${found} at ${new Date(ms).toISOString()}`).toEqual(
        instantToLocal(like, ms),
      );
    }
  });
});
