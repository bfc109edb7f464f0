import type { Problem, Result } from '../problems/problem.ts';
import { refuse } from '../problems/refuse.ts';
import type { Caller } from './caller.ts';
import type { Parties, Role } from './role.ts';
import { roleOf } from './role.ts';

/** What can be allowed: to look, to answer for oneself, to decide about the meeting. */
export type Permission = 'see' | 'answer' | 'organize';

/** An agent acts for its person in everything but answering; guests see and answer. */
const allowed: Readonly<Record<Permission, readonly Role[]>> = {
  see: ['organizer', 'attendee', 'guest', 'agentOfOrganizer', 'agentOfAttendee', 'arranger'],
  answer: ['organizer', 'attendee', 'guest'],
  organize: ['organizer', 'agentOfOrganizer'],
};

/** A stranger does not learn that the meeting exists by looking. */
export const noSuchMeeting: Problem = refuse({ reason: 'noSuchMeeting' });

/** Why the role may not do it; undefined when it may. */
export function refusePermission(role: Role, permission: Permission): Problem | undefined {
  if (allowed[permission].includes(role)) return undefined;
  switch (permission) {
    case 'see':
      return noSuchMeeting;
    case 'answer':
      return refuse({
        reason: role === 'stranger' || role === 'arranger' ? 'notInvited' : 'agentCannotAnswer',
      });
    case 'organize':
      return refuse({ reason: 'onlyOrganizer' });
  }
}

/** The meeting, if the caller may see it. */
export function shownTo<View extends Parties & { readonly meetingId: string }>(
  caller: Caller,
  view: View,
): Result<View> {
  const problem = refusePermission(roleOf(caller, view.meetingId, view), 'see');
  return problem === undefined ? { ok: true, value: view } : { ok: false, problem };
}
