import { InvalidInputError } from '../problems/invalid-input.ts';
import { canonicalInstantMs } from './canonical-instant.ts';
import type { Instant } from './slot.ts';

export const minuteMs = 60_000;

const isoInstant = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/;

/**
 * Epoch milliseconds of an ISO 8601 instant. An offset or `Z` is required, because without one the
 * machine's own zone would decide. Throws InvalidInputError `malformed` with `path`.
 */
export function instantMs(instant: Instant, path: string): number {
  const quick = canonicalInstantMs(instant);
  if (quick !== undefined) return quick;
  const ms = isoInstant.test(instant) ? Date.parse(instant) : NaN;
  if (Number.isNaN(ms)) {
    throw new InvalidInputError('malformed', path, `"${instant}" is not an ISO 8601 instant with an offset`);
  }
  return ms;
}

/** The instant as `Date.prototype.toISOString` writes it. */
export function instantOf(ms: number): Instant {
  return new Date(ms).toISOString();
}
