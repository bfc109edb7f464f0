import type { Answer } from '../ballots/ballot.ts';
import type { Instant, Slot, SlotKey } from '../time/slot.ts';
import { slotKey } from '../time/slot.ts';
import type { Problem } from '../problems/problem.ts';
import type { MeetingState } from './state.ts';
import type { Proposal } from './view.ts';

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

function againstProposal(answer: GivenAnswer, proposal: Proposal, now: Instant): Problem | undefined {
  if (answer.round !== proposal.round) return wrongRound(answer.round, proposal.round);
  const keys = proposal.slots.map(slotKey);
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
  const [asked] = proposal.slots;
  if (asked !== undefined && lengthMs(asked) !== lengthMs(counterProposal)) {
    return invalid(
      `The time that you propose must be ${lengthMs(asked) / 60_000} minutes long.`,
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
    case 'booking':
      return againstProposal(answer, phase.proposal, now);
    case 'confirmed':
      return phase.proposal === undefined
        ? { code: 'precondition_failed', message: 'The meeting is booked; nothing is being asked.' }
        : againstProposal(answer, phase.proposal, now);
    case 'searching':
      return state.round > 0 && answer.round <= state.round
        ? { code: 'conflict', message: 'Other times are being looked for; wait for the new question.' }
        : { code: 'precondition_failed', message: 'Nothing has been proposed yet.' };
    case 'stuck':
      return { code: 'precondition_failed', message: 'No time could be proposed; nothing is being asked.' };
    case 'over':
      return {
        code: 'precondition_failed',
        message: `The meeting is ${phase.status === 'confirmed' ? 'over' : phase.status}; answers no longer count.`,
      };
  }
}
