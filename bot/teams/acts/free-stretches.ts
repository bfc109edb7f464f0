import type { Availability } from '../../../workflows/domain/availability/availability.ts';
import { workingIntervals } from '../../../workflows/domain/availability/working-intervals.ts';
import { instantOf, minuteMs } from '../../../workflows/domain/time/instant.ts';
import type { Slot } from '../../../workflows/domain/time/slot.ts';

/** From and to, in epoch minutes. */
type Interval = readonly [from: number, to: number];

const freeStatuses: ReadonlySet<string> = new Set(['free', 'workingElsewhere']);
/** Longer windows are days, of which only working hours are meant. */
const longestAnyHourMinutes = 4 * 60;

const minuteOf = (instant: string): number => Date.parse(instant) / minuteMs;

/** Busy times of one calendar within a window, joined where they touch; tentative and unknown ones count as busy. */
export function busyStretches({ busy }: Availability, window: Slot): readonly Slot[] {
  const inside = busy
    .filter(({ status, start, end }) => !freeStatuses.has(status) && start < window.end && window.start < end)
    .map(({ start, end }): Interval => [minuteOf(start), minuteOf(end)])
    .sort(([a], [b]) => a - b);
  const joined: [number, number][] = [];
  for (const [from, to] of inside) {
    const last = joined.at(-1);
    if (last !== undefined && from <= last[1]) last[1] = Math.max(last[1], to);
    else joined.push([from, to]);
  }
  return joined.map(([from, to]) => ({ start: instantOf(from * minuteMs), end: instantOf(to * minuteMs) }));
}

function without(stretches: readonly Interval[], away: readonly Interval[]): Interval[] {
  let left = [...stretches];
  for (const [start, end] of away)
    left = left.flatMap(([from, to]): Interval[] => {
      if (end <= from || start >= to) return [[from, to]];
      const parts: Interval[] = [
        [from, Math.min(to, start)],
        [Math.max(from, end), to],
      ];
      return parts.filter(([a, b]) => b > a);
    });
  return left;
}

function within(stretches: readonly Interval[], hours: readonly Interval[]): Interval[] {
  return stretches.flatMap(([from, to]) =>
    hours.flatMap(([start, end]): Interval[] => {
      const [a, b] = [Math.max(from, start), Math.min(to, end)];
      return b > a ? [[a, b]] : [];
    }),
  );
}

/** In pairs of a start and an end. */
function pairs(edges: readonly number[]): Interval[] {
  return edges.flatMap((from, index): Interval[] => {
    const to = edges[index + 1];
    return index % 2 === 0 && to !== undefined ? [[from, to]] : [];
  });
}

/**
 * When everybody is free for at least so long within the windows; of windows longer than four hours only in
 * everybody's working hours. No calendar of these may be unreadable.
 */
export function freeStretches(
  windows: readonly Slot[],
  availabilities: readonly Availability[],
  minutes: number,
): readonly Slot[] {
  let free = windows.map(({ start, end }): Interval => [minuteOf(start), minuteOf(end)]);
  const isDays = free.some(([from, to]) => to - from > longestAnyHourMinutes);
  const first = Math.min(...free.map(([from]) => from));
  const last = Math.max(...free.map(([, to]) => to));
  for (const { busy, workingHours } of availabilities) {
    const away = busy
      .filter(({ status }) => !freeStatuses.has(status))
      .map(({ start, end }): Interval => [minuteOf(start), minuteOf(end)]);
    free = without(free, away);
    if (isDays && workingHours !== undefined)
      free = within(free, pairs(workingIntervals(workingHours, first, last)));
  }
  return free
    .filter(([from, to]) => to - from >= minutes)
    .map(([from, to]) => ({ start: instantOf(from * minuteMs), end: instantOf(to * minuteMs) }));
}
