import { slotKey } from '../../../workflows/domain/time/slot.ts';
import { chooseCard } from '../../cards/choose-card.ts';
import { supersededCard } from '../../cards/outcome-card.ts';
import { cardActivity } from '../../messenger/card-activity.ts';
import { problemText } from '../../words/problem-text.ts';
import { makeMeeting } from '../propose-request.ts';
import type { ActTurn, Reply } from './act-turn.ts';
import { cardReply, isPlainlySaid, meetingReply, sentenceReply } from './act-turn.ts';
import { answerAct } from './answer.ts';
import { chosenSlots } from './chosen-slots.ts';
import { confirmAct } from './confirm.ts';
import { onOneMeeting } from './on-one-meeting.ts';

/** Takes one of the times on offer for the wish that is talked about, as its card's button does. */
export async function chooseAct(turn: ActTurn): Promise<Reply> {
  const { services, sender, reader, said, pending, standing } = turn;
  const { choose } = reader.words.acts;
  if (pending === undefined || pending.offered.length === 0) {
    const isOwn = said.act === 'confirm' || standing?.organizer.id === sender.personId;
    const act = isOwn ? confirmAct : answerAct;
    return await onOneMeeting({ ...turn, said: { ...said, act: isOwn ? 'confirm' : 'answer' } }, act);
  }
  const at = { timeZone: reader.timeZone, now: services.now() };
  const when = [...said.which.when, ...said.to.when];
  const chosen = chosenSlots(pending.offered, { ...said.to, when }, at);
  const [slot, ...others] = chosen;
  if (slot === undefined) {
    return cardReply(chooseCard(pending.draftId, choose.none, pending.offered, reader));
  }
  if (others.length > 0 || !isPlainlySaid(said)) {
    return cardReply(chooseCard(pending.draftId, choose.whichTime, chosen, reader));
  }
  const one = pending.offered.filter((offered) => slotKey(offered) === slotKey(slot));
  const made = await makeMeeting(services, sender, pending, one);
  if (made === undefined) return sentenceReply(reader.words.chat.noTimeYet);
  if (!made.ok) return sentenceReply(problemText(made.problem, reader.words));
  if (pending.activityId !== undefined) {
    const superseded = cardActivity(supersededCard(made.value, reader));
    await services.connector.update(sender.place, pending.activityId, superseded);
  }
  return meetingReply(made.value);
}
