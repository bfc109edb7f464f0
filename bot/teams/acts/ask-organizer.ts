import type { MeetingView } from '../../../workflows/domain/meeting/view.ts';
import type { Slot } from '../../../workflows/domain/time/slot.ts';
import { slotKey } from '../../../workflows/domain/time/slot.ts';
import { askFirstCard } from '../../cards/ask-first-card.ts';
import { button, onMeeting } from '../../cards/buttons.ts';
import type { AdaptiveCard } from '../../cards/elements.ts';
import type { CardReader } from '../../cards/reader.ts';
import { momentText, slotText } from '../../words/times.ts';
import type { ActTurn, Reply } from './act-turn.ts';
import { meetingReply } from './act-turn.ts';
import { tell } from './tell.ts';

/**
 * Of what is booked nobody is asked any more: tells the organizer that the sender cannot come (`none`), would like
 * another time (`open`), or which, with a button that asks everybody about it.
 */
export async function askOrganizer(
  { services, sender, reader, said }: ActTurn,
  view: MeetingView,
  booked: Slot,
  other: Slot | 'none' | 'open',
): Promise<Reply> {
  const { organizer, title } = view;
  const me = view.attendees.find(({ person }) => person.id === sender.personId)?.person;
  const name = me?.displayName ?? '';
  const { reason } = said.to;

  function cardFor(theirs: CardReader): AdaptiveCard {
    const { answer, move } = theirs.words.acts;
    const slot = slotText(booked, theirs);
    const news =
      other === 'none'
        ? answer.cannotCome(name, title, slot)
        : other === 'open'
          ? answer.wantsAnyOther(name, title, slot)
          : answer.wantsOther(name, title, slot, slotText(other, theirs));
    const ask =
      typeof other === 'string'
        ? []
        : [
            button(
              move.ask(momentText(other.start, theirs)),
              'ask',
              { ...onMeeting(view), slots: slotKey(other) },
              { style: 'positive', associatedInputs: 'none' },
            ),
          ];
    const show = button(
      theirs.words.acts.showIt,
      'show',
      { meetingId: view.meetingId },
      { associatedInputs: 'none' },
    );
    return askFirstCard(
      {
        me: theirs.personId,
        question: news,
        hint: reason === undefined ? undefined : answer.says(reason),
        meetings: [{ view, actions: [...ask, show] }],
      },
      theirs,
    );
  }

  const { answer } = reader.words.acts;
  const { told } = await tell(services, view, [organizer], cardFor);
  const isTold = told.length > 0;
  return meetingReply(
    view,
    isTold ? answer.toldOrganizer(organizer.displayName) : answer.notTold(organizer.displayName),
  );
}
