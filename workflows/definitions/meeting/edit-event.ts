import { keptBooking } from '../../domain/meeting/kept-booking.ts';
import type { PendingEdit } from '../../domain/meeting/edits.ts';
import { slotKey } from '../../domain/time/slot.ts';
import { editMeeting, problemOf } from './activities.ts';
import type { MeetingContext } from './meeting-context.ts';

/** Writes an edit into the event that is booked; only then is it the meeting's. */
export async function editEvent(context: MeetingContext, { edits }: PendingEdit): Promise<void> {
  const { state } = context;
  const { meetingId, request, phase } = state;
  const booking = keptBooking(state);
  if (booking === undefined) {
    const because = { service: 'calendar', reason: 'notFound' } as const;
    context.apply({ kind: 'editRefused', because, isTold: context.isEditAwaited });
    return;
  }
  const absent = Object.values(phase.round?.ballots ?? {})
    .filter(({ answers }) => answers[slotKey(booking.slot)] === 'no')
    .map(({ personId }) => personId);
  // While the meeting is being moved, the length is that of the time that is asked about.
  const { durationMinutes, ...rest } = edits;
  const ofEvent = phase.kind === 'booked' ? edits : rest;
  try {
    const done = await editMeeting({ meetingId, request, booking, edits: ofEvent, absent });
    context.apply(done.kind === 'editRefused' ? { ...done, isTold: context.isEditAwaited } : done);
  } catch (error) {
    context.apply({ kind: 'editRefused', because: problemOf(error), isTold: context.isEditAwaited });
  }
}
