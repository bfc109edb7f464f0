import type { Slot } from '../../../workflows/domain/time/slot.ts';
import { settledCard } from '../../cards/question-card.ts';
import { cardActivity } from '../../messenger/card-activity.ts';
import { problemText } from '../../words/problem-text.ts';
import { actOnMeeting } from '../meeting-actions.ts';
import type { SpokenAt } from '../meant/fits-time.ts';
import { saysWhich } from '../meant/meetings-meant.ts';
import type { AskedAction, Shown } from '../shown.ts';
import type { ActTurn, Reply, SaidAct } from './act-turn.ts';
import { isPlainlySaid, meetingReply, sentenceReply } from './act-turn.ts';
import { chosenSlots } from './chosen-slots.ts';
import { findSaid } from './kept-said.ts';
import { replyToAct } from './reply-to-act.ts';
import { meetingsTogether } from './together.ts';

/** Whether a sentence says yes to what was shown, or which of its times, and nothing else. */
function isAnswer(said: SaidAct): boolean {
  const { act, which, to } = said;
  const isPlain = !saysWhich(which) && which.all !== true && which.order === undefined && isPlainlySaid(said);
  return isPlain && (act === 'confirm' || act === 'choose' || (act === 'answer' && to.answer === 'yes'));
}

function slotOf(action: AskedAction): Slot | undefined {
  const [start, end] = action.verb === 'ask' ? action.slots.split('/') : [];
  return start === undefined || end === undefined ? undefined : { start, end };
}

/**
 * What is agreed to of what was shown: a sentence is then as good as the button. Undefined where it does not say so, or
 * leaves open which.
 */
export function agreedTo({ actions }: Shown, said: SaidAct, at: SpokenAt): AskedAction | undefined {
  if (!isAnswer(said)) return undefined;
  const { to } = said;
  const [only, ...others] = actions;
  if (to.option === undefined && to.when.length === 0) return others.length === 0 ? only : undefined;
  const slots = actions.flatMap((action) => slotOf(action) ?? []);
  const [slot, ...more] = chosenSlots(slots, to, at);
  if (slot === undefined || more.length > 0) return undefined;
  return actions.find((action) => slotOf(action)?.start === slot.start);
}

async function settle(
  { services, sender, reader }: Pick<ActTurn, 'services' | 'sender' | 'reader'>,
  { activityId }: Shown,
): Promise<void> {
  if (activityId === undefined) return;
  const settled = cardActivity(settledCard(reader.words.acts.settled));
  await services.connector.update(sender.place, activityId, settled);
}

/** Does what the card asked about, as a click on its button would. */
export async function carryOutShown(
  turn: Omit<ActTurn, 'said'>,
  shown: Shown,
  action: AskedAction,
): Promise<Reply> {
  const { services, sender, reader, idempotencyKey } = turn;
  await settle(turn, shown);
  switch (action.verb) {
    case 'together':
      return await meetingsTogether(services, sender, reader, action, idempotencyKey);
    case 'goOn': {
      const kept = await findSaid(services.store, action.saidId);
      if (kept?.said === undefined || kept.ownerId !== sender.personId) {
        return sentenceReply(reader.words.acts.tooOld);
      }
      const { said, text } = kept;
      const { saidId, meetingId } = action;
      return await replyToAct({ ...turn, said, text, saidId, meetingId });
    }
    case 'ask':
    case 'cancel': {
      const done = await actOnMeeting(services, sender, idempotencyKey, action);
      if (typeof done === 'string') return sentenceReply(reader.words.problems[done]);
      return done.ok ? meetingReply(done.value) : sentenceReply(problemText(done.problem, reader.words));
    }
  }
}

/** Leaves everything as it is. */
export async function dropShown(
  turn: Pick<ActTurn, 'services' | 'sender' | 'reader'>,
  shown: Shown,
): Promise<Reply> {
  await settle(turn, shown);
  return sentenceReply(turn.reader.words.acts.nothingChanged);
}
