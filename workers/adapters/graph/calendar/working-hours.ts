import { LRUCache } from 'lru-cache';
import { z } from 'zod';

import type { WorkingHours } from '../../../../workflows/domain/availability/availability.ts';
import { daysOfWeek } from '../../../../workflows/domain/time/local.ts';
import type { TimeZone } from '../../../../workflows/domain/time/slot.ts';
import { ianaTimeZone } from '../../../../workflows/domain/time/windows-zone.ts';
import { customTimeZone, ianaOfCustomTimeZone } from './custom-time-zone.ts';

/** Graph's `workingHours`: local times as `HH:mm:ss.fffffff` and a zone by name or by its rules. */
export const graphWorkingHours = z.object({
  daysOfWeek: z.array(z.string()).nullish(),
  startTime: z.string().nullish(),
  endTime: z.string().nullish(),
  timeZone: z.looseObject({}).nullish(),
});

const knownZones = new LRUCache<string, TimeZone>({ max: 1000 });

/** The IANA zone of Graph's `timeZoneBase`; undefined if it cannot be determined. */
function zoneOf(timeZone: unknown, nowMs: number): TimeZone | undefined {
  const key = JSON.stringify(timeZone ?? null);
  const known = knownZones.get(key);
  if (known !== undefined) return known;
  const custom = customTimeZone.safeParse(timeZone);
  const named = z.object({ name: z.string() }).safeParse(timeZone);
  let found: TimeZone | undefined;
  if (custom.success) found = ianaOfCustomTimeZone(custom.data, new Date(nowMs).getUTCFullYear());
  else if (named.success) found = ianaOrUndefined(named.data.name);
  if (found !== undefined) knownZones.set(key, found);
  return found;
}

/** The IANA name of a zone's Windows or IANA name; undefined for one that nobody knows. */
export function ianaOrUndefined(name: string): TimeZone | undefined {
  try {
    return ianaTimeZone(name);
  } catch {
    return undefined;
  }
}

/** Undefined where Graph lacks the days, the times, or a zone that exists. */
export function workingHoursOf(
  hours: z.output<typeof graphWorkingHours> | null | undefined,
  nowMs: number,
): WorkingHours | undefined {
  const startTime = hours?.startTime?.slice(0, 5);
  const endTime = hours?.endTime?.slice(0, 5);
  const timeZone = zoneOf(hours?.timeZone, nowMs);
  if (startTime === undefined || endTime === undefined || timeZone === undefined) return undefined;
  const named = new Set(hours?.daysOfWeek?.map((day) => day.toLowerCase()));
  return {
    timeZone,
    days: daysOfWeek
      .filter((day) => named.has(day))
      .map((dayOfWeek) => ({ dayOfWeek, intervals: [{ startTime, endTime }] })),
    exceptions: [],
  };
}
