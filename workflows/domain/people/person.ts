import type { TimeZone } from '../time/slot.ts';

/** A directory object id, or `mailto:` and a lower-case address for a guest. */
export type PersonId = string & { readonly __brand: 'PersonId' };

/** The only place where a person's id is made: ids are compared as lower-case strings. */
export function personId(value: string): PersonId {
  return value.trim().toLowerCase() as PersonId;
}

/** Whether a text has the form of a directory's object id. */
export function isDirectoryId(text: string): boolean {
  return /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text);
}

export function guestId(address: string): PersonId {
  return personId(`mailto:${address}`);
}

export function isGuest(id: PersonId): boolean {
  return id.startsWith('mailto:');
}

/** Whether there is a calendar to read and write for this person; guests have none here. */
export function hasCalendar(id: PersonId): boolean {
  return !isGuest(id);
}

/** A clock of 12 or of 24 hours, as `Intl` names them. */
export type HourCycle = 'h12' | 'h23';

/** Somebody who can be asked: a member of the directory or a guest. */
export interface Person {
  readonly id: PersonId;
  readonly displayName: string;
  readonly mail: string;
  /** Absent if unknown; such a person reads times in the organizer's zone. */
  readonly timeZone?: TimeZone;
  /** The language and region of the mailbox, a BCP 47 tag as `de-DE`. */
  readonly locale?: string;
  /** The clock that the mailbox shows times by. */
  readonly hourCycle?: HourCycle;
}

/** A room of the directory; Graph's `room`. */
export interface Room {
  readonly id: PersonId;
  readonly displayName: string;
  readonly mail: string;
  readonly capacity?: number;
  readonly building?: string;
  readonly timeZone?: TimeZone;
}

/** As in Graph's `attendeeType`. */
export type AttendeeType = 'required' | 'optional' | 'resource';
