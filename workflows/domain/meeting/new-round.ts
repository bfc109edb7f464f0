import { keptBooking } from './kept-booking.ts';
import { record } from './record.ts';
import type { MeetingState, SearchOrder } from './state.ts';

/** A new round because the organizer wants it; what was booked stays until the new time is. */
export function newRound(
  state: MeetingState,
  order: SearchOrder,
  entry: Parameters<typeof record>[1],
): MeetingState {
  return record(
    { ...state, automaticRounds: 0, phase: { kind: 'searching', order, keptBooking: keptBooking(state) } },
    entry,
  );
}
