import type { MeetingView } from '../../../workflows/domain/meeting/view.ts';
import { askFirstCard, leaveAction } from '../../cards/ask-first-card.ts';
import { button, onMeeting } from '../../cards/buttons.ts';
import type { ActTurn, Reply } from './act-turn.ts';
import { cardReply } from './act-turn.ts';
import { keepSaid } from './kept-said.ts';
import type { MeetingAct } from './meeting-act.ts';
import { isOpen, isOrganizer } from './meeting-act.ts';

/** What cancels at once by a click is kept small enough to be read. */
const mostTogether = 25;

function reasonLines({ said, reader }: ActTurn): readonly string[] {
  const { reason } = said.to;
  return reason === undefined ? [] : [reader.words.acts.cancel.reason(reason)];
}

/** What people know of it by now. */
function whatIsKnown({ booking, proposal }: MeetingView): 'booked' | 'asked' | 'notAsked' {
  if (booking !== undefined) return 'booked';
  return proposal === undefined ? 'notAsked' : 'asked';
}

/** Who is only invited cannot cancel, but can say that they will not come. */
async function asAttendee(turn: ActTurn, view: MeetingView): Promise<Reply> {
  const { services, sender, reader, said, saidId } = turn;
  const { acts } = reader.words;
  const answer = { ...said, act: 'answer', to: { ...said.to, answer: 'no' } } as const;
  const known = { ownerId: sender.personId, locale: reader.locale, text: '', mentions: [] };
  const declineId = `${saidId}-no`;
  await keepSaid(services.store, declineId, { ...known, said: answer });
  const data = { saidId: declineId, meetingId: view.meetingId };
  const decline = button(acts.cancel.tellOrganizer, 'goOn', data, { associatedInputs: 'none' });
  const question = acts.onlyOrganizer(view.organizer.displayName);
  return cardReply(
    askFirstCard({ me: sender.personId, question, meetings: [{ view, actions: [decline] }] }, reader),
  );
}

/** Cancels nothing by itself: shows the meeting, says what will happen, and asks. */
export const cancelAct: MeetingAct = {
  suits: (view, me) => isOpen(view) && isOrganizer(view, me),
  button: (words) => words.acts.cancel.button,
  tellsOthers: () => false,

  async carryOut(turn, view) {
    const { sender, reader, said } = turn;
    if (!isOrganizer(view, sender.personId)) return await asAttendee(turn, view);
    const { cancel } = reader.words.acts;
    const { reason } = said.to;
    const data = { ...onMeeting(view), ...(reason === undefined ? {} : { reason }) };
    return cardReply(
      askFirstCard(
        {
          me: sender.personId,
          question: cancel.ask,
          meetings: [{ view }],
          effects: [cancel.effect[whatIsKnown(view)], ...reasonLines(turn)],
          actions: [
            button(cancel.button, 'cancel', data, { style: 'destructive', associatedInputs: 'none' }),
            leaveAction(cancel.keep),
          ],
        },
        reader,
      ),
    );
  },

  carryOutOnAll(turn, views) {
    const { sender, reader, said } = turn;
    const { cancel } = reader.words.acts;
    const own = views.filter((view) => isOrganizer(view, sender.personId)).slice(0, mostTogether);
    const { reason } = said.to;
    const data = {
      command: 'cancel',
      meetings: own.map(onMeeting),
      ...(reason === undefined ? {} : { reason }),
    };
    return cardReply(
      askFirstCard(
        {
          me: sender.personId,
          question: cancel.askAll(own.length),
          meetings: own.map((view) => ({ view })),
          effects: reasonLines(turn),
          actions: [
            button(cancel.buttonAll(own.length), 'together', data, {
              style: 'destructive',
              associatedInputs: 'none',
            }),
            leaveAction(cancel.keep),
          ],
        },
        reader,
      ),
    );
  },
};
