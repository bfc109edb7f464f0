import type { Answer } from '../ballots/ballot.ts';
import type { Instant, Slot, SlotKey } from '../time/slot.ts';
import { slotKey } from '../time/slot.ts';
import type { Problem } from '../problems/problem.ts';
import type { MeetingState, Round } from './state.ts';

interface GivenAnswer {
  readonly round: number;
  readonly answers: Readonly<Record<SlotKey, Answer>>;
  readonly counterProposal?: Slot | undefined;
}

function invalid(message: string, path: string): Problem {
  return { code: 'invalid', message, path };
}

function wrongRound(round: number, current: number): Problem {
  return round < current
    ? {
        code: 'conflict',
        message: `Round ${round} is over; round ${current} is being asked. Look at the new times and answer those.`,
      }
    : invalid(`There is no round ${round} yet.`, 'round');
}

function lengthMs({ start, end }: Slot): number {
  return Date.parse(end) - Date.parse(start);
}

function againstRound(answer: GivenAnswer, asked: Round, now: Instant): Problem | undefined {
  if (answer.round !== asked.number) return wrongRound(answer.round, asked.number);
  const keys = asked.slots.map(slotKey);
  const unknown = Object.keys(answer.answers).find((key) => !keys.includes(key));
  if (unknown !== undefined) {
    return invalid(`${unknown} is not one of the times that were proposed.`, `answers.${unknown}`);
  }
  const missing = keys.find((key) => answer.answers[key] === undefined);
  if (missing !== undefined) {
    return invalid('Answer every time that was proposed: yes, if need be or no.', `answers.${missing}`);
  }
  const { counterProposal } = answer;
  if (counterProposal === undefined) return undefined;
  if (counterProposal.start <= now) {
    return invalid(
      'The time that you propose has passed; propose one that is still to come.',
      'counterProposal',
    );
  }
  const [first] = asked.slots;
  if (first !== undefined && lengthMs(first) !== lengthMs(counterProposal)) {
    return invalid(
      `The time that you propose must be ${lengthMs(first) / 60_000} minutes long.`,
      'counterProposal',
    );
  }
  return undefined;
}

/** Why an answer cannot be taken now; undefined when it can. */
export function refuseAnswer(state: MeetingState, answer: GivenAnswer, now: Instant): Problem | undefined {
  const { phase } = state;
  switch (phase.kind) {
    case 'collecting':
    case 'choosing':
    case 'bookingUnderWay':
      return againstRound(answer, phase.round, now);
    case 'booked':
      return phase.round === undefined
        ? { code: 'precondition_failed', message: 'The meeting is booked; nothing is being asked.' }
        : againstRound(answer, phase.round, now);
    case 'searching':
      return answer.round <= state.lastRound
        ? { code: 'conflict', message: 'Other times are being looked for; wait for the new question.' }
        : { code: 'precondition_failed', message: 'Nothing has been proposed yet.' };
    case 'noTimesFound':
      return { code: 'precondition_failed', message: 'No time could be proposed; nothing is being asked.' };
    case 'over':
      return {
        code: 'precondition_failed',
        message: `The meeting is ${phase.status === 'confirmed' ? 'over' : phase.status}; answers no longer count.`,
      };
  }
}
