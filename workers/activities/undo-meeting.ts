import type { MeetingActivities, UndoMeeting } from '../../workflows/contract/activities.ts';
import type { ServiceProblem } from '../../workflows/domain/meeting/service-problem.ts';
import { orProblem } from './as-activity.ts';
import { deliver } from './deliver.ts';
import type { MeetingPorts } from './meeting-ports.ts';
import { withdrawUnconfirmedEvents } from './withdraw-unconfirmed-events.ts';

/** Takes back what was done, last thing first: tasks, event, holds, reservation; then tells everybody. */
export function undoMeeting(ports: MeetingPorts): MeetingActivities['undoMeeting'] {
  const { calendar, tasks, reservations, calendarWriter } = ports;
  return async (input: UndoMeeting) => {
    const { view, announcements, taskIds, booking, holds, outcome, lostBookings } = input;
    const ownerId = view.organizer.id;
    const problems: ServiceProblem[] = [];
    const comment = calendarWriter.comment(view, outcome);
    if (taskIds.length > 0) await orProblem(problems, async () => tasks?.remove(taskIds));
    if (booking !== undefined) {
      const { eventId } = booking;
      await orProblem(problems, () => calendar.cancelEvent({ ownerId, eventId, comment }));
    }
    await orProblem(problems, () => withdrawUnconfirmedEvents(ports, { ownerId, lostBookings, comment }));
    if (holds.length > 0) await orProblem(problems, () => calendar.removeHolds({ holds }));
    await reservations.release(view.meetingId);
    await deliver(ports, { view, announcements });
    return { problems };
  };
}
