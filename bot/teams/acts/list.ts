import type { MeetingView } from '../../../workflows/domain/meeting/view.ts';
import type { AgendaEntry } from '../../../workflows/ports/calendar.ts';
import { hull } from '../../../workflows/domain/time/slot.ts';
import type { Slot } from '../../../workflows/domain/time/slot.ts';
import { agendaCard } from '../../cards/agenda-card.ts';
import { listCard } from '../../cards/list-card.ts';
import type { ListedMeeting } from '../../cards/list-card.ts';
import { whichText } from '../../cards/which-text.ts';
import type { Which } from '../../language/meaning/frame.ts';
import { problemText } from '../../words/problem-text.ts';
import { slotText } from '../../words/times.ts';
import { fitsWords } from '../meant/fits-words.ts';
import { saysWhich } from '../meant/meetings-meant.ts';
import type { ActTurn, Reply } from './act-turn.ts';
import { cardReply, sentenceReply } from './act-turn.ts';
import { openMeetings } from './open-meetings.ts';
import { presentSlot } from './new-times.ts';
import { daysAhead, saidWindows } from './said-windows.ts';

const listSize = 10;
/** Without a day, what is asked for lies within so many. */
const daysLookedThrough = 31;
const ended: ReadonlySet<string> = new Set(['cancelled', 'expired', 'unschedulable']);

/** The sender's meetings that are not over, the next first, or those that wait for their answer. */
async function listMeetings({ services, sender, reader, said }: ActTurn): Promise<Reply> {
  const { chat } = reader.words;
  const which = said.which.waitingForMe === true ? 'waitingForMe' : 'all';
  const listed = await services.meetings.list(sender.caller, { which, pageSize: 5 * listSize });
  if (!listed.ok) return sentenceReply(problemText(listed.problem, reader.words));
  const { meetings, nextPageToken } = listed.value;
  const open = meetings.filter(({ status }) => !ended.has(status));
  if (open.length === 0) return sentenceReply(which === 'all' ? chat.noMeetings : chat.nothingWaiting);
  const title = which === 'all' ? chat.yourMeetings : chat.waitingForYou;
  const hasMore = nextPageToken !== undefined || open.length > listSize;
  return cardReply(listCard(title, inOrder(open).slice(0, listSize), hasMore, reader));
}

/** By their start; those without a time come last. */
function inOrder(meetings: readonly ListedMeeting[]): readonly ListedMeeting[] {
  return meetings.toSorted((a, b) => (a.start ?? '9').localeCompare(b.start ?? '9'));
}

const overlaps = (slot: Slot, windows: readonly Slot[]): boolean =>
  windows.some(({ start, end }) => slot.start < end && start < slot.end);

/** Whether an event only keeps a proposed time free; the meeting itself is listed as being agreed on. */
function isHold({ slot, showAs }: AgendaEntry, meetings: readonly MeetingView[]): boolean {
  if (showAs !== 'tentative') return false;
  const proposed = meetings.flatMap(({ booking, proposal }) =>
    booking === undefined ? (proposal?.slots ?? []) : [],
  );
  return proposed.some(({ start, end }) => start === slot.start && end === slot.end);
}

/** Whether everybody who was named is in it. */
function hasPeople({ people }: AgendaEntry, which: Which): boolean {
  return which.people
    .filter(({ self }) => self !== true)
    .every(({ name, candidates }) =>
      people.some(
        (one) =>
          candidates.some(({ mail }) => mail.toLowerCase() === one.mail) ||
          (candidates.length === 0 && one.name.toLowerCase().includes(name.toLowerCase())),
      ),
    );
}

/** The sender's own events that fit what was asked, and the meetings that are still being agreed on for then. */
async function listAgenda(turn: ActTurn, windows: readonly Slot[]): Promise<Reply> {
  const { services, sender, reader, said } = turn;
  const { which } = said;
  const { agenda } = reader.words.questions;
  const window = hull(windows);
  if (window === undefined) return sentenceReply(agenda.nothing(whichText(which, reader)));
  const [events, meetings] = await Promise.all([
    services.calendar.agenda({ personId: sender.personId, window }),
    openMeetings(turn),
  ]);
  const open = meetings.ok ? meetings.value : [];
  const fitting = events.filter(
    (event) =>
      overlaps(event.slot, windows) &&
      !isHold(event, open) &&
      hasPeople(event, which) &&
      (which.title === undefined || fitsWords(which.title, [event.subject])),
  );
  const one = oneOf(fitting, which, services.now());
  if (one !== undefined) return sentenceReply(orderText(one, which, turn));
  const agreed = open.filter((view) => {
    const slot = view.booking === undefined ? presentSlot(view) : undefined;
    return (
      slot !== undefined && overlaps(slot, windows) && which.title === undefined && which.people.length === 0
    );
  });
  const what = whichText(which, reader);
  if (fitting.length === 0 && agreed.length === 0) return sentenceReply(agenda.nothing(what));
  const shown = agreed.map((view) => ({
    meetingId: view.meetingId,
    title: view.title,
    status: view.status,
    start: presentSlot(view)?.start,
    waitingForMe: false,
  }));
  return cardReply(agendaCard(agenda.title(what), fitting, shown, reader));
}

/** "my next meeting", "tomorrow's first", "the last one on Friday". */
function oneOf(events: readonly AgendaEntry[], { order }: Which, now: string): AgendaEntry | undefined {
  switch (order) {
    case 'next':
      return events.find(({ slot, isAllDay }) => slot.start > now && !isAllDay);
    case 'first':
      return events.find(({ isAllDay }) => !isAllDay);
    case 'last':
      return events.findLast(({ isAllDay }) => !isAllDay);
    case undefined:
      return undefined;
  }
}

function orderText({ subject, slot }: AgendaEntry, { order }: Which, { reader }: ActTurn): string {
  const { agenda } = reader.words.questions;
  const text = order === 'first' ? agenda.first : order === 'last' ? agenda.last : agenda.next;
  return text(subject === '' ? agenda.untitled : subject, slotText(slot, reader));
}

/** Answers "my meetings", "what waits for me", "what do I have tomorrow", "what is my next meeting". */
export async function listAct(turn: ActTurn): Promise<Reply> {
  const { which } = turn.said;
  if (which.waitingForMe === true) return await listMeetings(turn);
  const windows = saidWindows(turn, 1);
  if (windows !== undefined) return await listAgenda(turn, windows);
  if (which.order === undefined && !saysWhich(which)) return await listMeetings(turn);
  return await listAgenda(turn, [daysAhead(turn, daysLookedThrough)]);
}
