import type { MeetingView } from '../../../workflows/domain/meeting/view.ts';
import type { Person } from '../../../workflows/domain/people/person.ts';
import { settledCard } from '../../cards/question-card.ts';
import { durationText } from '../../words/times.ts';
import { peopleOf } from '../meant/meetings-meant.ts';
import type { ActTurn, Reply } from './act-turn.ts';
import { sentenceReply } from './act-turn.ts';
import type { MeetingAct } from './meeting-act.ts';
import { isThisMeant } from './on-one-meeting.ts';
import { tell } from './tell.ts';

const minuteMs = 60_000;
/** Nobody is late for what begins later than this. */
const soonMinutes = 120;

/** Booked, and either under way or about to begin. */
function isSoon({ booking }: MeetingView, now: string): boolean {
  if (booking === undefined) return false;
  const { start, end } = booking.slot;
  const until = new Date(Date.parse(now) + soonMinutes * minuteMs).toISOString();
  return start <= until && now < end;
}

/** Tells the others of a meeting that the sender will be late. */
async function tellOthers({ services, sender, reader, said }: ActTurn, view: MeetingView): Promise<Reply> {
  const { acts, times } = reader.words;
  const people = peopleOf(view);
  const others = people.filter(({ id }) => id !== sender.personId);
  if (others.length === 0) return sentenceReply(acts.late.nobody);
  const name = people.find(({ id }) => id === sender.personId)?.displayName ?? '';
  const { minutes, shiftMinutes, reason } = said.to;
  const lateMinutes = minutes ?? shiftMinutes;
  const { told, untold } = await tell(services, view, others, (theirs) => {
    const { late, answer } = theirs.words.acts;
    const news =
      lateMinutes === undefined || lateMinutes <= 0
        ? late.tells(name, view.title)
        : late.tellsBy(name, view.title, durationText(lateMinutes, theirs));
    return settledCard(reason === undefined ? news : `${news} ${answer.says(reason)}`);
  });
  const names = (some: readonly Person[]) => times.list(some.map(({ displayName }) => displayName));
  return sentenceReply(
    [
      ...(told.length === 0 ? [] : [acts.late.told(names(told))]),
      ...(untold.length === 0 ? [] : [acts.late.notTold(names(untold))]),
    ].join(' '),
  );
}

export const lateAct: MeetingAct = {
  suits: (view) => view.booking !== undefined,
  button: (words) => words.acts.late.button,
  tellsOthers: () => true,
  async carryOut(turn, view) {
    const isSure = turn.meetingId !== undefined || isSoon(view, turn.services.now());
    if (!isSure) return isThisMeant(turn, lateAct, view, turn.reader.words.acts.late.notSoon);
    return await tellOthers(turn, view);
  },
};
