import { leftoverLines, leftoverText } from '../../cards/leftover-lines.ts';
import { line, run } from '../../cards/elements.ts';
import { readAsText } from '../../cards/read-as-text.ts';
import type { Reader } from '../../words/reader.ts';
import { saysWhich } from '../meant/meetings-meant.ts';
import { aboutAct } from './about.ts';
import type { ActTurn, Reply, SaidAct } from './act-turn.ts';
import { answerAct } from './answer.ts';
import { cancelAct } from './cancel.ts';
import { chooseAct } from './choose.ts';
import { confirmAct } from './confirm.ts';
import { editAct } from './edit.ts';
import { freeAct } from './free.ts';
import { joinAct } from './join.ts';
import { lateAct } from './late.ts';
import { listAct } from './list.ts';
import { moveAct } from './move.ts';
import { onOneMeeting } from './on-one-meeting.ts';
import { remindAct } from './remind.ts';
import { roomAct } from './room.ts';

/** Acts on one meeting, or on all that fit. */
const onMeetings = {
  about: aboutAct,
  answer: answerAct,
  cancel: cancelAct,
  edit: editAct,
  join: joinAct,
  late: lateAct,
  move: moveAct,
  remind: remindAct,
} as const;

async function carryOut(turn: ActTurn): Promise<Reply> {
  const { act, which } = turn.said;
  switch (act) {
    case 'list':
      return await listAct(turn);
    case 'choose':
      return await chooseAct(turn);
    case 'confirm': {
      // "just book it" after times were offered is said of those.
      const isOffered = turn.meetingId === undefined && turn.pending !== undefined && !saysWhich(which);
      return isOffered ? await chooseAct(turn) : await onOneMeeting(turn, confirmAct);
    }
    case 'free':
      return await freeAct(turn);
    case 'room':
      return await roomAct(turn);
    case 'about':
    case 'answer':
    case 'cancel':
    case 'edit':
    case 'join':
    case 'late':
    case 'move':
    case 'remind':
      return await onOneMeeting(turn, onMeetings[act]);
  }
}

/** How a model read it and the words that were not understood, with whatever is answered. */
function withReading(reply: Reply, said: SaidAct, reader: Reader): Reply {
  const readAs = readAsText(said, reader);
  const { leftover } = said;
  const text = [readAs, leftoverText(leftover, reader)].filter((part) => part !== undefined).join(' ');
  if (text === '') return reply;
  switch (reply.kind) {
    case 'sentence':
      return { ...reply, text: `${reply.text} ${text}` };
    case 'card': {
      const lines = [
        ...(readAs === undefined ? [] : [line([run(readAs, { isSubtle: true, size: 'small' })])]),
        ...leftoverLines(leftover, reader),
      ];
      const { fallbackText, body } = reply.card;
      return {
        ...reply,
        card: { ...reply.card, fallbackText: `${text} ${fallbackText}`, body: [...lines, ...body] },
      };
    }
    case 'meeting':
      return { ...reply, message: [reply.message, text].filter((part) => part !== undefined).join(' ') };
  }
}

/**
 * Carries out what was said of meetings and calendars, and says how it went. Whatever others would learn of happens to
 * the one meeting that fits all that was said, or after a click.
 */
export async function replyToAct(turn: ActTurn): Promise<Reply> {
  return withReading(await carryOut(turn), turn.said, turn.reader);
}
