import type { Answer, Ballot } from '../../workflows/domain/ballots/ballot.ts';
import { beginMeeting } from '../../workflows/domain/meeting/begin.ts';
import type { Caller } from '../../workflows/domain/meeting/caller.ts';
import type { MeetingEvent, Unstamped } from '../../workflows/domain/meeting/event.ts';
import type { MeetingRequest } from '../../workflows/domain/meeting/request.ts';
import type { MeetingState } from '../../workflows/domain/meeting/state.ts';
import { transition } from '../../workflows/domain/meeting/transition.ts';
import type { BookedEvent } from '../../workflows/domain/meeting/view.ts';
import type { Person } from '../../workflows/domain/people/person.ts';
import type { Policy } from '../../workflows/domain/policy/policy.ts';
import { defaultPolicy } from '../../workflows/domain/policy/policy.ts';
import type { Candidate } from '../../workflows/domain/slots/candidate.ts';
import { later } from '../../workflows/domain/time/later.ts';
import type { Instant, Slot } from '../../workflows/domain/time/slot.ts';
import { slotKey } from '../../workflows/domain/time/slot.ts';
import { ana, bo, cy } from './meeting-views.ts';

export const asked: Instant = '2026-11-21T10:00:00.000Z';

export function asCaller(person: Person): Caller {
  return { kind: 'person', personId: person.id, surface: 'teams' };
}

/** Ana's request to Bo and Cy. */
export function requestOf(policy: Partial<Policy> = {}, given: Partial<MeetingRequest> = {}): MeetingRequest {
  return {
    title: 'Q3 budget',
    durationMinutes: 45,
    organizer: ana,
    timeZone: 'Europe/Berlin',
    attendees: [bo, cy].map((person) => ({ person, type: 'required', wishes: [] })),
    wishes: [],
    oneOfRooms: [],
    isOnlineMeeting: false,
    windows: [{ start: '2026-11-23T00:00:00.000Z', end: '2026-11-28T00:00:00.000Z' }],
    bufferBeforeMinutes: 0,
    bufferAfterMinutes: 0,
    minimumNoticeMinutes: 0,
    ranking: 'earliest',
    slotCount: 5,
    actions: [],
    ...given,
    policy: { ...defaultPolicy, ...policy },
  };
}

export function begun(request: MeetingRequest = requestOf()): MeetingState {
  return beginMeeting({ meetingId: 'meeting-1', request, caller: asCaller(ana), at: asked });
}

/** What follows from events that come a minute apart. */
export function after(state: MeetingState, ...events: readonly Unstamped<MeetingEvent>[]): MeetingState {
  return events.reduce((now, event) => transition(now, { ...event, at: later(now.updatedAt, 1) }), state);
}

export function found(...candidates: readonly Candidate[]): Unstamped<MeetingEvent> {
  return { kind: 'timesFound', candidates };
}

/** The questions have gone out. */
export const sent: Unstamped<MeetingEvent> = { kind: 'asked', holds: [], reached: [], problems: [] };

export function ballotOf(
  person: Person,
  round: number,
  answers: readonly (readonly [Slot, Answer])[],
  counterProposal?: Slot,
): Ballot {
  return {
    personId: person.id,
    round,
    answers: Object.fromEntries(answers.map(([slot, answer]) => [slotKey(slot), answer])),
    answeredAt: asked,
    counterProposal,
  };
}

export function said(
  person: Person,
  round: number,
  answers: readonly (readonly [Slot, Answer])[],
  counterProposal?: Slot,
): Unstamped<MeetingEvent> {
  return {
    kind: 'answered',
    caller: asCaller(person),
    ballot: ballotOf(person, round, answers, counterProposal),
  };
}

export function bookingAt({ start, end }: Slot): BookedEvent {
  return { slot: { start, end }, eventId: 'event-1', iCalUId: 'ical-1', confirmedAt: asked };
}
