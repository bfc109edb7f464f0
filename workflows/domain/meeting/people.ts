import type { Voter } from '../ballots/tally.ts';
import { hasCalendar } from '../people/person.ts';
import type { Person, PersonId, Room } from '../people/person.ts';
import type { MeetingRequest } from './request.ts';

/** The organizer first, then the attendees. */
export function everybody(request: MeetingRequest): readonly Person[] {
  return [request.organizer, ...request.attendees.map(({ person }) => person)];
}

/** Whose calendars count for the meeting: everybody who has one, and each room of which one is wanted. */
export function calendarOwners<R extends Pick<Room, 'id' | 'mail'>>(
  request: MeetingRequest,
  rooms: readonly R[],
): readonly (Person | R)[] {
  return [
    ...everybody(request).filter(({ id }) => hasCalendar(id)),
    ...rooms.filter(({ id }) => request.oneOfRooms.includes(id)),
  ];
}

export function voters(request: MeetingRequest): readonly Voter[] {
  return [
    { personId: request.organizer.id, role: 'organizer' },
    ...request.attendees.map(({ person, type }) => ({ personId: person.id, role: type })),
  ];
}

/** Who must not be in two meetings at once. */
export function requiredIds(request: MeetingRequest): readonly PersonId[] {
  return voters(request)
    .filter(({ role }) => role !== 'optional')
    .map(({ personId }) => personId);
}
