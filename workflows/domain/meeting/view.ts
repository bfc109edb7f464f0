import type { Ballot } from '../ballots/ballot.ts';
import type { AttendeeType, Person, PersonId } from '../people/person.ts';
import type { Policy } from '../policy/policy.ts';
import type { Candidate } from '../slots/candidate.ts';
import type { Concession, Obstacle } from '../slots/search-input.ts';
import type { Instant, Slot, TimeZone } from '../time/slot.ts';
import type { Surface } from './caller.ts';

export type MeetingStatus =
  'searching' | 'proposed' | 'confirmed' | 'cancelled' | 'expired' | 'unschedulable';

export type Approval = 'pending' | 'approved' | 'rejected';

export interface AttendeeView {
  readonly person: Person;
  readonly type: Exclude<AttendeeType, 'resource'>;
  readonly approval: Approval;
  /** This person's ballot in the current round. */
  readonly ballot?: Ballot;
  /** How the question last reached them; `unreached` means that nobody could deliver it. */
  readonly reachedBy?: 'teams' | 'mail' | 'unreached';
}

/** The round that the attendees are asked about, as the outside sees it: without who was asked and what they said. */
export interface Proposal {
  readonly round: number;
  /** One to five. */
  readonly slots: readonly Candidate[];
  readonly openedAt: Instant;
  readonly deadline: Instant;
  /** The hash of the search's input, so that anyone can check the suggestions again. */
  readonly inputHash?: string;
}

/** What the organizer is asked to decide, and why. */
export interface OrganizerChoice {
  readonly reason:
    'confirm' | 'roundsExhausted' | 'deadline' | 'noSlot' | 'conflict' | 'eventMoved' | 'eventDeclined';
  /** A sentence for people. */
  readonly message: string;
  /** Slots to choose from, best first; may be empty. */
  readonly candidates: readonly Candidate[];
  readonly obstacles: readonly Obstacle[];
  readonly concessions: readonly Concession[];
}

export interface BookedEvent {
  readonly slot: Slot;
  readonly eventId: string;
  readonly iCalUId: string;
  readonly webLink?: string;
  readonly joinUrl?: string;
  readonly roomId?: PersonId;
  readonly confirmedAt: Instant;
}

/** Something that happened to a confirmed meeting outside Assent. */
export interface Warning {
  readonly kind: 'declined' | 'moved' | 'deleted' | 'conflict' | 'undelivered' | 'service';
  readonly personId?: PersonId;
  readonly message: string;
  readonly at: Instant;
}

/** One line of the audit trail: who did what, when, through what. */
export interface AuditEntry {
  readonly at: Instant;
  readonly version: number;
  /** Absent when the meeting itself acted (a timer, a search, the calendar). */
  readonly personId?: PersonId;
  /** The agent's client id, when an agent acted for the person. */
  readonly agent?: string;
  readonly surface?: Surface;
  /** The version that they saw as they did it, where their surface told. */
  readonly seenVersion?: number;
  readonly action:
    | 'requested'
    | 'proposed'
    | 'answered'
    | 'reminded'
    | 'confirmed'
    | 'cancelled'
    | 'rescheduled'
    | 'attendeesChanged'
    | 'slotsChosen'
    | 'conflict'
    | 'expired'
    | 'unschedulable'
    | 'declinedInCalendar'
    | 'movedInCalendar'
    | 'deletedInCalendar'
    | 'askedOrganizer'
    | 'undelivered'
    | 'ended';
  /** A short sentence; never the content of a comment. */
  readonly message: string;
}

/** The read model of a meeting with its version, as shown on cards, pages and resources. */
export interface MeetingView {
  readonly meetingId: string;
  /** Grows by one with every state change. */
  readonly version: number;
  readonly status: MeetingStatus;
  readonly title: string;
  readonly agenda?: string;
  readonly durationMinutes: number;
  readonly timeZone: TimeZone;
  readonly isOnlineMeeting: boolean;
  readonly organizer: Person;
  readonly attendees: readonly AttendeeView[];
  readonly policy: Policy;
  readonly proposal?: Proposal;
  readonly choice?: OrganizerChoice;
  readonly booking?: BookedEvent;
  readonly warnings: readonly Warning[];
  /** Why a meeting was cancelled, expired or is unschedulable, as a sentence. */
  readonly outcome?: string;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  /** Present where the meeting could not be asked: this is what it last published, at `updatedAt`. */
  readonly isStale?: true;
  /** Oldest first. */
  readonly history: readonly AuditEntry[];
}
