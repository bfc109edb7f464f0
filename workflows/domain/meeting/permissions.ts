import type { Problem } from '../problems/problem.ts';
import type { Role } from './role.ts';

/** What can be done to a meeting. */
export type MeetingOperation =
  'see' | 'respond' | 'confirm' | 'chooseSlots' | 'reschedule' | 'changeAttendees' | 'remind' | 'cancel';

const onlyOrganizer = ['organizer', 'agentOfOrganizer'] as const;

/** Who may do what. An agent acts for its person in everything but answering; guests see and answer. */
const allowed: Readonly<Record<MeetingOperation, readonly Role[]>> = {
  see: ['organizer', 'attendee', 'guest', 'agentOfOrganizer', 'agentOfAttendee'],
  respond: ['organizer', 'attendee', 'guest'],
  confirm: onlyOrganizer,
  chooseSlots: onlyOrganizer,
  reschedule: onlyOrganizer,
  changeAttendees: onlyOrganizer,
  remind: onlyOrganizer,
  cancel: onlyOrganizer,
};

/** Why the role may not do it; undefined when it may. A stranger does not learn that the meeting exists by looking. */
export function refusePermission(role: Role, operation: MeetingOperation): Problem | undefined {
  if (allowed[operation].includes(role)) return undefined;
  if (operation === 'see') {
    return { code: 'not_found', message: 'There is no such meeting, or you are not in it.' };
  }
  if (operation === 'respond') {
    const message =
      role === 'stranger'
        ? 'You are not invited to this meeting; ask its organizer to add you.'
        : 'An agent cannot answer for a person; they answer themselves in Teams or by their link.';
    return { code: 'forbidden', message };
  }
  return { code: 'forbidden', message: 'Only the organizer can do this; ask them.' };
}
