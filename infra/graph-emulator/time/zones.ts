import { findIana } from 'windows-iana';
import { GraphError } from '../graph-error.ts';

const minuteMs = 60_000;
const dayMs = 86_400_000;
const bucketMs = 15 * minuteMs;
const maximumBuckets = 20_000;

const ianaByName = new Map<string, string | undefined>();
const formats = new Map<string, Intl.DateTimeFormat>();
const offsets = new Map<string, Map<number, number>>();

function lookUp(name: string): string | undefined {
  if (/^(utc|etc\/utc|tzone:\/\/microsoft\/utc)$/i.test(name)) return 'UTC';
  const windows = (findIana as (windowsName: string) => string[])(name)[0];
  if (windows !== undefined) return windows;
  if (!/^[A-Za-z][A-Za-z0-9_+\-/]*$/.test(name)) return undefined;
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}

/**
 * The IANA zone of a Windows or IANA name.
 * @throws GraphError 400 TimeZoneNotSupportedException, as Outlook answers, for any other name.
 */
export function ianaZone(name: string): string {
  if (!ianaByName.has(name)) {
    if (ianaByName.size > 2_000) ianaByName.clear();
    ianaByName.set(name, lookUp(name));
  }
  const zone = ianaByName.get(name);
  if (zone === undefined) {
    throw new GraphError(
      400,
      'TimeZoneNotSupportedException',
      `A valid TimeZone value must be specified. The following TimeZone value is not supported: '${name.slice(0, 100)}'.`,
    );
  }
  return zone;
}

function formatOf(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    formats.set(zone, format);
  }
  return format;
}

function computeOffsetMs(zone: string, instantMs: number): number {
  const part: Record<string, number> = {};
  for (const { type, value } of formatOf(zone).formatToParts(instantMs)) part[type] = Number(value);
  const local = Date.UTC(
    part['year'] ?? 0,
    (part['month'] ?? 1) - 1,
    part['day'] ?? 1,
    part['hour'] ?? 0,
    part['minute'] ?? 0,
    part['second'] ?? 0,
  );
  return local - Math.floor(instantMs / 1000) * 1000;
}

/** Local time minus UTC at an instant, in ms; remembered per quarter of an hour, as no zone changes in between. */
export function offsetMs(zone: string, instantMs: number): number {
  if (zone === 'UTC') return 0;
  let buckets = offsets.get(zone);
  if (buckets === undefined) {
    buckets = new Map();
    offsets.set(zone, buckets);
  }
  const bucket = Math.floor(instantMs / bucketMs);
  let offset = buckets.get(bucket);
  if (offset === undefined) {
    offset = computeOffsetMs(zone, bucket * bucketMs);
    if (buckets.size > maximumBuckets) buckets.clear();
    buckets.set(bucket, offset);
  }
  return offset;
}

/**
 * The instant of a local time, given as if it were UTC. In a gap the clock is read as before the change
 * (02:30 becomes 03:30); of two readings the first counts.
 */
export function instantOfLocal(zone: string, localMs: number): number {
  const before = offsetMs(zone, localMs - dayMs);
  const after = offsetMs(zone, localMs + dayMs);
  if (offsetMs(zone, localMs - before) === before) return localMs - before;
  if (offsetMs(zone, localMs - after) === after) return localMs - after;
  return localMs - before;
}

/** `2026-03-02T09:00:00.0000000`, the form of every `dateTimeTimeZone.dateTime` that Graph answers. */
export function localDateTime(zone: string, instantMs: number): string {
  return `${new Date(instantMs + offsetMs(zone, instantMs)).toISOString().slice(0, 19)}.0000000`;
}
