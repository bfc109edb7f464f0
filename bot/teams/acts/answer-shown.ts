import { settledCard } from '../../cards/question-card.ts';
import { cardActivity } from '../../messenger/card-activity.ts';
import { problemText } from '../../words/problem-text.ts';
import { actOnMeeting } from '../meeting-actions.ts';
import { saysWhich } from '../meant/meetings-meant.ts';
import type { Shown } from '../shown.ts';
import type { ActTurn, Reply, SaidAct } from './act-turn.ts';
import { meetingReply, sentenceReply } from './act-turn.ts';
import { findSaid } from './kept-said.ts';
import { replyToAct } from './reply-to-act.ts';
import { meetingsTogether } from './together.ts';

type ShownTurn = Omit<ActTurn, 'said'>;

/** Whether a sentence says yes to what was shown, and nothing else: then it is as good as the button. */
export function saysYes({ act, which, to, leftover }: SaidAct): boolean {
  const isPlain =
    !saysWhich(which) && which.all !== true && which.order === undefined && leftover.length === 0;
  const isAnswer = act === 'confirm' || (act === 'answer' && to.answer === 'yes');
  return isPlain && isAnswer && to.when.length === 0 && to.option === undefined;
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
export async function carryOutShown(turn: ShownTurn, shown: Shown): Promise<Reply> {
  const { services, sender, reader, idempotencyKey } = turn;
  const { action } = shown;
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
