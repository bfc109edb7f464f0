import type { MeetingListItem } from '../../../workers/client/meetings.ts';
import type { Result } from '../../../workflows/domain/problems/problem.ts';
import type { MeetingView } from '../../../workflows/domain/meeting/view.ts';
import { slotKey } from '../../../workflows/domain/time/slot.ts';
import { calendarDay } from '../../../workflows/domain/time/calendar-day.ts';
import { instantToLocal } from '../../../workflows/domain/time/zone.ts';
import { listCard } from '../../cards/list-card.ts';
import { problemText } from '../../words/problem-text.ts';
import type { Reader } from '../../words/reader.ts';
import type { BotServices } from '../bot-services.ts';
import type { Sender } from '../sender.ts';
import type { ActTurn, Reply, SaidAct } from './act-turn.ts';
import { cardReply, meetingReply, sentenceReply } from './act-turn.ts';

const listSize = 10;
const lookedThrough = 50;
const ended: ReadonlySet<string> = new Set(['cancelled', 'expired', 'unschedulable']);

/** Words that name no meeting: "remind them", "cancel it". */
const pointing: ReadonlySet<string> = new Set(['it', 'that', 'this', 'them', 'everybody', 'everyone', 'all']);

/** Every word of the argument that names something occurs in the title. */
function isMeant(meeting: MeetingListItem, text: string): boolean {
  const title = meeting.title.toLowerCase();
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => pointing.has(word) || title.includes(word));
}

/** The meetings that a command may be about: those it names, else the open ones, the newest first. */
async function meant(
  services: BotServices,
  sender: Sender,
  { act, which: { title } }: SaidAct,
): Promise<Result<readonly MeetingListItem[]>> {
  // Only their organizer can do these; the others show whatever one is asked in.
  const which = act === 'about' || act === 'confirm' ? 'all' : 'organizedByMe';
  const listed = await services.meetings.list(sender.caller, { which, pageSize: lookedThrough });
  if (!listed.ok) return listed;
  const all = listed.value.meetings;
  const named = title === undefined ? all : all.filter((meeting) => isMeant(meeting, title));
  const open = named.filter(({ status }) => !ended.has(status));
  return { ok: true, value: open.length > 0 || act !== 'about' ? open : named };
}

/** Carries out an act on the meeting that is meant. */
export async function onOneMeeting(turn: ActTurn): Promise<Reply> {
  const { services, sender, reader, said } = turn;
  const { words } = reader;
  const found = await meant(services, sender, said);
  if (!found.ok) return sentenceReply(problemText(found.problem, words));
  const [only, ...others] = found.value;
  if (only === undefined) return sentenceReply(words.chat.unknownMeeting);
  if (others.length > 0) {
    const shown = found.value.slice(0, listSize);
    return cardReply(listCard(words.chat.whichOne, shown, found.value.length > listSize, reader));
  }
  const done = await carryOut(services, sender, reader, said, only, turn.idempotencyKey);
  return done.ok ? meetingReply(done.value) : sentenceReply(problemText(done.problem, words));
}

async function carryOut(
  services: BotServices,
  { caller, personId }: Sender,
  { timeZone }: Reader,
  { act, to }: SaidAct,
  { meetingId, organizerId, waitingForMe }: MeetingListItem,
  idempotencyKey: string,
): Promise<Result<MeetingView>> {
  const { meetings } = services;
  switch (act) {
    case 'remind':
      return await meetings.remind(caller, { meetingId, idempotencyKey });
    case 'cancel':
      return await meetings.cancel(caller, { meetingId, idempotencyKey });
    case 'confirm':
      // Somebody who is asked means their own answer with it.
      return organizerId !== personId && waitingForMe
        ? await approve(services, caller, meetingId, idempotencyKey)
        : await meetings.confirm(caller, { meetingId, idempotencyKey });
    case 'move': {
      const now = services.now();
      const today = calendarDay(instantToLocal(timeZone, Date.parse(now)).date);
      const windows = services.reading.windows(to.when, { today, now, timeZone, durationMinutes: 30 });
      if (windows.length === 0) return await meetings.get(caller, { meetingId });
      return await meetings.reschedule(caller, { meetingId, idempotencyKey, windows });
    }
    case 'about':
    case 'list':
    case 'choose':
    case 'answer':
    case 'edit':
    case 'free':
    case 'room':
    case 'join':
    case 'late':
      return await meetings.get(caller, { meetingId });
  }
}

/** Yes to every slot that the meeting proposes. */
async function approve(
  services: BotServices,
  caller: Sender['caller'],
  meetingId: string,
  idempotencyKey: string,
): Promise<Result<MeetingView>> {
  const got = await services.meetings.get(caller, { meetingId });
  const proposal = got.ok ? got.value.proposal : undefined;
  if (proposal === undefined) return got;
  return await services.meetings.respond(caller, {
    meetingId,
    idempotencyKey,
    round: proposal.round,
    answers: Object.fromEntries(proposal.slots.map((slot) => [slotKey(slot), 'yes' as const])),
  });
}
