import type { Availability } from '../domain/availability/availability.ts';
import type { WantedHold } from '../domain/meeting/holds.ts';
import type { HeldSlot } from '../domain/meeting/state.ts';
import type { ServiceProblem } from '../domain/meeting/service-problem.ts';
import type { Person, PersonId, Room } from '../domain/people/person.ts';
import type { Instant, Slot, TimeZone } from '../domain/time/slot.ts';

/** Where an event is: in a room, in words, or both. */
export interface EventLocation {
  readonly room?: Room;
  readonly place?: string;
}

/** An event to be created once, whatever is retried. */
export interface NewEvent extends EventLocation {
  /** Repeating a draft with the same id gives the first event again (Graph's `transactionId`). */
  readonly transactionId: string;
  readonly organizer: Person;
  readonly subject: string;
  /** Plain text. */
  readonly body: string;
  readonly slot: Slot;
  readonly timeZone: TimeZone;
  readonly attendees: readonly { readonly person: Person; readonly type: 'required' | 'optional' }[];
  readonly isOnlineMeeting: boolean;
}

export interface EventIds {
  readonly eventId: string;
  readonly iCalUId: string;
  readonly webLink?: string;
  readonly joinUrl?: string;
}

type CalendarResponse = 'none' | 'accepted' | 'declined' | 'tentativelyAccepted';

/** What the organizer's calendar says of an event now. */
export interface EventState extends EventIds {
  readonly slot: Slot;
  readonly isCancelled: boolean;
  readonly responses: readonly {
    readonly mail: string;
    readonly response: CalendarResponse;
    readonly proposedNewTime?: Slot;
  }[];
}

/** An event in somebody's own calendar. */
export interface AgendaEntry {
  readonly eventId: string;
  readonly subject: string;
  readonly slot: Slot;
  readonly isAllDay: boolean;
  readonly place?: string;
  readonly people: readonly { readonly name: string; readonly mail: string }[];
  readonly showAs: string;
  readonly isOrganizer: boolean;
}

/**
 * The calendars of an organisation. Every method rejects with `ServiceError`; a person whose calendar
 * cannot be read is an `Availability` with `error`, never a missing one.
 */
export interface Calendar {
  /** Any number of people or rooms, any window; the answer has one entry for each id asked, in order. */
  availability(input: {
    readonly people: readonly Pick<Person, 'id' | 'mail'>[];
    readonly window: Slot;
  }): Promise<readonly Availability[]>;
  /**
   * Idempotent by `transactionId`. Where a calendar refuses permanently, that is a problem, its holds are as if their
   * answer were lost, and those of the others stay.
   */
  createHolds(input: {
    readonly transactionId: string;
    readonly title: string;
    readonly wanted: readonly WantedHold[];
  }): Promise<{ readonly holds: readonly HeldSlot[]; readonly problems: readonly ServiceProblem[] }>;
  /** A hold that no longer exists, or was never written, is not an error. */
  removeHolds(input: { readonly holds: readonly HeldSlot[] }): Promise<void>;
  book(input: NewEvent): Promise<EventIds>;
  /** `undefined` when the event is gone. */
  event(input: { readonly ownerId: PersonId; readonly eventId: string }): Promise<EventState | undefined>;
  moveEvent(input: {
    readonly ownerId: PersonId;
    readonly eventId: string;
    readonly slot: Slot;
    readonly timeZone: TimeZone;
  }): Promise<void>;
  /**
   * Changes the given fields of an event and no other, which tells its attendees. `location.place` may be empty; the
   * room stays in it. The answer has a join link where the meeting is online now.
   */
  editEvent(input: {
    readonly ownerId: PersonId;
    readonly eventId: string;
    readonly timeZone: TimeZone;
    readonly subject?: string;
    readonly location?: EventLocation;
    readonly isOnlineMeeting?: boolean;
    readonly end?: Instant;
  }): Promise<Pick<EventIds, 'joinUrl'>>;
  /** Cancels for everybody with a comment; an event that no longer exists is not an error. */
  cancelEvent(input: {
    readonly ownerId: PersonId;
    readonly eventId: string;
    readonly comment: string;
  }): Promise<void>;
  /** Cancels what `book` wrote for a draft whose answer never came; that nothing was written is not an error. */
  withdraw(input: {
    readonly ownerId: PersonId;
    readonly transactionId: string;
    readonly slot: Slot;
    readonly comment: string;
  }): Promise<void>;
  /** Accepts in the calendars of those who approved; those that cannot be reached are returned. */
  acceptFor(input: {
    readonly iCalUId: string;
    readonly slot: Slot;
    readonly people: readonly Pick<Person, 'id' | 'mail'>[];
  }): Promise<{ readonly notAccepted: readonly PersonId[] }>;
  /** The addresses, in lower case, of those whom somebody has let write to their calendar by name. */
  delegates(input: { readonly ownerId: PersonId }): Promise<readonly string[]>;
  /** Somebody's own events, in the order of their starts; cancelled ones are left out. */
  agenda(input: { readonly personId: PersonId; readonly window: Slot }): Promise<readonly AgendaEntry[]>;
}
