import type { LostBooking } from '../../workflows/domain/meeting/state.ts';
import type { PersonId } from '../../workflows/domain/people/person.ts';
import type { MeetingPorts } from './meeting-ports.ts';

/** Takes out of the organizer's calendar what was written while its answer was lost, and is not wanted any more. */
export async function withdrawUnconfirmedEvents(
  { calendar }: Pick<MeetingPorts, 'calendar'>,
  input: {
    readonly ownerId: PersonId;
    readonly lostBookings: readonly LostBooking[] | undefined;
    readonly comment: string;
  },
): Promise<void> {
  const { ownerId, lostBookings = [], comment } = input;
  for (const lost of lostBookings) await calendar.withdraw({ ownerId, comment, ...lost });
}
