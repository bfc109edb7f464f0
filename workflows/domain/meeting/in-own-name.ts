import type { Person } from '../people/person.ts';
import type { MeetingRequest } from './request.ts';

/**
 * The same meeting where somebody is no delegate of its organizer: they organize it themselves without attending,
 * unless they are in it, and whose meeting it was to be is asked like the others.
 */
export function inOwnName(request: MeetingRequest, sender: Person): MeetingRequest {
  const isIn = request.attendees.some(({ person }) => person.id === sender.id);
  return {
    ...request,
    organizer: sender,
    organizerAttends: isIn ? undefined : false,
    wishes: request.attendees.find(({ person }) => person.id === sender.id)?.wishes ?? [],
    attendees: [
      { person: request.organizer, type: 'required', wishes: request.wishes },
      ...request.attendees.filter(({ person }) => person.id !== sender.id),
    ],
  };
}
