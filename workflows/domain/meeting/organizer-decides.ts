import { later } from '../time/later.ts';
import type { Instant } from '../time/slot.ts';
import { record } from './record.ts';
import type { Choosing, MeetingState, RoundPhase } from './state.ts';
import type { OrganizerChoice } from './view.ts';

/** A choice of which only what matters is said; the rest is empty. */
export type ShortChoice = Pick<OrganizerChoice, 'reason' | 'message'> & Partial<OrganizerChoice>;

export function completeChoice(choice: ShortChoice): OrganizerChoice {
  return { candidates: [], obstacles: [], concessions: [], ...choice };
}

/** The round stays open, and the organizer is asked what to do with it. */
export function organizerDecides(
  state: MeetingState,
  { round, keptBooking }: RoundPhase,
  choice: ShortChoice,
  at: Instant,
): MeetingState {
  const phase: Choosing = {
    kind: 'choosing',
    round,
    choice: completeChoice({ candidates: round.slots.filter(({ start }) => start > at), ...choice }),
    until: later(at, state.request.policy.responseMinutes),
    keptBooking,
  };
  return record({ ...state, phase }, { at, action: 'askedOrganizer', message: choice.message });
}

/** Nothing could be proposed; the organizer is asked what to give up. */
export function noTimesFound(state: MeetingState, choice: ShortChoice, at: Instant): MeetingState {
  const until = later(at, state.request.policy.responseMinutes);
  return record(
    { ...state, phase: { kind: 'noTimesFound', choice: completeChoice(choice), until } },
    { at, action: 'unschedulable', message: choice.message },
  );
}
