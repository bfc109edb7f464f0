import { WINDOWS_TO_IANA_MAP } from 'windows-iana';
import { z } from 'zod';

import type { TimeZone } from '../../../../workflows/domain/time/slot.ts';
import { instantToLocal } from '../../../../workflows/domain/time/zone.ts';

const change = z.object({
  /** `HH:mm:ss` on the clocks before the change. */
  time: z.string().nullish(),
  /** 1 to 4, or 5 for the last of the month. */
  dayOccurrence: z.number().nullish(),
  dayOfWeek: z.string().nullish(),
  /** 1 to 12; 0 or absent: no daylight saving time. */
  month: z.number().nullish(),
});

/** Graph's `customTimeZone`: what Outlook stores where a mailbox's zone has no name. Biases are minutes behind UTC. */
export const customTimeZone = z.object({
  bias: z.number(),
  standardOffset: change.nullish(),
  daylightOffset: change.extend({ daylightBias: z.number().nullish() }).nullish(),
});

type CustomTimeZone = z.output<typeof customTimeZone>;
type Change = z.output<typeof change>;

const days = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const dayMs = 86_400_000;
const minuteMs = 60_000;

/** The instant of a change in a year, as UTC milliseconds of the clocks that it changes. */
function changeInYear(year: number, rule: Change): number {
  const { month, dayOccurrence, dayOfWeek, time } = rule;
  const monthIndex = (month ?? 1) - 1;
  const wanted = Math.max(0, days.indexOf((dayOfWeek ?? 'sunday').toLowerCase()));
  const firstMs = Date.UTC(year, monthIndex, 1);
  const first = 1 + ((wanted - new Date(firstMs).getUTCDay() + 7) % 7);
  const daysInMonth = new Date(Date.UTC(year, monthIndex + 1, 0)).getUTCDate();
  let day = first + 7 * ((dayOccurrence ?? 1) - 1);
  while (day > daysInMonth) day -= 7;
  const [hours = 0, minutes = 0] = (time ?? '00:00').split(':').map(Number);
  return firstMs + (day - 1) * dayMs + (hours * 60 + minutes) * minuteMs;
}

/** The offsets in minutes east of UTC around every change of a year, with the instants at which they hold. */
function samples(zone: CustomTimeZone, year: number): readonly { atMs: number; offsetMinutes: number }[] {
  const standard = -zone.bias;
  const { standardOffset, daylightOffset } = zone;
  const daylightBias = daylightOffset?.daylightBias ?? 0;
  if ((daylightOffset?.month ?? 0) === 0 || (standardOffset?.month ?? 0) === 0 || daylightBias === 0) {
    return [0, 3, 6, 9].map((month) => ({ atMs: Date.UTC(year, month, 15), offsetMinutes: standard }));
  }
  const daylight = standard - daylightBias;
  const begins = changeInYear(year, daylightOffset ?? {}) - standard * minuteMs;
  const ends = changeInYear(year, standardOffset ?? {}) - daylight * minuteMs;
  return [
    { atMs: begins - minuteMs, offsetMinutes: standard },
    { atMs: begins, offsetMinutes: daylight },
    { atMs: ends - minuteMs, offsetMinutes: daylight },
    { atMs: ends, offsetMinutes: standard },
  ];
}

/**
 * The IANA zone whose clocks change as a custom zone's do in this year and the next: the first of Windows' zones that
 * agrees at most of the changes.
 */
export function ianaOfCustomTimeZone(zone: CustomTimeZone, year: number): TimeZone {
  const wanted = [...samples(zone, year), ...samples(zone, year + 1)];
  let best: { readonly name: TimeZone; readonly agrees: number } = { name: 'UTC', agrees: -1 };
  for (const { iana } of WINDOWS_TO_IANA_MAP) {
    const [name] = iana;
    const agrees = wanted.filter(
      ({ atMs, offsetMinutes }) => instantToLocal(name, atMs).offsetMinutes === offsetMinutes,
    ).length;
    if (agrees > best.agrees) best = { name, agrees };
    if (agrees === wanted.length) break;
  }
  return best.name;
}
