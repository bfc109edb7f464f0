import type { FinishBooking, MeetingActivities } from '../../workflows/contract/activities.ts';
import { eventKey } from '../../workflows/contract/event-key.ts';
import type { ServiceProblem } from '../../workflows/domain/meeting/service-problem.ts';
import { hasCalendar } from '../../workflows/domain/people/person.ts';
import type { CalendarWriter } from '../../workflows/ports/calendar-writer.ts';
import type { NewTask } from '../../workflows/ports/tasks.ts';
import { orProblem } from './as-activity.ts';
import { deliver } from './deliver.ts';
import type { MeetingPorts } from './meeting-ports.ts';
import { withdrawUnconfirmedEvents } from './withdraw-unconfirmed-events.ts';

const monthMs = 30 * 24 * 60 * 60 * 1000;

/** The organizer's preparation, and one task for each action that the request names; due when the meeting starts. */
function newTasksOf({ view, booking, actions }: FinishBooking, writer: CalendarWriter): readonly NewTask[] {
  const dueAt = booking.slot.start;
  const organizerId = view.organizer.id;
  const all: readonly NewTask[] = [
    {
      idempotencyKey: `${view.meetingId}/preparation`,
      title: writer.preparationTitle(view).slice(0, 255),
      assigneeId: organizerId,
      dueAt,
      description: view.agenda,
    },
    ...actions.map(({ title, assigneeId }, index) => ({
      idempotencyKey: `${view.meetingId}/action/${index}`,
      title,
      assigneeId: assigneeId ?? organizerId,
      dueAt,
    })),
  ];
  return all.map((task) =>
    task.assigneeId !== undefined && !hasCalendar(task.assigneeId)
      ? { ...task, assigneeId: organizerId }
      : task,
  );
}

/** What follows from a booking, and the news of it. */
export function finishBooking(ports: MeetingPorts): MeetingActivities['finishBooking'] {
  const { calendar, tasks, store, clock, changes, calendarWriter } = ports;
  return async (input: FinishBooking) => {
    const { view, announcements, booking, holds, lostBookings } = input;
    const problems: ServiceProblem[] = [];
    let taskIds: readonly string[] = [];
    const ttlMs = Math.max(0, Date.parse(booking.slot.end) - Date.parse(clock.now())) + monthMs;
    await store.set(eventKey(booking.eventId), view.meetingId, { ttlMs });
    const subscribed = changes?.ensureSubscribed(view.organizer.id);
    const approved = view.attendees
      .map(({ person }) => person)
      .filter(({ id }) => input.acceptFor.includes(id) && hasCalendar(id));
    if (approved.length > 0) {
      const { iCalUId, slot } = booking;
      await orProblem(problems, () => calendar.acceptFor({ iCalUId, slot, people: approved }));
    }
    if (holds.length > 0) await orProblem(problems, () => calendar.removeHolds({ holds }));
    await orProblem(problems, () =>
      withdrawUnconfirmedEvents(ports, {
        ownerId: view.organizer.id,
        lostBookings,
        comment: calendarWriter.comment(view, { kind: 'staysBooked' }),
      }),
    );
    if (tasks !== undefined) {
      await orProblem(problems, async () => {
        taskIds = (await tasks.create(newTasksOf(input, calendarWriter))).map(({ taskId }) => taskId);
      });
    }
    await deliver(ports, { view, announcements });
    await subscribed;
    return { taskIds, problems };
  };
}
