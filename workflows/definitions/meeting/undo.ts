import { announcementsSince } from '../../domain/meeting/announcements.ts';
import type { ServiceProblem } from '../../domain/meeting/service-problem.ts';
import type { Over } from '../../domain/meeting/state.ts';
import { problemOf, undoMeeting } from './activities.ts';
import type { MeetingContext } from './meeting-context.ts';
import { announceNow } from './announce-changes.ts';

/** Takes back, last thing first, what the meeting did to calendars and plans, and notifies everyone. */
export async function undo(context: MeetingContext, over: Over): Promise<void> {
  const { state } = context;
  if (over.status === 'confirmed') {
    await announceNow(context);
    return;
  }
  const { toUndo } = over;
  let problems: readonly ServiceProblem[];
  try {
    ({ problems } = await undoMeeting({
      view: context.view(),
      announcements: announcementsSince(state, context.announcedVersion),
      taskIds: state.taskIds,
      holds: state.holds,
      outcome: over.outcome,
      booking: toUndo,
      lostBookings: state.lostBookings,
    }));
  } catch (error) {
    problems = [problemOf(error)];
  }
  context.announcedVersion = state.version;
  if (problems.length === 0) return;
  context.apply({ kind: 'undone', problems });
  await announceNow(context);
}
