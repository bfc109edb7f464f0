import type { PersonId } from '../people/person.ts';
import { isGuest } from '../people/person.ts';
import type { Caller } from './caller.ts';
import type { MeetingRequest } from './request.ts';

/** What a caller is to a meeting; `arranger`: asked in the organizer's name, and is not proven to be their delegate now. */
export type Role =
  'organizer' | 'attendee' | 'guest' | 'agentOfOrganizer' | 'agentOfAttendee' | 'arranger' | 'stranger';

export type Parties = Pick<MeetingRequest, 'organizer' | 'requestedBy'> & {
  readonly attendees: readonly { readonly person: { readonly id: PersonId } }[];
};

export function personOf(caller: Caller): PersonId {
  return caller.kind === 'agent' ? caller.onBehalfOf : caller.personId;
}

/** Whether the meeting is theirs to decide about, or was arranged by them: who reads it as its organizer does. */
export function isOrganizing({ organizer, requestedBy }: Parties, id: PersonId): boolean {
  return organizer.id === id || requestedBy?.id === id;
}

/** A guest is one by a verified link to this very meeting; any other proof makes them a stranger. */
export function roleOf(caller: Caller, meetingId: string, parties: Parties): Role {
  const id = personOf(caller);
  const { organizer, requestedBy } = parties;
  const isArranger = requestedBy?.id === id;
  const isDelegate = isArranger && caller.kind !== 'guest' && caller.delegateOf === organizer.id;
  const isOrganizer = organizer.id === id || isDelegate;
  const other = isArranger ? 'arranger' : 'stranger';
  const isAttendee = parties.attendees.some(({ person }) => person.id === id);
  switch (caller.kind) {
    case 'agent':
      return isOrganizer ? 'agentOfOrganizer' : isAttendee ? 'agentOfAttendee' : other;
    case 'guest':
      return isAttendee && caller.meetingId === meetingId ? 'guest' : 'stranger';
    case 'person':
      if (isOrganizer) return 'organizer';
      return isAttendee && !isGuest(id) ? 'attendee' : other;
  }
}
