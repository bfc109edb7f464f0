import type { MeetingView } from '../../../workflows/domain/meeting/view.ts';
import { askFirstCard } from '../../cards/ask-first-card.ts';
import { button } from '../../cards/buttons.ts';
import type { ActTurn, Reply } from './act-turn.ts';
import { cardReply } from './act-turn.ts';
import { keepSaid } from './kept-said.ts';

/** Who is only invited cannot cancel or move, but can say that they will not come: one button does. */
export async function offerDecline(turn: ActTurn, view: MeetingView, question: string): Promise<Reply> {
  const { services, sender, reader, said, text, saidId } = turn;
  const declineId = `${saidId}-no`;
  await keepSaid(services.store, declineId, {
    ownerId: sender.personId,
    locale: reader.locale,
    text,
    mentions: [],
    said: { ...said, act: 'answer', to: { ...said.to, answer: 'no' } },
  });
  const data = { saidId: declineId, meetingId: view.meetingId };
  const decline = button(reader.words.acts.cancel.tellOrganizer, 'goOn', data, { associatedInputs: 'none' });
  return cardReply(
    askFirstCard({ me: sender.personId, question, meetings: [{ view, actions: [decline] }] }, reader),
  );
}
