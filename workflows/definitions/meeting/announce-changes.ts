import { ActivityFailure, condition, log } from '@temporalio/workflow';
import { noticesSince } from '../../domain/meeting/announcements.ts';
import { announce } from './activities.ts';
import type { Desk } from './meeting-context.ts';

/** Whether what comes next will be announced by the step that does it, so that nothing is announced twice. */
function isInPassing(desk: Desk): boolean {
  const phase = desk.phase();
  switch (phase.kind) {
    case 'searching':
    case 'booking':
    case 'over':
      return true;
    case 'collecting':
      return !phase.isOpen;
    case 'confirmed':
      return !phase.isFinished;
    case 'choosing':
    case 'stuck':
      return false;
  }
}

/** Tells everybody how the meeting stands now. */
export async function announceNow(desk: Desk): Promise<void> {
  const { state, announcedVersion } = desk;
  desk.isAnnouncing = true;
  try {
    await announce({ view: desk.view(), notices: noticesSince(state, announcedVersion) });
  } catch (error) {
    if (!(error instanceof ActivityFailure)) throw error;
    log.warn('the state of a meeting could not be announced', { version: state.version });
  } finally {
    desk.announcedVersion = Math.max(desk.announcedVersion, state.version);
    desk.isAnnouncing = false;
  }
}

/** Announces changes beside the story, one announcement at a time: what happens meanwhile is covered by the next. */
export async function announceChanges(desk: Desk): Promise<void> {
  const isOver = (): boolean => desk.phase().kind === 'over';
  for (;;) {
    await condition(
      () =>
        isOver() || (desk.state.version > desk.announcedVersion && !desk.isAnnouncing && !isInPassing(desk)),
    );
    if (isOver()) return;
    await announceNow(desk);
  }
}
