import type { z } from 'zod';
import type { respond } from '../../../workflows/contract/catalogue/respond.ts';
import type { Answer } from '../../../workflows/domain/ballots/ballot.ts';
import type { Caller } from '../../../workflows/domain/meeting/caller.ts';
import type { Result } from '../../../workflows/domain/problems/problem.ts';
import type { SlotKey } from '../../../workflows/domain/time/slot.ts';
import { slotKey } from '../../../workflows/domain/time/slot.ts';
import { written } from './meeting-out.ts';
import type { OperationPorts } from './operation-ports.ts';
import { commandOf } from './command-of.ts';
import { readSlot } from './wire-time.ts';

/** `meeting.respond`: one answer for all slots, or one for each. */
export function answerMeeting({ meetings, describe }: OperationPorts) {
  return async (
    caller: Caller,
    input: z.output<typeof respond.input>,
  ): Promise<Result<z.input<typeof respond.output>>> => {
    const { meetingId, timeZone, answer, comment } = input;
    const current = await meetings.get(caller, { meetingId });
    if (!current.ok) return current;
    const answers: Record<SlotKey, Answer> = {};
    for (const slot of current.value.proposal?.slots ?? []) {
      if (answer !== undefined) answers[slotKey(slot)] = answer;
    }
    for (const [index, given] of (input.answers ?? []).entries()) {
      answers[slotKey(readSlot(given, timeZone, `answers.${index}`))] = given.answer;
    }
    const view = await meetings.respond(caller, {
      ...commandOf(input),
      round: input.round ?? current.value.proposal?.round ?? 1,
      answers,
      counterProposal: input.counterProposal && readSlot(input.counterProposal, timeZone, 'counterProposal'),
      comment,
    });
    return written(view, describe, timeZone);
  };
}
