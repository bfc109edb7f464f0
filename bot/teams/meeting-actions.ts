import type { Answer } from '../../workflows/domain/ballots/ballot.ts';
import type { Result } from '../../workflows/domain/problems/problem.ts';
import { refuse } from '../../workflows/domain/problems/refuse.ts';
import type { MeetingView } from '../../workflows/domain/meeting/view.ts';
import { instantOf, minuteMs } from '../../workflows/domain/time/instant.ts';
import type { Slot, SlotKey } from '../../workflows/domain/time/slot.ts';
import { localToInstants } from '../../workflows/domain/time/zone.ts';
import type { CardAction } from '../cards/card-action.ts';
import { withMessage } from '../cards/meeting-card.ts';
import { problemText } from '../words/problem-text.ts';
import { wordsOf } from '../words/words-of.ts';
import type { BotServices } from './bot-services.ts';
import type { CardAnswer } from './card-answer.ts';
import { answerCard, answerMessage } from './card-answer.ts';
import type { Sender } from './sender.ts';
import { ownCard } from './show-meeting.ts';

export type MeetingAction = Exclude<Extract<CardAction, { meetingId: string }>, { verb: 'goOn' }>;

/** A day and time that do not make a slot; the name of its sentence. */
type Unusable = 'noSuchTime';

function slotOf(key: SlotKey): Slot | undefined {
  const [start, end, ...more] = key.split('/').map((part) => Date.parse(part));
  if (start === undefined || end === undefined || more.length > 0) return undefined;
  if (Number.isNaN(start) || Number.isNaN(end)) return undefined;
  return { start: instantOf(start), end: instantOf(end) };
}

/** Comma-separated; undefined where one of them is none. */
function slotsOf(keys: string): readonly Slot[] | undefined {
  const slots = keys.split(',').map(slotOf);
  const valid = slots.filter((slot) => slot !== undefined);
  return valid.length === slots.length ? valid : undefined;
}

function slotAt(input: {
  readonly date: string;
  readonly time: string;
  readonly timeZone: string;
  readonly durationMinutes: number;
}): Slot | undefined {
  try {
    const [start] = localToInstants(input.timeZone, input.date, input.time);
    if (start === undefined || Number.isNaN(start)) return undefined;
    return { start: instantOf(start), end: instantOf(start + input.durationMinutes * minuteMs) };
  } catch {
    // A date or a zone that does not exist.
    return undefined;
  }
}

function answersOf(
  slotKeys: readonly SlotKey[],
  given: (index: number) => Answer | undefined,
): Readonly<Record<SlotKey, Answer>> {
  return Object.fromEntries(slotKeys.map((key, index) => [key, given(index) ?? 'no']));
}

/** Carries out what was clicked, as the sender. */
export async function actOnMeeting(
  services: BotServices,
  sender: Sender,
  idempotencyKey: string,
  action: MeetingAction,
): Promise<Result<MeetingView> | Unusable> {
  const { meetings } = services;
  const { caller } = sender;
  const { meetingId } = action;
  const seenVersion = 'version' in action ? action.version : undefined;
  const command = { meetingId, seenVersion, idempotencyKey };
  switch (action.verb) {
    case 'approve':
    case 'reject': {
      const answer = action.verb === 'approve' ? 'yes' : 'no';
      const comment = action.verb === 'reject' ? action.comment : undefined;
      return await meetings.respond(caller, {
        ...command,
        round: action.round,
        answers: answersOf(action.slotKeys, () => answer),
        comment: said(comment),
      });
    }
    case 'vote': {
      const votes = [action.vote0, action.vote1, action.vote2, action.vote3, action.vote4];
      const slot = action.slotKeys.find((_key, index) => votes[index] === undefined);
      if (slot !== undefined) return { ok: false, problem: refuse({ reason: 'answerMissing', slot }) };
      return await meetings.respond(caller, {
        ...command,
        round: action.round,
        answers: answersOf(action.slotKeys, (index) => votes[index]),
        comment: said(action.comment),
      });
    }
    case 'otherTime': {
      const counterProposal = slotAt(action);
      if (counterProposal === undefined) return 'noSuchTime';
      return await meetings.respond(caller, {
        ...command,
        round: action.round,
        answers: answersOf(action.slotKeys, () => 'no'),
        counterProposal,
        comment: said(action.comment),
      });
    }
    case 'remind':
      return await meetings.remind(caller, command);
    case 'confirm': {
      const slot = action.slot === undefined ? undefined : slotOf(action.slot);
      return await meetings.confirm(caller, { ...command, slot });
    }
    case 'choose': {
      const slots = slotsOf(action.slots);
      return slots === undefined ? 'noSuchTime' : await meetings.chooseSlots(caller, { ...command, slots });
    }
    case 'ask': {
      const slots = slotsOf(action.slots);
      if (slots === undefined) return 'noSuchTime';
      const { durationMinutes } = action;
      return await meetings.reschedule(caller, { ...command, slots, durationMinutes });
    }
    case 'move': {
      const slot = slotAt(action);
      return slot === undefined
        ? 'noSuchTime'
        : await meetings.reschedule(caller, { ...command, slots: [slot] });
    }
    case 'cancel':
      return await meetings.cancel(caller, { ...command, reason: action.reason });
    case 'show':
    case 'refresh':
      return await meetings.get(caller, { meetingId });
  }
}

function said(comment: string | undefined): string | undefined {
  return comment?.trim() === '' ? undefined : comment?.trim();
}

/** The new state as a card; where it was refused, the present state under the reason. */
export async function answerFor(
  services: BotServices,
  sender: Sender,
  meetingId: string,
  result: Result<MeetingView> | Unusable,
): Promise<CardAnswer> {
  const words = wordsOf(sender.locale);
  if (typeof result === 'string') {
    return await underReason(services, sender, meetingId, words.problems[result]);
  }
  if (result.ok) return answerCard(ownCard(result.value, sender));
  const { code } = result.problem;
  const reason = problemText(result.problem, words);
  return code === 'forbidden' || code === 'not_found' || code === 'rate_limited' || code === 'unavailable'
    ? answerMessage(reason)
    : await underReason(services, sender, meetingId, reason);
}

async function underReason(
  services: BotServices,
  sender: Sender,
  meetingId: string,
  reason: string,
): Promise<CardAnswer> {
  const current = await services.meetings.get(sender.caller, { meetingId });
  return current.ok ? answerCard(withMessage(ownCard(current.value, sender), reason)) : answerMessage(reason);
}
