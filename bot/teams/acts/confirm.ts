import { slotKey } from '../../../workflows/domain/time/slot.ts';
import { problemText } from '../../words/problem-text.ts';
import { meetingReply } from './act-turn.ts';
import { answerAct, isAsked } from './answer.ts';
import type { MeetingAct } from './meeting-act.ts';
import { isOrganizer } from './meeting-act.ts';
import { chosenSlots } from './chosen-slots.ts';

/** Books what is proposed; somebody who is asked means their own answer with it. */
export const confirmAct: MeetingAct = {
  suits: (view, me) => (isOrganizer(view, me) ? view.status === 'proposed' : isAsked(view, me)),
  button: (words) => words.acts.confirm.button,
  tellsOthers: () => true,

  async carryOut(turn, view) {
    const { services, sender, reader, said, idempotencyKey } = turn;
    if (!isOrganizer(view, sender.personId)) {
      const to = { ...said.to, answer: said.to.answer ?? 'yes' } as const;
      return await answerAct.carryOut({ ...turn, said: { ...said, act: 'answer', to } }, view);
    }
    const slots = view.proposal?.slots ?? [];
    const chosen = chosenSlots(slots, said.to, { timeZone: reader.timeZone, now: services.now() });
    const [slot, ...others] = chosen;
    if (slots.length > 1 && (slot === undefined || others.length > 0)) {
      return meetingReply(view, reader.words.acts.answer.chooseHere);
    }
    const picked = slots.find((one) => slot !== undefined && slotKey(one) === slotKey(slot));
    const done = await services.meetings.confirm(sender.caller, {
      meetingId: view.meetingId,
      idempotencyKey,
      seenVersion: view.version,
      ...(picked === undefined ? {} : { slot: { start: picked.start, end: picked.end } }),
    });
    return done.ok ? meetingReply(done.value) : meetingReply(view, problemText(done.problem, reader.words));
  },
};
