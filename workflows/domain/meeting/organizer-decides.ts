import { later } from '../time/later.ts';
import type { Instant } from '../time/slot.ts';
import { record } from './record.ts';
import type { BookingUnderWay, Choosing, Collecting, MeetingState } from './state.ts';
import type { OrganizerChoice } from './view.ts';

type WithoutRest = Pick<OrganizerChoice, 'reason' | 'message'> & Partial<OrganizerChoice>;

function complete(choice: WithoutRest): OrganizerChoice {
  return { candidates: [], obstacles: [], concessions: [], ...choice };
}

/** The round stays open, and the organizer is asked what to do with it. */
export function organizerDecides(
  state: MeetingState,
  round: Collecting | Choosing | BookingUnderWay,
  choice: WithoutRest,
  at: Instant,
): MeetingState {
  const { proposal, ballots, asked, keptBooking } = round;
  const phase: Choosing = {
    kind: 'choosing',
    proposal,
    ballots,
    asked,
    choice: complete({ candidates: proposal.slots.filter(({ start }) => start > at), ...choice }),
    until: later(at, state.request.policy.responseMinutes),
    keptBooking,
  };
  return record({ ...state, phase }, { at, action: 'askedOrganizer', message: choice.message });
}

/** Nothing could be proposed; the organizer is asked what to give up. */
export function noTimesFound(state: MeetingState, choice: WithoutRest, at: Instant): MeetingState {
  const until = later(at, state.request.policy.responseMinutes);
  return record(
    { ...state, phase: { kind: 'stuck', choice: complete(choice), until } },
    { at, action: 'unschedulable', message: choice.message },
  );
}
