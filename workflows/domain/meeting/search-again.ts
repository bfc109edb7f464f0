import type { Slot } from '../time/slot.ts';
import type { BookingUnderWay, Choosing, Collecting, MeetingState } from './state.ts';

/** The next round by itself, with what was learned; `first` are times that people proposed or approved. */
export function searchAgain(
  state: MeetingState,
  round: Collecting | Choosing | BookingUnderWay,
  first: readonly Slot[],
): MeetingState {
  const { proposal, ballots, asked, keptBooking } = round;
  return {
    ...state,
    automaticRounds: state.automaticRounds + 1,
    phase: {
      kind: 'searching',
      order: { first },
      former: { proposal, ballots, asked },
      keptBooking: keptBooking,
    },
  };
}
