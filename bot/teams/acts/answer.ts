import type { Answer } from '../../../workflows/domain/ballots/ballot.ts';
import type { Result } from '../../../workflows/domain/problems/problem.ts';
import type { MeetingView, Proposal } from '../../../workflows/domain/meeting/view.ts';
import type { PersonId } from '../../../workflows/domain/people/person.ts';
import type { Slot } from '../../../workflows/domain/time/slot.ts';
import { slotKey } from '../../../workflows/domain/time/slot.ts';
import { problemText } from '../../words/problem-text.ts';
import type { Words } from '../../words/words.ts';
import type { ActTurn, Reply, SaidAct } from './act-turn.ts';
import { meetingReply } from './act-turn.ts';
import { askOrganizer } from './ask-organizer.ts';
import { chosenSlots } from './chosen-slots.ts';
import type { MeetingAct } from './meeting-act.ts';
import { isOpen, isOrganizer } from './meeting-act.ts';
import { newTimes } from './new-times.ts';
import { offerDecline } from './offer-decline.ts';

/** Whether the meeting asks this person now; what was answered may still be changed. */
export function isAsked(view: MeetingView, me: PersonId): boolean {
  return (
    view.status === 'proposed' &&
    view.proposal !== undefined &&
    view.attendees.some(({ person }) => person.id === me)
  );
}

const longestComment = 1000;

type Ballot = Readonly<Record<string, Answer>>;

/** The times asked about of which something is said: all of them, those of that number, or those that are then. */
function namedSlots({ slots }: Proposal, { said, reader, services }: ActTurn): readonly Slot[] {
  const at = { timeZone: reader.timeZone, now: services.now() };
  const { option, when } = said.to;
  return chosenSlots(slots, { option, when: [...when, ...said.which.when] }, at);
}

/**
 * What is said of each time that is asked about; undefined where that stays open for one of them. "Tuesday works" is
 * said of the times on it; the others are then not chosen.
 */
function ballotOf({ slots }: Proposal, named: readonly Slot[], { to }: SaidAct): Ballot | undefined {
  const isChosen = to.option !== undefined || to.when.length > 0;
  const answer = to.answer ?? (isChosen ? 'yes' : undefined);
  if (answer === undefined || named.length === 0) return undefined;
  if (answer === 'no' && named.length < slots.length) return undefined;
  const keys = new Set(named.map(slotKey));
  return Object.fromEntries(slots.map((slot) => [slotKey(slot), keys.has(slotKey(slot)) ? answer : 'no']));
}

/** The one other time that was named, as long as the meeting. */
function otherTime(view: MeetingView, { said, services, reader }: ActTurn): Slot | 'none' | 'open' {
  const { when, shiftMinutes, soonest } = said.to;
  if (when.length === 0 && shiftMinutes === undefined && soonest !== true) return 'none';
  const at = { timeZone: reader.timeZone, now: services.now() };
  const wanted = newTimes(
    view,
    { ...said.to, minutes: undefined, longerMinutes: undefined },
    services.reading,
    at,
  );
  const [slot, ...more] = wanted.kind === 'slots' ? wanted.slots : [];
  return slot === undefined || more.length > 0 ? 'open' : slot;
}

async function respond(
  { services, sender, reader, said, text, idempotencyKey }: ActTurn,
  view: MeetingView,
  proposal: Proposal,
  answers: Ballot,
  counterProposal?: Slot,
): Promise<Reply> {
  const { answer, reason, when } = said.to;
  // "No, I am away that week": what is said of times is for people to read.
  const comment =
    reason ?? (answer === 'no' && when.length > 0 && text !== '' ? text.slice(0, longestComment) : undefined);
  const done: Result<MeetingView> = await services.meetings.respond(sender.caller, {
    meetingId: view.meetingId,
    idempotencyKey,
    seenVersion: view.version,
    round: proposal.round,
    answers,
    counterProposal,
    comment,
  });
  return done.ok ? meetingReply(done.value) : meetingReply(view, problemText(done.problem, reader.words));
}

/** Answers a round for the sender, as the buttons of its card do. */
async function answerRound(turn: ActTurn, view: MeetingView, proposal: Proposal): Promise<Reply> {
  const { answer } = turn.reader.words.acts;
  const { option } = turn.said.to;
  if (option !== undefined && (option === 0 || option > proposal.slots.length)) {
    return meetingReply(view, answer.noSuchOption);
  }
  const named = namedSlots(proposal, turn);
  // A time that is asked about already is an answer, not another time.
  const isAmongThem = turn.said.to.when.length > 0 && named.length > 0;
  const other = isAmongThem ? 'none' : otherTime(view, turn);
  const isNo = turn.said.to.answer === 'no';
  if (other === 'open' && !isNo) return meetingReply(view, turn.reader.words.acts.move.oneTime);
  if (other !== 'none') {
    const declined = Object.fromEntries(proposal.slots.map((slot) => [slotKey(slot), 'no'] as const));
    return await respond(turn, view, proposal, declined, other === 'open' ? undefined : other);
  }
  const answers = ballotOf(proposal, named, turn.said);
  return answers === undefined
    ? meetingReply(view, answer.chooseHere)
    : await respond(turn, view, proposal, answers);
}

function buttonOf({ acts }: Words, { to }: SaidAct): string {
  return acts.answer.button[to.answer ?? 'other'];
}

/** An answer in words, to what is asked or to what is booked already. */
export const answerAct: MeetingAct = {
  suits: (view, me) =>
    isAsked(view, me) || (isOpen(view) && !isOrganizer(view, me) && view.booking !== undefined),
  button: buttonOf,
  tellsOthers: () => true,

  async carryOut(turn, view) {
    const { sender, reader, said } = turn;
    const { answer } = reader.words.acts;
    if (isOrganizer(view, sender.personId)) return meetingReply(view, answer.nothingWaits);
    if (isAsked(view, sender.personId) && view.proposal !== undefined) {
      return await answerRound(turn, view, view.proposal);
    }
    if (view.booking === undefined) return meetingReply(view, answer.nothingWaits);
    const other = otherTime(view, turn);
    const { answer: given } = said.to;
    if (other !== 'none') return await askOrganizer(turn, view, view.booking.slot, other);
    if (given === undefined) return await offerDecline(turn, view, answer.isBooked);
    // Whoever was asked can still change their answer; it stays with the meeting.
    const round = view.proposal;
    const answered =
      round === undefined
        ? undefined
        : await respond(
            turn,
            view,
            round,
            Object.fromEntries(round.slots.map((slot) => [slotKey(slot), given])),
          );
    return given === 'no'
      ? await askOrganizer(turn, view, view.booking.slot, 'none')
      : (answered ?? meetingReply(view, answer.isBooked));
  },
};
