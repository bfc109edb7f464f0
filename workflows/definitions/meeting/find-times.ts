import type { Searching } from '../../domain/meeting/state.ts';
import { findMeetingTimes, sentenceOf } from './activities.ts';
import type { Desk } from './meeting-context.ts';

/** Looks for times; what it finds opens a round. A change of mind meanwhile makes it look again. */
export async function findTimes(desk: Desk, searching: Searching): Promise<void> {
  const { request, impossible, holds } = desk.state;
  const { order, standing } = searching;
  const own = { holds, ...(standing === undefined ? {} : { booking: standing }) };
  try {
    const found = await findMeetingTimes({ request, order, impossible, own });
    if (desk.phase() === searching) desk.apply(found);
  } catch (error) {
    const message = sentenceOf(error);
    if (desk.phase() === searching) desk.apply({ kind: 'serviceFailed', message });
  }
}
