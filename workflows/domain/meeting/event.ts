import type { Ballot } from '../ballots/ballot.ts';
import type { PersonId } from '../people/person.ts';
import type { ServiceProblem } from './service-problem.ts';
import type { Candidate } from '../slots/candidate.ts';
import type { Concession, Obstacle } from '../slots/search-input.ts';
import type { Instant, Slot } from '../time/slot.ts';
import type { Given } from './caller.ts';
import type { Edits } from './edits.ts';
import type { NoLongerFree } from './organizer-choice.ts';
import type { RequestedAttendee } from './request.ts';
import type { HeldSlot, LostBooking } from './state.ts';
import type { AttendeeView, BookedEvent } from './view.ts';
import type { WarningFact } from './warning.ts';

/** How a question reached somebody. */
export interface Reached {
  readonly personId: PersonId;
  readonly by: NonNullable<AttendeeView['reachedBy']>;
  /** Why Teams or mail could not. */
  readonly problem?: ServiceProblem;
}

/** What people do. */
export type Act =
  | { readonly kind: 'answered'; readonly ballot: Ballot }
  | { readonly kind: 'organizerConfirmed'; readonly slot: Candidate }
  | { readonly kind: 'slotsChosen'; readonly slots: readonly Slot[] }
  | {
      readonly kind: 'rescheduled';
      readonly windows?: readonly Slot[];
      readonly slots?: readonly Slot[];
      readonly durationMinutes?: number;
    }
  | {
      readonly kind: 'attendeesChanged';
      readonly add: readonly RequestedAttendee[];
      readonly remove: readonly PersonId[];
    }
  | { readonly kind: 'edited'; readonly edits: Edits }
  | { readonly kind: 'remindedByHand' }
  | { readonly kind: 'cancelled'; readonly reason?: string };

/** What the meeting itself finds out. */
type Finding =
  | {
      readonly kind: 'timesFound';
      readonly candidates: readonly Candidate[];
      readonly inputHash?: string;
    }
  | {
      readonly kind: 'noTimes';
      readonly obstacles: readonly Obstacle[];
      readonly concessions: readonly Concession[];
    }
  /** A service refuses permanently. */
  | { readonly kind: 'serviceFailed'; readonly problem: ServiceProblem; readonly lostBooking?: LostBooking }
  | {
      readonly kind: 'asked';
      readonly holds: readonly HeldSlot[];
      readonly reached: readonly Reached[];
      readonly problems: readonly ServiceProblem[];
    }
  | { readonly kind: 'reminderDue' }
  | { readonly kind: 'deadlinePassed' }
  | { readonly kind: 'booked'; readonly booking: BookedEvent }
  | { readonly kind: 'taken'; readonly by: readonly PersonId[] }
  | { readonly kind: 'eventEdited'; readonly booking: BookedEvent }
  /** `isTold`: whoever asked for it is waiting for the answer. */
  | {
      readonly kind: 'editRefused';
      readonly because: NoLongerFree | ServiceProblem;
      readonly isTold: boolean;
    }
  | {
      readonly kind: 'finished';
      /** Whose approval it took into account. */
      readonly approved: readonly PersonId[];
      readonly taskIds: readonly string[];
      readonly problems: readonly ServiceProblem[];
    }
  /** What the calendar says differently from what was booked; `slot` is where the event is now. */
  | {
      readonly kind: 'calendarChanged';
      readonly warnings: readonly WarningFact[];
      readonly slot?: Slot;
    }
  | { readonly kind: 'undone'; readonly problems: readonly ServiceProblem[] }
  | { readonly kind: 'tookPlace' };

/** Everything that can happen to a meeting; `at` is when. */
export type MeetingEvent = { readonly at: Instant } & ((Act & Given) | Finding);

/** An event before the meeting notes when it happened. */
export type Unstamped<Event> = Event extends unknown ? Omit<Event, 'at'> : never;

/** The event of one kind. */
export type EventOf<Kind extends MeetingEvent['kind']> = Extract<MeetingEvent, { readonly kind: Kind }>;
