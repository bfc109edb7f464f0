import type { Availability } from '../../workflows/domain/availability/availability.ts';
import { workingIntervals } from '../../workflows/domain/availability/working-intervals.ts';
import { minuteMs } from '../../workflows/domain/time/instant.ts';
import type { Panel } from './picture-days.ts';

/** The times of a panel outside somebody's working hours, in epoch milliseconds; none where the hours are not known. */
export function offHours(
  availability: Availability | undefined,
  { start, end }: Panel,
): readonly { readonly startMs: number; readonly endMs: number }[] {
  if (availability?.workingHours === undefined || availability.error !== undefined) return [];
  const first = Date.parse(start) / minuteMs;
  const last = Date.parse(end) / minuteMs;
  const working = workingIntervals(availability.workingHours, first, last);
  // Between the end of one working time and the start of the next.
  const edges = [first, ...working, last];
  return edges.flatMap((edge, index) => {
    const next = edges[index + 1];
    const isOff = index % 2 === 0 && next !== undefined && next > edge;
    return isOff ? [{ startMs: edge * minuteMs, endMs: next * minuteMs }] : [];
  });
}
