import type { Slot } from '../time/slot.ts';
import type { MeetingState, RoundPhase } from './state.ts';

/** The next round by itself, with what was learned; `first` are times that people proposed or approved. */
export function searchAgain(
  state: MeetingState,
  { round, keptBooking }: RoundPhase,
  first: readonly Slot[],
): MeetingState {
  return {
    ...state,
    automaticRounds: state.automaticRounds + 1,
    phase: { kind: 'searching', order: { first }, round, keptBooking },
  };
}
