import type { ActTurn, Reply } from './act-turn.ts';
import { sentenceReply } from './act-turn.ts';
import { listAct } from './list.ts';
import { onOneMeeting } from './on-one-meeting.ts';

/** Carries out what was said of meetings and calendars, and says how it went. */
export async function replyToAct(turn: ActTurn): Promise<Reply> {
  switch (turn.said.act) {
    case 'list':
      return await listAct(turn);
    case 'about':
    case 'remind':
    case 'move':
    case 'cancel':
    case 'confirm':
      return await onOneMeeting(turn);
    case 'choose':
    case 'answer':
    case 'edit':
    case 'free':
    case 'room':
    case 'join':
    case 'late':
      return sentenceReply(turn.reader.words.chat.nothingFound);
  }
}
