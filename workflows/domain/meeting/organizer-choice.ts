import type { PersonId } from '../people/person.ts';
import type { ServiceProblem } from './service-problem.ts';
import type { Candidate } from '../slots/candidate.ts';
import type { Concession, Obstacle } from '../slots/search-input.ts';
import type { Slot } from '../time/slot.ts';

/** Who was free when people approved and is not any more, when the time was to be booked. */
export interface NoLongerFree {
  readonly slot: Slot;
  readonly people: readonly PersonId[];
  readonly isRoomTaken: boolean;
}

/** Why the organizer has to decide. */
export type OrganizerQuestion =
  /** There are enough approvals, and the policy wants the organizer's confirmation. */
  | { readonly reason: 'confirm' }
  | { readonly reason: 'roundsExhausted'; readonly rounds: number }
  /** Without enough approvals; `silent` did not answer. */
  | { readonly reason: 'deadline'; readonly silent: readonly PersonId[] }
  /** Nothing suits, or a service failed while times were searched; `isBooked`: the meeting stays where it is. */
  | { readonly reason: 'noSlot'; readonly isBooked: boolean; readonly problem?: ServiceProblem }
  /** It could not be booked. */
  | { readonly reason: 'conflict'; readonly because: NoLongerFree | ServiceProblem }
  /** Moved in the calendar to `slot`. */
  | { readonly reason: 'eventMoved'; readonly slot: Slot }
  /** Declined in the calendar. */
  | { readonly reason: 'eventDeclined'; readonly personId: PersonId };

/** What the organizer is asked to decide, and why. */
export type OrganizerChoice = OrganizerQuestion & {
  /** Slots to choose from, best first; may be empty. */
  readonly candidates: readonly Candidate[];
  readonly obstacles: readonly Obstacle[];
  readonly concessions: readonly Concession[];
};
