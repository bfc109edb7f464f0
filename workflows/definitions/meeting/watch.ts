import { ActivityFailure, log } from '@temporalio/workflow';
import type { Booked } from '../../domain/meeting/state.ts';
import { isSameWarning } from '../../domain/meeting/warning.ts';
import { later } from '../../domain/time/later.ts';
import { checkCalendar } from './activities.ts';
import type { MeetingContext } from './meeting-context.ts';
import { now } from './meeting-context.ts';
import { finish } from './book.ts';

/** Compares the calendar with what was booked; the organizer is notified of differences. */
async function look(context: MeetingContext, { booking }: Booked): Promise<void> {
  const { meetingId, request } = context.state;
  context.calendarChanged = false;
  try {
    const seen = await checkCalendar({ meetingId, request, booking });
    const known = context.state.warnings;
    const isNew =
      seen.slot !== undefined ||
      seen.warnings.some((warning) => !known.some((one) => isSameWarning(one, warning)));
    if (isNew) context.apply(seen);
  } catch (error) {
    if (!(error instanceof ActivityFailure)) throw error;
    log.warn('the calendar of a booked meeting could not be checked');
  }
}

/** Keeps an eye on a booked meeting until its end, or until it is moved or cancelled. */
export async function watch(context: MeetingContext, booked: Booked): Promise<void> {
  if (!booked.isFinished) {
    await finish(context, booked);
    return;
  }
  const { end } = booked.booking.slot;
  if (now() >= end) {
    context.apply({ kind: 'tookPlace' });
    return;
  }
  const nextLook = later(now(), context.run.watchEveryMinutes);
  const isDisturbed = (): boolean => {
    const phase = context.phase();
    return context.calendarChanged || phase.kind !== 'booked' || !phase.isFinished;
  };
  const wasDisturbed = await context.waitFor(isDisturbed, nextLook < end ? nextLook : end);
  const phase = context.phase();
  const isLookDue = context.calendarChanged || !wasDisturbed;
  if (phase.kind === 'booked' && isLookDue && now() < phase.booking.slot.end) await look(context, phase);
}
