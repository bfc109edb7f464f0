import type { OwnEvents } from '../../workflows/contract/activities.ts';
import type { Availability, BusyInterval } from '../../workflows/domain/availability/availability.ts';
import { withoutSlots } from '../../workflows/domain/availability/without-slots.ts';
import type { Impossible } from '../../workflows/domain/meeting/state.ts';
import type { Slot } from '../../workflows/domain/time/slot.ts';

/** A calendar without the meeting's own holds and event. */
export function withoutOwnEvents(availability: Availability, own: OwnEvents): Availability {
  const ours: Slot[] = own.holds
    .filter(({ ownerId }) => ownerId === availability.personId)
    .map(({ slot }) => slot);
  if (own.booking !== undefined) ours.push(own.booking.slot);
  return withoutSlots(availability, ours);
}

/** A calendar with the times at which the person has said that they cannot come. */
export function withImpossible(availability: Availability, impossible: readonly Impossible[]): Availability {
  const theirs = impossible.filter(({ personId }) => personId === availability.personId);
  const busy: BusyInterval[] = theirs.map(({ slot }) => ({
    start: slot.start,
    end: slot.end,
    status: 'busy',
  }));
  return { ...availability, busy: [...availability.busy, ...busy] };
}
