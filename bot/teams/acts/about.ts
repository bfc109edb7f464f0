import { meetingReply } from './act-turn.ts';
import type { MeetingAct } from './meeting-act.ts';

/** When, where, who has answered and why: the meeting's own card says it. */
export const aboutAct: MeetingAct = {
  suits: () => true,
  button: (words) => words.acts.showIt,
  isQuestion: true,
  tellsOthers: () => false,
  carryOut: (_turn, view) => Promise.resolve(meetingReply(view)),
};
