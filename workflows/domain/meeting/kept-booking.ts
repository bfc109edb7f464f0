import type { MeetingState } from './state.ts';
import type { BookedEvent } from './view.ts';

/** What stays in the calendars whatever becomes of the round that is open. */
export function keptBooking({ phase }: Pick<MeetingState, 'phase'>): BookedEvent | undefined {
  switch (phase.kind) {
    case 'searching':
    case 'collecting':
    case 'choosing':
    case 'bookingUnderWay':
      return phase.keptBooking;
    case 'booked':
      return phase.booking;
    case 'noTimesFound':
    case 'over':
      return undefined;
  }
}
