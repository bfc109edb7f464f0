import type { Instant } from '../time/slot.ts';
import { keptBooking } from './kept-booking.ts';
import type { Undecided } from './outcome.ts';
import { record } from './record.ts';
import type { MeetingState, Over } from './state.ts';

/** Nobody decided in time: the meeting ends, or a booked one that was to be moved stays where it is. */
export function endUndecided(
  state: MeetingState,
  status: Extract<Over['status'], 'expired' | 'unschedulable'>,
  outcome: Undecided,
  at: Instant,
): MeetingState {
  const { round } = state.phase;
  const booking = keptBooking(state);
  return booking === undefined
    ? record({ ...state, phase: { kind: 'over', status, outcome, round } }, { at, action: status, outcome })
    : record(
        { ...state, phase: { kind: 'booked', booking, round, isFinished: false } },
        { at, action: status, outcome, staysAt: booking.slot },
      );
}
