import { askFirstCard } from '../../cards/ask-first-card.ts';
import { button } from '../../cards/buttons.ts';
import { settledCard } from '../../cards/question-card.ts';
import { cardActivity } from '../../messenger/card-activity.ts';
import { saysWhich } from '../meant/meetings-meant.ts';
import type { ActTurn, Reply, SaidAct } from './act-turn.ts';
import { cardReply, sentenceReply } from './act-turn.ts';
import { cancelAct } from './cancel.ts';
import { openMeetings } from './open-meetings.ts';

/** More are found by asking for them. */
const mostShown = 3;

/** Whether "cancel" names no meeting, so that it may be said of the search. */
export function saysNoMeeting({ act, which }: SaidAct): boolean {
  return act === 'cancel' && !saysWhich(which) && which.all !== true && which.order === undefined;
}

/** Ends the talk about a wish; nothing that is booked is touched. */
export async function endWish({
  services,
  sender,
  reader,
  pending,
}: Pick<ActTurn, 'services' | 'sender' | 'reader' | 'pending'>): Promise<Reply> {
  const { cancel } = reader.words.acts;
  if (pending === undefined) return sentenceReply(cancel.nothingOpen);
  await services.conversations.settle(pending);
  if (pending.activityId !== undefined) {
    const over = cardActivity(settledCard(reader.words.chat.discarded));
    await services.connector.update(sender.place, pending.activityId, over);
  }
  return sentenceReply(cancel.searchEnded);
}

/** "cancel" while a wish is talked about ends that; a meeting that may be meant is offered, and none is touched. */
export async function cancelWish(turn: ActTurn): Promise<Reply> {
  const { sender, reader, saidId } = turn;
  const { cancel } = reader.words.acts;
  const ended = await endWish(turn);
  const known = await openMeetings(turn);
  const own = known.ok ? known.value.filter((view) => cancelAct.suits(view, sender.personId)) : [];
  if (own.length === 0) return ended;
  const meetings = own.slice(0, mostShown).map((view) => ({
    view,
    actions: [
      button(
        cancel.button,
        'goOn',
        { saidId, meetingId: view.meetingId },
        { style: 'destructive', associatedInputs: 'none' },
      ),
    ],
  }));
  const card = { me: sender.personId, question: cancel.searchEnded, hint: cancel.orMeeting, meetings };
  return cardReply(askFirstCard(card, reader));
}
