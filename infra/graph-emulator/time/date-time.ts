import { badRequest } from '../graph-error.ts';
import { ianaZone, instantOfLocal, localDateTime } from './zones.ts';

const form =
  /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?)?\s?(Z|[+-]\d\d:?\d\d)?$/i;
const earliestMs = Date.UTC(1900, 0, 1);
const latestMs = Date.UTC(2200, 0, 1);

/** A date-time as somebody wrote it: the clock reading (as if UTC) and the offset, where one is written. */
interface Reading {
  readonly localMs: number;
  readonly offsetMs: number | undefined;
}

function readClock(text: string): Reading | undefined {
  const match = form.exec(text.trim());
  if (match === null) return undefined;
  const [, year, month, day, hour = '0', minute = '0', second = '0', fraction = '', zone] = match;
  const localMs = Date.UTC(
    Number(year),
    Number(month) - 1,
    Number(day),
    Number(hour),
    Number(minute),
    Number(second),
    Number(fraction.slice(0, 3).padEnd(3, '0')),
  );
  const back = new Date(localMs);
  if (back.getUTCDate() !== Number(day) || back.getUTCMonth() + 1 !== Number(month)) return undefined;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  if (localMs < earliestMs || localMs > latestMs) return undefined;
  if (zone === undefined) return { localMs, offsetMs: undefined };
  if (/^z$/i.test(zone)) return { localMs, offsetMs: 0 };
  const digits = zone.replace(':', '');
  const offsetMinutes = Number(digits.slice(1, 3)) * 60 + Number(digits.slice(3, 5));
  return { localMs, offsetMs: (digits.startsWith('-') ? -1 : 1) * offsetMinutes * 60_000 };
}

/**
 * An instant written as `DateTimeOffset`; without an offset it is UTC, as in Graph's query parameters.
 * @throws GraphError 400 where it is not one.
 */
export function readInstant(text: string, name: string): number {
  const reading = readClock(text);
  if (reading === undefined) {
    throw badRequest(
      `The value '${text.slice(0, 100)}' of '${name}' is not a valid date and time.`,
      'ErrorInvalidParameter',
    );
  }
  return reading.localMs - (reading.offsetMs ?? 0);
}

/** Graph's `dateTimeTimeZone` as read: the instant, the clock reading in its zone (as if UTC), and the zone. */
export interface ZonedInstant {
  readonly instantMs: number;
  readonly localMs: number;
  /** As the caller wrote it, Windows or IANA. */
  readonly zoneName: string;
  /** Always IANA. */
  readonly zone: string;
}

/** Reads a `dateTimeTimeZone`; no zone means UTC. @throws GraphError 400 where date or zone are not valid. */
export function readZoned(
  value: { readonly dateTime: string; readonly timeZone?: string | null | undefined },
  name: string,
): ZonedInstant {
  const zoneName = value.timeZone ?? 'UTC';
  const zone = ianaZone(zoneName);
  const reading = readClock(value.dateTime);
  if (reading === undefined) {
    throw badRequest(
      `The value '${value.dateTime.slice(0, 100)}' of parameter '${name}' is invalid.`,
      'ErrorInvalidParameter',
    );
  }
  if (reading.offsetMs === undefined) {
    return { instantMs: instantOfLocal(zone, reading.localMs), localMs: reading.localMs, zoneName, zone };
  }
  const instantMs = reading.localMs - reading.offsetMs;
  return {
    instantMs,
    localMs: Date.parse(`${localDateTime(zone, instantMs).slice(0, 19)}Z`),
    zoneName,
    zone,
  };
}

/** An instant as Graph's `dateTimeTimeZone` in the zone that the answer is wanted in. */
export function zoned(instantMs: number, zoneName: string): { dateTime: string; timeZone: string } {
  return { dateTime: localDateTime(ianaZone(zoneName), instantMs), timeZone: zoneName };
}
