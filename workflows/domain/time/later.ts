import { instantMs, instantOf, minuteMs } from './instant.ts';
import type { Instant } from './slot.ts';

/** The instant so many minutes later; earlier for a negative number. */
export function later(instant: Instant, minutes: number): Instant {
  return instantOf(instantMs(instant, 'instant') + minutes * minuteMs);
}
