import type { AttendeeView, MeetingView } from '../../workflows/domain/meeting/view.ts';
import type { Person } from '../../workflows/domain/people/person.ts';
import { personId } from '../../workflows/domain/people/person.ts';
import { defaultPolicy } from '../../workflows/domain/policy/policy.ts';
import type { Candidate } from '../../workflows/domain/slots/candidate.ts';

export const ana: Person = {
  id: personId('00000000-0000-0000-0000-00000000000a'),
  displayName: 'Ana Lima',
  mail: 'ana@contoso.example',
  timeZone: 'Europe/Berlin',
};
export const bo: Person = {
  id: personId('00000000-0000-0000-0000-00000000000b'),
  displayName: 'Bo Chen',
  mail: 'bo@contoso.example',
  timeZone: 'America/New_York',
};
export const cy: Person = {
  id: personId('00000000-0000-0000-0000-00000000000c'),
  displayName: 'Cy Diaz',
  mail: 'cy@contoso.example',
  timeZone: 'Asia/Kolkata',
};

export function candidate(start: string, end: string): Candidate {
  return {
    start,
    end,
    score: 1,
    reasons: [ana, bo, cy].map(({ id }) => ({ personId: id, type: 'required', suits: true, reason: 'free' })),
  };
}

export const tuesday = candidate('2026-11-24T13:00:00.000Z', '2026-11-24T13:45:00.000Z');
export const wednesday = candidate('2026-11-25T14:00:00.000Z', '2026-11-25T14:45:00.000Z');

export function attendee(person: Person, more: Partial<AttendeeView> = {}): AttendeeView {
  return { person, type: 'required', approval: 'pending', ...more };
}

/** An open meeting of Ana with Bo and Cy on one slot; anything can be different. */
export function viewOf(more: Partial<MeetingView> = {}): MeetingView {
  return {
    meetingId: 'meeting-1',
    version: 3,
    status: 'proposed',
    title: 'Q3 budget',
    durationMinutes: 45,
    timeZone: 'Europe/Berlin',
    isOnlineMeeting: true,
    organizer: ana,
    attendees: [attendee(bo), attendee(cy)],
    policy: defaultPolicy,
    proposal: {
      round: 1,
      slots: [tuesday],
      openedAt: '2026-11-21T10:00:00.000Z',
      deadline: '2026-11-23T10:00:00.000Z',
    },
    warnings: [],
    createdAt: '2026-11-21T10:00:00.000Z',
    updatedAt: '2026-11-21T10:00:00.000Z',
    history: [],
    ...more,
  };
}
