import { ActivityFailure, condition, log } from '@temporalio/workflow';
import { announcementsSince } from '../../domain/meeting/announcements.ts';
import { announce } from './activities.ts';
import type { MeetingContext } from './meeting-context.ts';

/** Whether what comes next will be announced by the step that does it, so that nothing is announced twice. */
function isInPassing(context: MeetingContext): boolean {
  // What is being edited is news when it has been.
  if (context.state.edit !== undefined) return true;
  const phase = context.phase();
  switch (phase.kind) {
    case 'searching':
    case 'bookingUnderWay':
    case 'over':
      return true;
    case 'collecting':
      return !phase.isOpen;
    case 'booked':
      return !phase.isFinished;
    case 'choosing':
    case 'noTimesFound':
      return false;
  }
}

/** Notifies everyone of the meeting’s present state. */
export async function announceNow(context: MeetingContext): Promise<void> {
  const { state, announcedVersion } = context;
  context.isAnnouncing = true;
  try {
    await announce({ view: context.view(), announcements: announcementsSince(state, announcedVersion) });
  } catch (error) {
    if (!(error instanceof ActivityFailure)) throw error;
    log.warn('the state of a meeting could not be announced', { version: state.version });
  } finally {
    context.announcedVersion = Math.max(context.announcedVersion, state.version);
    context.isAnnouncing = false;
  }
}

/** Announces changes beside the story, one announcement at a time: what happens meanwhile is covered by the next. */
export async function announceChanges(context: MeetingContext): Promise<void> {
  const isOver = (): boolean => context.phase().kind === 'over';
  for (;;) {
    await condition(
      () =>
        isOver() ||
        (context.state.version > context.announcedVersion && !context.isAnnouncing && !isInPassing(context)),
    );
    if (isOver()) return;
    await announceNow(context);
  }
}
