import type { WorkingHours } from './availability.ts';

/** Whether two people's hours are written alike; equal hours written differently only cost time. */
export function sameHours(one: WorkingHours, other: WorkingHours): boolean {
  return (
    one === other ||
    (one.timeZone === other.timeZone &&
      sameList(one.days, other.days, (a, b) => a.dayOfWeek === b.dayOfWeek && sameIntervals(a, b)) &&
      sameList(one.exceptions, other.exceptions, (a, b) => a.date === b.date && sameIntervals(a, b)))
  );
}

type HoursOfDay = Pick<WorkingHours['days'][number], 'intervals'>;

function sameIntervals(one: HoursOfDay, other: HoursOfDay): boolean {
  return sameList(
    one.intervals,
    other.intervals,
    (a, b) => a.startTime === b.startTime && a.endTime === b.endTime,
  );
}

function sameList<Item>(
  one: readonly Item[],
  other: readonly Item[],
  same: (one: Item, other: Item) => boolean,
): boolean {
  return one.length === other.length && one.every((item, index) => isSameAt(item, other[index]));

  function isSameAt(item: Item, match: Item | undefined): boolean {
    return match !== undefined && same(item, match);
  }
}
