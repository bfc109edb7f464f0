import type { Person } from '../people/person.ts';
import type { TimeZone } from '../time/slot.ts';
import type { FormerAttendee } from './view.ts';

/** As much of a meeting as names its people and writes its times; a `MeetingView` and a `MeetingRequest` are one. */
export interface NamedMeeting {
  readonly title: string;
  readonly organizer: Person;
  readonly requestedBy?: Person;
  readonly attendees: readonly { readonly person: Person }[];
  readonly formerAttendees?: readonly FormerAttendee[];
  readonly timeZone: TimeZone;
}
