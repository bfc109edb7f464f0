import { InvalidInputError } from '../problems/invalid-input.ts';
import type { BusyMinutes } from './search-input.ts';
import { canonicalInstantMs } from '../time/canonical-instant.ts';
import { instantMs, minuteMs } from '../time/instant.ts';
import type { BusyInterval, FreeBusyStatus } from '../availability/availability.ts';

/**
 * Busy times for the search. Part minutes are rounded outwards, so that nothing busy looks free.
 * Throws InvalidInputError `malformed` or `endBeforeStart` under `path`.
 */
export function packBusy(intervals: readonly BusyInterval[], path = 'busy'): BusyMinutes {
  const packed: Partial<Record<FreeBusyStatus, number[]>> = {};
  let index = 0;
  for (const { start, end, status } of intervals) {
    // The path is only written out for what is not in the usual form: it costs more than the reading.
    const startMs = canonicalInstantMs(start) ?? instantMs(start, `${path}.${index}.start`);
    const endMs = canonicalInstantMs(end) ?? instantMs(end, `${path}.${index}.end`);
    if (endMs < startMs) throw new InvalidInputError('endBeforeStart', `${path}.${index}`, `ends at ${end}`);
    const list = (packed[status] ??= []);
    list.push(Math.floor(startMs / minuteMs), Math.ceil(endMs / minuteMs));
    index++;
  }
  return packed;
}
