import { meetingReply } from './act-turn.ts';
import type { MeetingAct } from './meeting-act.ts';

/** Gives the link; the meeting's own card has it as a button. */
export const joinAct: MeetingAct = {
  suits: ({ booking }) => booking?.joinUrl !== undefined,
  button: (words) => words.acts.join.button,
  isQuestion: true,
  tellsOthers: () => false,
  carryOut({ reader }, view) {
    const { join } = reader.words.acts;
    const { booking, title } = view;
    if (booking === undefined) return Promise.resolve(meetingReply(view, join.notBooked(title)));
    const { joinUrl } = booking;
    return Promise.resolve(
      meetingReply(view, joinUrl === undefined ? join.none(title) : `${join.here(title)} ${joinUrl}`),
    );
  },
};
