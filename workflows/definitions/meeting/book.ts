import type { ServiceProblem } from '../../domain/meeting/service-problem.ts';
import { slotKey } from '../../domain/time/slot.ts';
import { approvers } from '../../domain/meeting/approvers.ts';
import type { BookingUnderWay, Booked } from '../../domain/meeting/state.ts';
import { announcementsSince } from '../../domain/meeting/announcements.ts';
import { bookMeeting, finishBooking, problemOf } from './activities.ts';
import type { MeetingContext } from './meeting-context.ts';

/** Reads availability again and books: one event, whatever is retried. */
export async function book(context: MeetingContext, underWay: BookingUnderWay): Promise<void> {
  const { meetingId, request, holds, lostBookings } = context.state;
  const { slot, round, keptBooking } = underWay;
  const transactionId = `${meetingId}/${round.number}/${slotKey(slot)}`;
  const absent = Object.values(round.ballots)
    .filter(({ answers }) => answers[slotKey(slot)] === 'no')
    .map(({ personId }) => personId);
  try {
    context.apply(
      await bookMeeting({
        meetingId,
        transactionId,
        request,
        slot,
        absent,
        own: { holds, booking: keptBooking },
        lostBookings,
      }),
    );
  } catch (error) {
    const { start, end } = slot;
    const lostBooking = { transactionId, slot: { start, end } };
    context.apply({ kind: 'serviceFailed', problem: problemOf(error), lostBooking });
  }
}

/** What follows from a booking: acceptances, no more holds, tasks, and the news. */
export async function finish(context: MeetingContext, booked: Booked): Promise<void> {
  const { state } = context;
  const { booking } = booked;
  const approved = approvers(booked);
  context.isAnnouncing = true;
  let done: { readonly taskIds: readonly string[]; readonly problems: readonly ServiceProblem[] };
  try {
    done = await finishBooking({
      view: context.view(),
      announcements: announcementsSince(state, context.announcedVersion),
      booking,
      holds: state.holds,
      acceptFor: state.request.policy.acceptOnBehalf ? approved : [],
      actions: state.request.actions,
      lostBookings: state.lostBookings,
    });
  } catch (error) {
    done = { taskIds: [], problems: [problemOf(error)] };
  }
  const isNews = context.state.version > state.version || done.problems.length > 0;
  context.apply({ kind: 'finished', approved, ...done });
  context.announcedVersion = isNews ? state.version : context.state.version;
  context.isAnnouncing = false;
}
