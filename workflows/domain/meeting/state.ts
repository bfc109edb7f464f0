import type { Ballot } from '../ballots/ballot.ts';
import type { KnownAnswers } from '../ballots/known-answers.ts';
import type { PersonId } from '../people/person.ts';
import type { Candidate } from '../slots/candidate.ts';
import type { Instant, Slot } from '../time/slot.ts';
import type { PendingEdit } from './edits.ts';
import type { MeetingRequest } from './request.ts';
import type { AuditEntry } from './audit-entry.ts';
import type { OrganizerChoice } from './organizer-choice.ts';
import type { Outcome } from './outcome.ts';
import type { AttendeeView, BookedEvent, FormerAttendee } from './view.ts';
import type { Warning } from './warning.ts';

/**
 * A tentative event of ours that keeps a slot on somebody's calendar while a proposal is open. Where the answer to its
 * creation was lost, nobody knows whether it was written, and it is known by the `transactionId` of that creation.
 */
export type HeldSlot = { readonly ownerId: PersonId; readonly slot: Slot } & (
  { readonly eventId: string } | { readonly transactionId: string }
);

/** A time at which somebody cannot come, though their calendar may not show it. */
export interface Impossible {
  readonly personId: PersonId;
  readonly slot: Slot;
}

/** What to look for. */
export interface SearchOrder {
  /** Put exactly these to the attendees, whatever calendars say; absent: search. */
  readonly exactly?: readonly Slot[];
  /** Times that somebody proposed or approved: the first ones of the round, where they suit everybody. */
  readonly first: readonly Slot[];
}

/** A booking attempt that got no response: its event may exist in the organizer's calendar. */
export interface LostBooking {
  readonly transactionId: string;
  readonly slot: Slot;
}

/** Slots put to people, who was asked, and what they have said. */
export interface Round {
  /** Counts from 1. */
  readonly number: number;
  /** One to five. */
  readonly slots: readonly Candidate[];
  readonly openedAt: Instant;
  readonly deadline: Instant;
  readonly ballots: Readonly<Record<PersonId, Ballot>>;
  /** Who was asked in this round; the others had answered already. */
  readonly asked: readonly PersonId[];
  /** The hash of the search's input, so that anyone can check the suggestions again. */
  readonly inputHash?: string;
}

/** Looking for times. */
export interface Searching {
  readonly kind: 'searching';
  readonly order: SearchOrder;
  /** The round before, which the organizer falls back to when nothing is found. */
  readonly round?: Round;
  /** What stays booked while a booked meeting is being moved. */
  readonly keptBooking?: BookedEvent;
}

/** What every phase with an open round has. */
export interface RoundPhase {
  readonly round: Round;
  /** What stays booked while a booked meeting is being moved. */
  readonly keptBooking?: BookedEvent;
}

/** Waiting for answers. */
export interface Collecting extends RoundPhase {
  readonly kind: 'collecting';
  /** Whether the questions have gone out. */
  readonly isOpen: boolean;
  /** How many of the policy's reminders have been sent. */
  readonly remindersSent: number;
}

/** Waiting for the organizer's word, until `until`. */
export interface Choosing extends RoundPhase {
  readonly kind: 'choosing';
  readonly choice: OrganizerChoice;
  readonly until: Instant;
}

/** Nothing was found at all; the organizer may still choose, until `until`. */
export interface NoTimesFound {
  readonly kind: 'noTimesFound';
  readonly round?: undefined;
  readonly choice: OrganizerChoice;
  readonly until: Instant;
}

/** Being written into calendars. */
export interface BookingUnderWay extends RoundPhase {
  readonly kind: 'bookingUnderWay';
  readonly slot: Candidate;
}

/** In the calendars, watched until its end. */
export interface Booked {
  readonly kind: 'booked';
  readonly booking: BookedEvent;
  /** The last round. */
  readonly round?: Round;
  readonly choice?: OrganizerChoice;
  /** Whether acceptances of all who approved, tasks and the removal of holds are done. */
  readonly isFinished: boolean;
}

/** Over. What is still in calendars is named until it is undone. */
export interface Over {
  readonly kind: 'over';
  readonly status: 'confirmed' | 'cancelled' | 'expired' | 'unschedulable';
  readonly outcome: Outcome;
  readonly toUndo?: BookedEvent;
  /** The last round. */
  readonly round?: Round;
  /** The booking of a meeting that took place. */
  readonly booking?: BookedEvent;
}

export type Phase = Searching | Collecting | Choosing | NoTimesFound | BookingUnderWay | Booked | Over;

/** One meeting: what is wanted, what is known, and its present phase. Only `transition` makes the next one. */
export interface MeetingState {
  readonly meetingId: string;
  /** Grows by one with every change. */
  readonly version: number;
  readonly request: MeetingRequest;
  readonly phase: Phase;
  /** The number of the last round, 0 before the first. */
  readonly lastRound: number;
  /** Rounds that the meeting opened by itself since the organizer last had a say. */
  readonly automaticRounds: number;
  readonly known: KnownAnswers;
  readonly impossible: readonly Impossible[];
  /** What is to be written into the event that is booked. */
  readonly edit?: PendingEdit;
  readonly holds: readonly HeldSlot[];
  readonly taskIds: readonly string[];
  /** Until they are withdrawn, or one of them is booked after all. */
  readonly lostBookings?: readonly LostBooking[];
  readonly reachedBy: Readonly<Record<PersonId, NonNullable<AttendeeView['reachedBy']>>>;
  readonly warnings: readonly Warning[];
  /** Absent while nobody has left. */
  readonly formerAttendees?: readonly FormerAttendee[];
  readonly history: readonly AuditEntry[];
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
}
