import { InvalidInputError } from '../problems/invalid-input.ts';
import type { TimeZone } from './slot.ts';

/** A stretch of time in which a zone keeps one offset from UTC; all in milliseconds, the end excluded. */
export interface OffsetSegment {
  readonly startMs: number;
  readonly endMs: number;
  readonly offsetMs: number;
}

/** Segments are computed and kept by stretches of 366 days, each at its first use. */
const stretchMs = 366 * 86_400_000;
/** No zone since 1970 kept an offset for less than a week. */
const probeMs = 7 * 86_400_000;

/** What one zone's arithmetic needs: `Intl` is asked once a stretch, everything after is integers. */
class ZoneOffsets {
  readonly #format: Intl.DateTimeFormat;
  readonly #stretches = new Map<number, readonly OffsetSegment[]>();

  constructor(timeZone: TimeZone) {
    this.#format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
  }

  segmentAt(ms: number): OffsetSegment {
    const segments = this.#stretch(Math.floor(ms / stretchMs));
    for (const segment of segments) {
      if (ms < segment.endMs) return segment;
    }
    throw new RangeError(`no offset at ${ms}`);
  }

  #stretch(index: number): readonly OffsetSegment[] {
    const known = this.#stretches.get(index);
    if (known !== undefined) return known;
    const segments = this.#compute(index * stretchMs, (index + 1) * stretchMs);
    this.#stretches.set(index, segments);
    return segments;
  }

  #compute(fromMs: number, toMs: number): readonly OffsetSegment[] {
    const segments: OffsetSegment[] = [];
    let startMs = fromMs;
    let offsetMs = this.#ask(fromMs);
    for (let probe = fromMs; probe < toMs;) {
      const next = Math.min(probe + probeMs, toMs);
      const nextOffset = this.#ask(next);
      if (nextOffset !== offsetMs) {
        const changeMs = this.#bisect(probe, next, offsetMs);
        if (changeMs < toMs) {
          segments.push({ startMs, endMs: changeMs, offsetMs });
          startMs = changeMs;
          offsetMs = this.#ask(changeMs);
          // A second change inside the same step is met again from here.
          probe = nextOffset === offsetMs ? next : changeMs;
          continue;
        }
      }
      probe = next;
    }
    segments.push({ startMs, endMs: toMs, offsetMs });
    return segments;
  }

  /** The first second after `low` with another offset than `offsetMs`; changes happen on whole seconds. */
  #bisect(low: number, high: number, offsetMs: number): number {
    let before = low / 1000;
    let after = high / 1000;
    while (after - before > 1) {
      const middle = Math.floor((before + after) / 2);
      if (this.#ask(middle * 1000) === offsetMs) before = middle;
      else after = middle;
    }
    return after * 1000;
  }

  #ask(ms: number): number {
    const parts = /^(\d+)\/(\d+)\/(\d+), (\d+):(\d+):(\d+)$/.exec(this.#format.format(ms));
    if (parts === null) throw new RangeError(`Intl writes ${this.#format.format(ms)}`);
    const [month, day, year, hour, minute, second] = parts.slice(1).map(Number);
    const localMs = Date.UTC(year ?? 0, (month ?? 1) - 1, day ?? 1, hour ?? 0, minute ?? 0, second ?? 0);
    return localMs - ms;
  }
}

const zones = new Map<TimeZone, ZoneOffsets>();

function zoneOffsets(timeZone: TimeZone, path: string): ZoneOffsets {
  const known = zones.get(timeZone);
  if (known !== undefined) return known;
  let created: ZoneOffsets;
  try {
    created = new ZoneOffsets(timeZone);
  } catch (cause) {
    throw new InvalidInputError('unknownTimeZone', path, `"${timeZone}" is not an IANA time zone`, { cause });
  }
  zones.set(timeZone, created);
  return created;
}

/** Throws InvalidInputError `unknownTimeZone` with `path`, unless this machine's ICU data knows the zone. */
export function checkTimeZone(timeZone: TimeZone, path: string): void {
  zoneOffsets(timeZone, path);
}

/** The stretch of one offset around an instant; cut at multiples of 366 days, so neighbours may agree. */
export function offsetSegmentAt(timeZone: TimeZone, ms: number): OffsetSegment {
  if (!Number.isFinite(ms) || Math.abs(ms) > 8e15) {
    throw new InvalidInputError('outOfRange', 'instant', `${ms} ms is no instant`);
  }
  return zoneOffsets(timeZone, 'timeZone').segmentAt(ms);
}

/** The segments that `[fromMs, toMs)` touches, in order, at least one. */
export function offsetSegments(timeZone: TimeZone, fromMs: number, toMs: number): readonly OffsetSegment[] {
  const first = offsetSegmentAt(timeZone, fromMs);
  if (toMs <= first.endMs) return [first];
  const segments = [first];
  for (let last = first; last.endMs < toMs;) {
    last = offsetSegmentAt(timeZone, last.endMs);
    segments.push(last);
  }
  return segments;
}
