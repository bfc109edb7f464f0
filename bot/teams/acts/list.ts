import { listCard } from '../../cards/list-card.ts';
import { problemText } from '../../words/problem-text.ts';
import type { ActTurn, Reply } from './act-turn.ts';
import { cardReply, sentenceReply } from './act-turn.ts';

const listSize = 10;

/** Lists the sender's meetings, or those that wait for their answer. */
export async function listAct({ services, sender, reader, said }: ActTurn): Promise<Reply> {
  const { chat } = reader.words;
  const which = said.which.waitingForMe === true ? 'waitingForMe' : 'all';
  const listed = await services.meetings.list(sender.caller, { which, pageSize: listSize });
  if (!listed.ok) return sentenceReply(problemText(listed.problem, reader.words));
  const { meetings, nextPageToken } = listed.value;
  if (meetings.length === 0) return sentenceReply(which === 'all' ? chat.noMeetings : chat.nothingWaiting);
  const title = which === 'all' ? chat.yourMeetings : chat.waitingForYou;
  return cardReply(listCard(title, meetings, nextPageToken !== undefined, reader));
}
