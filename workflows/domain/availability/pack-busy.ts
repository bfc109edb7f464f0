import { instantMs, minuteMs } from '../time/instant.ts';
import type { BusyMinutes } from '../slots/search-input.ts';
import type { BusyInterval, FreeBusyStatus } from './availability.ts';

/** Busy times for the search. Part minutes are rounded outwards, so that nothing busy looks free. */
export function packBusy(intervals: readonly BusyInterval[], path = 'busy'): BusyMinutes {
  const packed: Partial<Record<FreeBusyStatus, number[]>> = {};
  intervals.forEach(({ start, end, status }, index) => {
    const list = (packed[status] ??= []);
    list.push(
      Math.floor(instantMs(start, `${path}.${index}.start`) / minuteMs),
      Math.ceil(instantMs(end, `${path}.${index}.end`) / minuteMs),
    );
  });
  return packed;
}
