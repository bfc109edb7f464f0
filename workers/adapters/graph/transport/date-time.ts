import { z } from 'zod';

import { instantOf } from '../../../../workflows/domain/time/instant.ts';
import type { Instant, Slot, TimeZone } from '../../../../workflows/domain/time/slot.ts';
import { ianaTimeZone } from '../../../../workflows/domain/time/windows-zone.ts';
import { instantToLocal, localToInstants } from '../../../../workflows/domain/time/zone.ts';

/** Graph's `dateTimeTimeZone`: a wall-clock time without offset, and a zone by its Windows or IANA name. */
export const dateTimeTimeZone = z.object({ dateTime: z.string(), timeZone: z.string().nullish() });

type DateTimeTimeZone = z.output<typeof dateTimeTimeZone>;

const form = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(?::(\d\d(?:\.\d{1,9})?))?(?:Z|\+00:00)?$/;

/** Epoch milliseconds of Graph's local time; a repeated hour reads as its first. @throws RangeError when malformed. */
export function instantMsOf(value: DateTimeTimeZone): number {
  const { dateTime, timeZone } = value;
  const match = form.exec(dateTime);
  if (match === null) throw new RangeError(`"${dateTime}" is not a date and time of Microsoft Graph.`);
  const [, date = '', time = '', seconds = '0'] = match;
  const secondsMs = Math.floor(Number(seconds) * 1000);
  if (timeZone === undefined || timeZone === null || timeZone === 'UTC' || dateTime.endsWith('Z')) {
    return Date.parse(`${date}T${time}:00Z`) + secondsMs;
  }
  const [first] = localToInstants(ianaTimeZone(timeZone), date, time);
  if (first === undefined) throw new RangeError(`"${dateTime}" does not exist in ${timeZone}.`);
  return first + secondsMs;
}

/** @throws RangeError when malformed. */
export function slotOf(start: DateTimeTimeZone, end: DateTimeTimeZone): Slot {
  return { start: instantOf(instantMsOf(start)), end: instantOf(instantMsOf(end)) };
}

/** An instant in UTC, which every mailbox understands. */
export function inUtc(instant: Instant): { dateTime: string; timeZone: string } {
  return { dateTime: new Date(instant).toISOString().slice(0, -1), timeZone: 'UTC' };
}

/** An instant on the clocks of a zone, so that the calendar shows whose time it was planned in; UTC where that is ambiguous. */
export function inZone(instant: Instant, timeZone: TimeZone): { dateTime: string; timeZone: string } {
  const ms = Date.parse(instant);
  const { date, time } = instantToLocal(timeZone, ms);
  const instants = localToInstants(timeZone, date, time);
  return instants.length === 1 && instants[0] === ms
    ? { dateTime: `${date}T${time}:00`, timeZone }
    : inUtc(instant);
}
