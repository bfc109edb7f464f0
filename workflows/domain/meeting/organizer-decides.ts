import type { ServiceProblem } from './service-problem.ts';
import { later } from '../time/later.ts';
import type { Instant } from '../time/slot.ts';
import type { OrganizerChoice, OrganizerQuestion } from './organizer-choice.ts';
import { record } from './record.ts';
import type { Choosing, MeetingState, RoundPhase } from './state.ts';

/** A choice of which only what matters is said; the rest is empty. */
type ShortChoice = OrganizerQuestion &
  Partial<Pick<OrganizerChoice, 'candidates' | 'obstacles' | 'concessions'>>;

export function completeChoice(choice: ShortChoice): OrganizerChoice {
  return { candidates: [], obstacles: [], concessions: [], ...choice };
}

function questionOf({ candidates, obstacles, concessions, ...question }: OrganizerChoice): OrganizerQuestion {
  return question;
}

/** The round stays open, and the organizer is asked what to do with it. */
export function organizerDecides(
  state: MeetingState,
  { round, keptBooking }: RoundPhase,
  choice: ShortChoice,
  at: Instant,
): MeetingState {
  const whole = completeChoice({ candidates: round.slots.filter(({ start }) => start > at), ...choice });
  const phase: Choosing = {
    kind: 'choosing',
    round,
    choice: whole,
    until: later(at, state.request.policy.responseMinutes),
    keptBooking,
  };
  return record({ ...state, phase }, { at, action: 'askedOrganizer', question: questionOf(whole) });
}

/** Nothing could be proposed; the organizer is asked what to give up. */
export function noTimesFound(
  state: MeetingState,
  choice: OrganizerChoice,
  problem: ServiceProblem | undefined,
  at: Instant,
): MeetingState {
  const until = later(at, state.request.policy.responseMinutes);
  return record(
    { ...state, phase: { kind: 'noTimesFound', choice, until } },
    { at, action: 'unschedulable', outcome: { kind: 'noTimes', problem } },
  );
}
