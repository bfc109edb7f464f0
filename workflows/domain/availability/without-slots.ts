import type { Slot } from '../time/slot.ts';
import type { Availability, BusyInterval } from './availability.ts';

/** Calendars tell intervals without names; ours are known by their exact times, one for each event of ours. */
function isOurs({ start, end, status }: BusyInterval, slot: Slot): boolean {
  return start === slot.start && end === slot.end && (status === 'tentative' || status === 'busy');
}

/** A calendar without the events that a meeting has at these times. */
export function withoutSlots(availability: Availability, ours: readonly Slot[]): Availability {
  const busy = [...availability.busy];
  for (const slot of ours) {
    const index = busy.findIndex((interval) => isOurs(interval, slot));
    if (index >= 0) busy.splice(index, 1);
  }
  return { ...availability, busy };
}
