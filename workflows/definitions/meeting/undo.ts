import { noticesSince } from '../../domain/meeting/announcements.ts';
import type { Over } from '../../domain/meeting/state.ts';
import { sentenceOf, undoMeeting } from './activities.ts';
import type { Desk } from './meeting-context.ts';
import { announceNow } from './announce-changes.ts';

/** Takes back, last thing first, what the meeting did to calendars and plans, and tells everybody. */
export async function undo(desk: Desk, over: Over): Promise<void> {
  const { state } = desk;
  if (over.status === 'confirmed') {
    await announceNow(desk);
    return;
  }
  const { toUndo } = over;
  let problems: readonly string[];
  try {
    ({ problems } = await undoMeeting({
      view: desk.view(),
      notices: noticesSince(state, desk.announcedVersion),
      taskIds: state.taskIds,
      holds: state.holds,
      comment: over.outcome,
      ...(toUndo === undefined ? {} : { booking: toUndo }),
      lostBookings: state.lostBookings,
    }));
  } catch (error) {
    problems = [sentenceOf(error)];
  }
  desk.announcedVersion = state.version;
  if (problems.length === 0) return;
  desk.apply({ kind: 'undone', problems });
  await announceNow(desk);
}
