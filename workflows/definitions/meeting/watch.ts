import { ActivityFailure, log } from '@temporalio/workflow';
import type { Confirmed } from '../../domain/meeting/state.ts';
import { later } from '../../domain/time/later.ts';
import { checkCalendar } from './activities.ts';
import type { Desk } from './meeting-context.ts';
import { now } from './meeting-context.ts';
import { finish } from './book.ts';

/** Compares the calendar with what was booked; the organizer is told what is different. */
async function look(desk: Desk, { booking }: Confirmed): Promise<void> {
  const { meetingId, request } = desk.state;
  desk.calendarChanged = false;
  try {
    const seen = await checkCalendar({ meetingId, request, booking });
    const known = desk.state.warnings.map(({ message }) => message);
    const isNew = seen.slot !== undefined || seen.warnings.some(({ message }) => !known.includes(message));
    if (isNew) desk.apply(seen);
  } catch (error) {
    if (!(error instanceof ActivityFailure)) throw error;
    log.warn('the calendar of a booked meeting could not be checked');
  }
}

/** Keeps an eye on a booked meeting until its end, or until it is moved or cancelled. */
export async function watch(desk: Desk, confirmed: Confirmed): Promise<void> {
  if (!confirmed.isFinished) {
    await finish(desk, confirmed);
    return;
  }
  const { end } = confirmed.booking.slot;
  if (now() >= end) {
    desk.apply({ kind: 'tookPlace' });
    return;
  }
  const nextLook = later(now(), desk.run.watchEveryMinutes);
  const isDisturbed = (): boolean => {
    const phase = desk.phase();
    return desk.calendarChanged || phase.kind !== 'confirmed' || !phase.isFinished;
  };
  const wasDisturbed = await desk.waitFor(isDisturbed, nextLook < end ? nextLook : end);
  const phase = desk.phase();
  const isLookDue = desk.calendarChanged || !wasDisturbed;
  if (phase.kind === 'confirmed' && isLookDue && now() < phase.booking.slot.end) await look(desk, phase);
}
