import type { PersonId } from '../people/person.ts';
import { isGuest } from '../people/person.ts';
import type { Caller } from './caller.ts';
import type { MeetingRequest } from './request.ts';

/** What a caller is to a meeting. */
export type Role = 'organizer' | 'attendee' | 'guest' | 'agentOfOrganizer' | 'agentOfAttendee' | 'stranger';

export type Parties = Pick<MeetingRequest, 'organizer'> & {
  readonly attendees: readonly { readonly person: { readonly id: PersonId } }[];
};

export function personOf(caller: Caller): PersonId {
  return caller.kind === 'agent' ? caller.onBehalfOf : caller.personId;
}

/** A guest is one by a verified link to this very meeting; any other proof makes them a stranger. */
export function roleOf(caller: Caller, meetingId: string, parties: Parties): Role {
  const id = personOf(caller);
  const isOrganizer = parties.organizer.id === id;
  const isAttendee = parties.attendees.some(({ person }) => person.id === id);
  switch (caller.kind) {
    case 'agent':
      return isOrganizer ? 'agentOfOrganizer' : isAttendee ? 'agentOfAttendee' : 'stranger';
    case 'guest':
      return isAttendee && caller.meetingId === meetingId ? 'guest' : 'stranger';
    case 'person':
      if (isOrganizer) return 'organizer';
      return isAttendee && !isGuest(id) ? 'attendee' : 'stranger';
  }
}
