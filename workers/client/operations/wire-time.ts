import { InvalidInputError } from '../../../workflows/domain/problems/invalid-input.ts';
import { canonicalInstantMs } from '../../../workflows/domain/time/canonical-instant.ts';
import { instantMs, instantOf, minuteMs } from '../../../workflows/domain/time/instant.ts';
import type { Instant, Slot, TimeZone } from '../../../workflows/domain/time/slot.ts';
import { instantToLocal, localToInstants } from '../../../workflows/domain/time/zone.ts';

const local = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(?::\d\d(?:\.\d+)?)?$/;

/** A time as callers write it: with an offset, or local in the zone. Throws InvalidInputError with `path`. */
export function readTime(text: string, timeZone: TimeZone, path: string): Instant {
  const written = text.trim();
  if (canonicalInstantMs(written) !== undefined) return written;
  const wall = local.exec(written);
  const date = wall?.[1];
  const time = wall?.[2];
  if (date === undefined || time === undefined) return instantOf(instantMs(written, path));
  const [first] = localToInstants(timeZone, date, time);
  if (first === undefined) throw new InvalidInputError('malformed', path, `"${text}" is not a time`);
  return instantOf(first);
}

export function readSlot(
  slot: { readonly start: string; readonly end: string },
  timeZone: TimeZone,
  path: string,
): Slot {
  const start = readTime(slot.start, timeZone, `${path}.start`);
  const end = readTime(slot.end, timeZone, `${path}.end`);
  if (end <= start) throw new InvalidInputError('endBeforeStart', path, 'it must end after it starts');
  return { start, end };
}

function wallTime(timeZone: TimeZone, instant: Instant): string {
  const { date, time } = instantToLocal(timeZone, instantMs(instant, 'slot'));
  return `${date}T${time}:00`;
}

/** A slot as it goes out: UTC, local, zone. */
export function writeSlot({ start, end }: Slot, timeZone: TimeZone) {
  return { start, end, localStart: wallTime(timeZone, start), localEnd: wallTime(timeZone, end), timeZone };
}

const workingDays = 5;

/** From now on, the days of the working week up to five of them, each from midnight to midnight in the zone. */
export function nextWorkingDays(now: Instant, timeZone: TimeZone): readonly Slot[] {
  const days: Slot[] = [];
  for (let ms = Date.parse(now); days.length < workingDays; ms += 24 * 60 * minuteMs) {
    const { date, dayOfWeek } = instantToLocal(timeZone, ms);
    if (dayOfWeek === 'saturday' || dayOfWeek === 'sunday') continue;
    const [start] = localToInstants(timeZone, date, '00:00');
    const [end] = localToInstants(timeZone, date, '24:00');
    if (start === undefined || end === undefined) continue;
    days.push({ start: instantOf(start), end: instantOf(end) });
  }
  return days;
}
