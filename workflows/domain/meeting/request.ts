import type { AttendeeType, Person, PersonId } from '../people/person.ts';
import type { Policy } from '../policy/policy.ts';
import type { Wish } from '../slots/wish.ts';
import type { DayOfWeek, LocalTime } from '../time/local.ts';
import type { Slot, TimeZone } from '../time/slot.ts';

export interface RequestedAttendee {
  readonly person: Person;
  readonly type: Exclude<AttendeeType, 'resource'>;
  readonly wishes: readonly Wish[];
}

/** What is wanted, complete and checked; the input of a meeting's workflow. */
export interface MeetingRequest {
  readonly title: string;
  readonly agenda?: string;
  readonly durationMinutes: number;
  readonly organizer: Person;
  /** Who arranged it in the organizer's name, as their delegate; absent: the organizer. */
  readonly requestedBy?: Person;
  /** Absent: the organizer attends. */
  readonly organizerAttends?: false;
  /** The zone in which the organizer spoke. */
  readonly timeZone: TimeZone;
  /** Without the organizer, who attends as `required` if at all. */
  readonly attendees: readonly RequestedAttendee[];
  /** The organizer's own wishes. */
  readonly wishes: readonly Wish[];
  /** One of these rooms must be free; empty: no room. */
  readonly oneOfRooms: readonly PersonId[];
  readonly isOnlineMeeting: boolean;
  /** Where it is, if that is no room of the organisation: `the lobby`, an address. */
  readonly place?: string;
  readonly windows: readonly Slot[];
  readonly earliestTime?: LocalTime;
  readonly latestTime?: LocalTime;
  readonly daysOfWeek?: readonly DayOfWeek[];
  readonly bufferBeforeMinutes: number;
  readonly bufferAfterMinutes: number;
  readonly minimumNoticeMinutes: number;
  readonly ranking: 'earliest' | 'best';
  /** How many slots to put to the attendees at once: 1 to approve, 2 to 5 to vote on. */
  readonly slotCount: number;
  readonly policy: Policy;
  /** Each becomes a Planner task after confirmation. */
  readonly actions: readonly RequestedAction[];
}

export interface RequestedAction {
  readonly title: string;
  readonly assigneeId?: PersonId;
}
