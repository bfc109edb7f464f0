import type { Problem, Result } from '../problems/problem.ts';
import type { Caller } from './caller.ts';
import type { Parties, Role } from './role.ts';
import { roleOf } from './role.ts';

/** What can be allowed: to look, to answer for oneself, to decide about the meeting. */
export type Permission = 'see' | 'answer' | 'organize';

/** An agent acts for its person in everything but answering; guests see and answer. */
const allowed: Readonly<Record<Permission, readonly Role[]>> = {
  see: ['organizer', 'attendee', 'guest', 'agentOfOrganizer', 'agentOfAttendee'],
  answer: ['organizer', 'attendee', 'guest'],
  organize: ['organizer', 'agentOfOrganizer'],
};

/** A stranger does not learn that the meeting exists by looking. */
export const noSuchMeeting: Problem = {
  code: 'not_found',
  reason: 'noSuchMeeting',
  message: 'There is no such meeting, or you are not in it.',
};

const notInvited: Problem = {
  code: 'forbidden',
  reason: 'notInvited',
  message: 'You are not invited to this meeting; ask its organizer to add you.',
};

const agentCannotAnswer: Problem = {
  code: 'forbidden',
  reason: 'agentCannotAnswer',
  message: 'An agent cannot answer for a person; they answer themselves in Teams or by their link.',
};

const onlyOrganizer: Problem = {
  code: 'forbidden',
  reason: 'onlyOrganizer',
  message: 'Only the organizer can do this; ask them.',
};

/** Why the role may not do it; undefined when it may. */
export function refusePermission(role: Role, permission: Permission): Problem | undefined {
  if (allowed[permission].includes(role)) return undefined;
  switch (permission) {
    case 'see':
      return noSuchMeeting;
    case 'answer':
      return role === 'stranger' ? notInvited : agentCannotAnswer;
    case 'organize':
      return onlyOrganizer;
  }
}

/** The meeting, for whoever may see it. */
export function shownTo<View extends Parties & { readonly meetingId: string }>(
  caller: Caller,
  view: View,
): Result<View> {
  const problem = refusePermission(roleOf(caller, view.meetingId, view), 'see');
  return problem === undefined ? { ok: true, value: view } : { ok: false, problem };
}
