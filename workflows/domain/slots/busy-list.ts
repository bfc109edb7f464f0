import { InvalidInputError } from '../problems/invalid-input.ts';
import type { MinuteIntervals } from '../time/day-intervals.ts';

/** Longer than anybody's calendar in a search window, short enough to bound the work. */
const maxIntervals = 5_000;
/** Minutes inside a search's reach fit in 20 bits, so that a start and a length fit in one float. */
const reach = 2 ** 20;

/**
 * A list of busy times as disjoint sorted intervals; the same array when it is that already. `first` and `last` are
 * the minutes that the search can reach: what lies outside may be cut off.
 * Throws InvalidInputError `tooMany`, `malformed`, `notANumber` or `endBeforeStart` under `path`.
 */
export function tidyBusy(
  list: readonly number[],
  first: number,
  last: number,
  path: string,
): MinuteIntervals {
  if (list.length > 2 * maxIntervals) {
    throw new InvalidInputError('tooMany', path, `has more than ${maxIntervals} intervals`);
  }
  if (list.length % 2 !== 0) throw new InvalidInputError('malformed', path, 'has a start without an end');
  let reached = -(2 ** 31);
  let isTidy = true;
  for (let index = 0; index < list.length; index += 2) {
    const start = list[index] ?? 0;
    const end = list[index + 1] ?? 0;
    if ((start | 0) !== start || (end | 0) !== end || start > end) {
      throw badInterval(start, end, `${path}.${index}`);
    }
    if (start < reached || start === end) isTidy = false;
    reached = end;
  }
  return isTidy ? list : joinBusy([list], first, last);
}

/** The union of several lists, cut to `[first, last)`. */
export function joinBusy(
  lists: readonly (readonly number[])[],
  first: number,
  last: number,
): MinuteIntervals {
  const [only] = lists;
  if (only === undefined) return [];
  const keys = new Float64Array(lists.reduce((sum, list) => sum + list.length / 2, 0));
  let count = 0;
  for (const list of lists) {
    for (let index = 0; index < list.length; index += 2) {
      const start = Math.max(list[index] ?? 0, first);
      const end = Math.min(list[index + 1] ?? 0, last);
      if (start < end) keys[count++] = (start - first) * reach + (end - start);
    }
  }
  const joined: number[] = [];
  let reached = -Infinity;
  for (const key of keys.subarray(0, count).sort()) {
    const start = first + Math.floor(key / reach);
    const end = start + (key % reach);
    if (start > reached) joined.push(start, end);
    else if (end > reached) joined[joined.length - 1] = end;
    if (end > reached) reached = end;
  }
  return joined;
}

/** Whether any interval of a disjoint sorted list shares a minute with `[from, to)`. */
export function touches(list: MinuteIntervals, from: number, to: number): boolean {
  let low = 0;
  let high = list.length / 2;
  // The first interval that ends after `from` is the only one that can begin before `to` if any does.
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((list[2 * middle + 1] ?? 0) > from) high = middle;
    else low = middle + 1;
  }
  return 2 * low < list.length && (list[2 * low] ?? 0) < to;
}

/** First and last starts of the slots that touch each interval. */
export function busyStarts(busy: MinuteIntervals, durationMinutes: number): number[] {
  return busy.map((minute, index) => (index % 2 === 0 ? minute - durationMinutes + 1 : minute - 1));
}

function badInterval(start: number, end: number, path: string): InvalidInputError {
  return start > end
    ? new InvalidInputError('endBeforeStart', path, `ends at ${end}, before its start at ${start}`)
    : new InvalidInputError('notANumber', path, `${start} to ${end} are not whole minutes since 1970`);
}
