import type { Ballot } from '../ballots/ballot.ts';
import type { AttendeeType, Person, PersonId } from '../people/person.ts';
import type { Policy } from '../policy/policy.ts';
import type { Candidate } from '../slots/candidate.ts';
import type { Instant, Slot, TimeZone } from '../time/slot.ts';
import type { AuditEntry } from './audit-entry.ts';
import type { OrganizerChoice } from './organizer-choice.ts';
import type { Outcome } from './outcome.ts';
import type { Warning } from './warning.ts';

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

export interface BookedEvent {
  readonly slot: Slot;
  readonly eventId: string;
  readonly iCalUId: string;
  readonly webLink?: string;
  readonly joinUrl?: string;
  readonly roomId?: PersonId;
  readonly confirmedAt: Instant;
}

/** Somebody who has left the meeting: what they did is still shown by name. */
export type FormerAttendee = Pick<Person, 'id' | 'displayName'>;

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
  /** Where it is, if that is no room of the organisation. */
  readonly place?: string;
  readonly organizer: Person;
  /** Who arranged it in the organizer's name. */
  readonly requestedBy?: Person;
  /** Absent: the organizer attends. */
  readonly organizerAttends?: false;
  readonly attendees: readonly AttendeeView[];
  readonly policy: Policy;
  readonly proposal?: Proposal;
  readonly choice?: OrganizerChoice;
  readonly booking?: BookedEvent;
  readonly warnings: readonly Warning[];
  /** How a meeting ended. */
  readonly outcome?: Outcome;
  /** Absent while nobody has left. */
  readonly formerAttendees?: readonly FormerAttendee[];
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  /** Present where the meeting could not be asked: this is what it last published, at `updatedAt`. */
  readonly isStale?: true;
  /** Oldest first. */
  readonly history: readonly AuditEntry[];
}
