import type { Voter } from '../ballots/tally.ts';
import { hasCalendar } from '../people/person.ts';
import type { Person, PersonId, Room } from '../people/person.ts';
import type { MeetingRequest } from './request.ts';
import type { MeetingView } from './view.ts';

/** Everybody whom a meeting concerns: the organizer first, then who arranged it, then the attendees; each once. */
export function everybody(
  meeting: Pick<MeetingRequest | MeetingView, 'organizer' | 'requestedBy'> & {
    readonly attendees: readonly { readonly person: Person }[];
  },
): readonly Person[] {
  const { organizer, requestedBy } = meeting;
  const attendees = meeting.attendees.map(({ person }) => person);
  const isFurther = requestedBy !== undefined && attendees.every(({ id }) => id !== requestedBy.id);
  return [organizer, ...(isFurther ? [requestedBy] : []), ...attendees];
}

/** Who is in the meeting when it takes place: the organizer first, unless they do not attend. */
export function participants({ organizer, organizerAttends, attendees }: MeetingRequest): readonly Person[] {
  const others = attendees.map(({ person }) => person);
  return organizerAttends === false ? others : [organizer, ...others];
}

/** Whose calendars count for the meeting: every participant who has one, and each room of which one is wanted. */
export function calendarOwners<R extends Pick<Room, 'id' | 'mail'>>(
  request: MeetingRequest,
  rooms: readonly R[],
): readonly (Person | R)[] {
  return [
    ...participants(request).filter(({ id }) => hasCalendar(id)),
    ...rooms.filter(({ id }) => request.oneOfRooms.includes(id)),
  ];
}

export function voters({ organizer, organizerAttends, attendees }: MeetingRequest): readonly Voter[] {
  const others = attendees.map(({ person, type }): Voter => ({ personId: person.id, role: type }));
  return organizerAttends === false ? others : [{ personId: organizer.id, role: 'organizer' }, ...others];
}

/** Who must not be in two meetings at once. */
export function requiredIds(request: MeetingRequest): readonly PersonId[] {
  return voters(request)
    .filter(({ role }) => role !== 'optional')
    .map(({ personId }) => personId);
}
