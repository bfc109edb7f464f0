import { later } from '../time/later.ts';
import type { Instant } from '../time/slot.ts';
import type { MeetingState } from './state.ts';

/** How long a booked meeting is watched before it goes on in a fresh run. */
const watchedDays = 30;

/** Whether the meeting is booked, everyone has been notified, and only watching remains. */
export function isWatched({ phase }: MeetingState): boolean {
  return phase.kind === 'booked' && phase.isFinished;
}

/**
 * Whether a meeting moves to a fresh run, and with it to the newest code: once it is booked, and monthly from then on,
 * so that no build has to be kept for longer than a month by those that wait for a distant day.
 */
export function isMoveDue(
  state: MeetingState,
  run: { readonly startedAt: Instant; readonly beganWatched: boolean },
  now: Instant,
): boolean {
  return isWatched(state) && (!run.beganWatched || now >= later(run.startedAt, watchedDays * 24 * 60));
}
