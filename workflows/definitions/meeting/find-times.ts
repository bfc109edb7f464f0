import type { Searching } from '../../domain/meeting/state.ts';
import { findMeetingTimes, problemOf } from './activities.ts';
import type { MeetingContext } from './meeting-context.ts';

/** Looks for times; what it finds opens a round. A change of mind meanwhile makes it look again. */
export async function findTimes(context: MeetingContext, searching: Searching): Promise<void> {
  const { request, impossible, holds } = context.state;
  const { order, keptBooking } = searching;
  const own = { holds, booking: keptBooking };
  try {
    const found = await findMeetingTimes({ request, order, impossible, own });
    if (context.phase() === searching) context.apply(found);
  } catch (error) {
    const problem = problemOf(error);
    if (context.phase() === searching) context.apply({ kind: 'serviceFailed', problem });
  }
}
