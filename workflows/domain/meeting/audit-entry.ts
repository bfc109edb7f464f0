import type { PersonId } from '../people/person.ts';
import type { ServiceProblem } from './service-problem.ts';
import type { Instant, Slot } from '../time/slot.ts';
import type { Surface } from './caller.ts';
import type { Edits } from './edits.ts';
import type { NoLongerFree, OrganizerQuestion } from './organizer-choice.ts';
import type { Undecided } from './outcome.ts';

/** What happened to a meeting. Sentences are made of it where somebody reads them; it never holds a comment. */
export type AuditFact =
  | { readonly action: 'requested' }
  | {
      readonly action: 'proposed';
      readonly round: number;
      /** How many. */
      readonly times: number;
      readonly asked: readonly PersonId[];
    }
  | {
      readonly action: 'answered';
      /** `takenBack`: an approval, before the organizer confirmed; answers are collected again. */
      readonly answer: 'approved' | 'declined' | 'mixed' | 'takenBack';
      readonly suggested?: Slot;
    }
  /** Those whose answer was missing. */
  | { readonly action: 'reminded'; readonly people: readonly PersonId[] }
  /** By a person: that it is to be booked. By the meeting itself: that it is. */
  | { readonly action: 'confirmed'; readonly slot: Slot }
  | { readonly action: 'cancelled' }
  /** To `slots`, or to whatever is found; `from` where it was booked. */
  | { readonly action: 'rescheduled'; readonly from?: Slot; readonly slots?: readonly Slot[] }
  | {
      readonly action: 'attendeesChanged';
      readonly added: readonly PersonId[];
      readonly removed: readonly PersonId[];
    }
  /** The fields that changed, as they were and as they are; an empty agenda or place is none. */
  | { readonly action: 'edited'; readonly before: Edits; readonly after: Edits }
  /** The booked event stays as it is. `isTold`: whoever asked for the change was answered so. */
  | {
      readonly action: 'notEdited';
      readonly because: NoLongerFree | ServiceProblem;
      readonly isTold: boolean;
    }
  | { readonly action: 'slotsChosen'; readonly slots: readonly Slot[] }
  /** While it was being booked, or `isBooked`: another appointment of somebody, later. */
  | ({ readonly action: 'conflict'; readonly isBooked: boolean } & NoLongerFree)
  /** `staysAt`: only the search for another time ended, and the booking stays. */
  | {
      readonly action: 'expired' | 'unschedulable';
      readonly outcome: Undecided;
      readonly staysAt?: Slot;
    }
  | { readonly action: 'declinedInCalendar'; readonly attendeeId: PersonId }
  | { readonly action: 'movedInCalendar'; readonly from: Slot; readonly slot: Slot }
  | { readonly action: 'deletedInCalendar' }
  | { readonly action: 'askedOrganizer'; readonly question: OrganizerQuestion }
  | {
      readonly action: 'undelivered';
      readonly attendeeId: PersonId;
      readonly reachedBy: 'mail' | 'unreached';
      readonly problem: ServiceProblem;
    }
  | { readonly action: 'ended' };

/** One line of the audit trail: who did what, when, through what. */
export type AuditEntry = AuditFact & {
  readonly at: Instant;
  readonly version: number;
  /** Absent when the meeting itself acted (a timer, a search, the calendar). */
  readonly personId?: PersonId;
  /** The agent's client id, when an agent acted for the person. */
  readonly agent?: string;
  readonly surface?: Surface;
  /** The version that they saw when they did it, if their surface reported it. */
  readonly seenVersion?: number;
};
