import type { MeetingView } from '../../../workflows/domain/meeting/view.ts';
import type { Candidate } from '../../../workflows/domain/slots/candidate.ts';
import type { Slot } from '../../../workflows/domain/time/slot.ts';
import { slotKey } from '../../../workflows/domain/time/slot.ts';
import { moveCard } from '../../cards/move-card.ts';
import { problemText } from '../../words/problem-text.ts';
import { spreadCandidates } from '../spread-candidates.ts';
import type { ActTurn, Reply } from './act-turn.ts';
import { cardReply, meetingReply, sentenceReply } from './act-turn.ts';
import { answerAct } from './answer.ts';
import type { MeetingAct } from './meeting-act.ts';
import { isOpen, isOrganizer } from './meeting-act.ts';
import type { NewTimes } from './new-times.ts';
import { newTimes, presentSlot } from './new-times.ts';

const shownTimes = 3;
const searchedTimes = 200;
/** Looked at first on each of so many days. */
const mostUsual = 5;

function suits({ reasons }: Candidate): boolean {
  return reasons.every((reason) => reason.suits || reason.type !== 'required');
}

type Wanted = Extract<NewTimes, { kind: 'slots' | 'windows' }>;

/** The times as they are, or the best within what was said, with everybody's reasons. */
async function timesFor(
  { services, sender, reader }: ActTurn,
  { meetingId }: MeetingView,
  wanted: Wanted,
): Promise<readonly Candidate[] | string> {
  const { durationMinutes } = wanted;
  const look = async (times: { readonly slots?: readonly Slot[]; readonly windows?: readonly Slot[] }) =>
    await services.meetings.timesFor(sender.caller, {
      ...times,
      meetingId,
      durationMinutes,
      maxResults: searchedTimes,
    });
  if (wanted.kind === 'slots') {
    const found = await look({ slots: wanted.slots });
    return found.ok ? found.value : problemText(found.problem, reader.words);
  }
  const [usual, free] = await Promise.all([
    look({ slots: wanted.usual.slice(0, mostUsual) }),
    look({ windows: wanted.windows }),
  ]);
  if (!free.ok) return problemText(free.problem, reader.words);
  const first = usual.ok ? usual.value.filter(suits) : [];
  const isOther = (slot: Slot) => first.every((one) => slotKey(one) !== slotKey(slot));
  const spread = spreadCandidates(free.value.filter(isOther), shownTimes, reader.timeZone);
  return [...first, ...spread].slice(0, shownTimes);
}

async function asOrganizer(turn: ActTurn, view: MeetingView): Promise<Reply> {
  const { services, reader, said } = turn;
  const { move } = reader.words.acts;
  const at = { timeZone: reader.timeZone, now: services.now() };
  const wanted = newTimes(view, said.to, services.reading, at);
  if (wanted.kind === 'nothingSaid') return meetingReply(view, move.whenTo);
  if (wanted.kind === 'passed') return meetingReply(view, move.passed);
  const present = presentSlot(view);
  const isPresent = (slot: Slot) => present !== undefined && slotKey(slot) === slotKey(present);
  const found = await timesFor(turn, view, wanted);
  if (typeof found === 'string') return sentenceReply(found);
  const candidates = found.filter((slot) => !isPresent(slot));
  if (candidates.length === 0) return meetingReply(view, found.length > 0 ? move.sameTime : move.noTime);
  return cardReply(moveCard(view, candidates, wanted.durationMinutes, present, reader));
}

/** Moves nothing by itself: shows the new times, who is free then, and asks. */
export const moveAct: MeetingAct = {
  suits: (view, me) => isOpen(view) && isOrganizer(view, me),
  button: (words) => words.acts.move.button,
  tellsOthers: (view, me) => !isOrganizer(view, me),
  async carryOut(turn, view) {
    if (isOrganizer(view, turn.sender.personId)) return await asOrganizer(turn, view);
    // Who is asked, or invited, suggests another time.
    const said = { ...turn.said, act: 'answer', to: { ...turn.said.to, answer: undefined } } as const;
    return await answerAct.carryOut({ ...turn, said }, view);
  },
};
