import type { MeetingView } from '../../../workflows/domain/meeting/view.ts';
import { askFirstCard, leaveAction } from '../../cards/ask-first-card.ts';
import { button, onMeeting } from '../../cards/buttons.ts';
import type { ActTurn } from './act-turn.ts';
import { cardReply, sentenceReply } from './act-turn.ts';
import type { MeetingAct } from './meeting-act.ts';
import { isOpen, isOrganizer } from './meeting-act.ts';
import { offerDecline } from './offer-decline.ts';

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

/** Cancels nothing by itself: shows the meeting, says what will happen, and asks. */
export const cancelAct: MeetingAct = {
  suits: (view, me) => isOpen(view) && isOrganizer(view, me),
  button: (words) => words.acts.cancel.button,
  tellsOthers: () => false,

  async carryOut(turn, view) {
    const { sender, reader, said } = turn;
    if (!isOrganizer(view, sender.personId)) {
      const question = reader.words.acts.onlyOrganizer(view.organizer.displayName);
      return await offerDecline(turn, view, question);
    }
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
    const all = views.filter((view) => isOrganizer(view, sender.personId));
    if (all.length === 0) return sentenceReply(cancel.noneOwn);
    const own = all.slice(0, mostTogether);
    const left = all.length - own.length;
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
          effects: [...(left > 0 ? [reader.words.cards.andMore(left)] : []), ...reasonLines(turn)],
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
