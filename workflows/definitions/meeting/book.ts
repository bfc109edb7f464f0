import { slotKey } from '../../domain/time/slot.ts';
import { approvers } from '../../domain/meeting/approvers.ts';
import type { Booked, Confirmed } from '../../domain/meeting/state.ts';
import { noticesSince } from '../../domain/meeting/announcements.ts';
import { bookMeeting, finishBooking, sentenceOf } from './activities.ts';
import type { Desk } from './meeting-context.ts';

/** Reads availability again and books: one event, whatever is retried. */
export async function book(desk: Desk, booked: Booked): Promise<void> {
  const { meetingId, request, holds, lostBookings } = desk.state;
  const { slot, ballots, standing, proposal } = booked;
  const transactionId = `${meetingId}/${proposal.round}/${slotKey(slot)}`;
  const absent = Object.values(ballots)
    .filter(({ answers }) => answers[slotKey(slot)] === 'no')
    .map(({ personId }) => personId);
  try {
    desk.apply(
      await bookMeeting({
        meetingId,
        transactionId,
        request,
        slot,
        absent,
        own: { holds, ...(standing === undefined ? {} : { booking: standing }) },
        lostBookings,
      }),
    );
  } catch (error) {
    const { start, end } = slot;
    const lostBooking = { transactionId, slot: { start, end } };
    desk.apply({ kind: 'serviceFailed', message: sentenceOf(error), lostBooking });
  }
}

/** What follows from a booking: acceptances, no more holds, tasks, and the news. */
export async function finish(desk: Desk, confirmed: Confirmed): Promise<void> {
  const { state } = desk;
  const { booking } = confirmed;
  const approved = approvers(confirmed);
  desk.isAnnouncing = true;
  let done: { readonly taskIds: readonly string[]; readonly problems: readonly string[] };
  try {
    done = await finishBooking({
      view: desk.view(),
      notices: noticesSince(state, desk.announcedVersion),
      booking,
      holds: state.holds,
      acceptFor: state.request.policy.acceptOnBehalf ? approved : [],
      actions: state.request.actions,
      lostBookings: state.lostBookings,
    });
  } catch (error) {
    done = { taskIds: [], problems: [sentenceOf(error)] };
  }
  const isNews = desk.state.version > state.version || done.problems.length > 0;
  desk.apply({ kind: 'finished', approved, ...done });
  desk.announcedVersion = isNews ? state.version : desk.state.version;
  desk.isAnnouncing = false;
}
