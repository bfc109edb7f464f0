import type { Answer } from '../ballots/ballot.ts';
import type { Instant, Slot, SlotKey } from '../time/slot.ts';
import { slotKey } from '../time/slot.ts';
import type { Problem } from '../problems/problem.ts';
import { refuse } from '../problems/refuse.ts';
import { minuteMs } from '../time/instant.ts';
import type { MeetingState, Round } from './state.ts';

interface GivenAnswer {
  readonly round: number;
  readonly answers: Readonly<Record<SlotKey, Answer>>;
  readonly counterProposal?: Slot | undefined;
}

function lengthMs({ start, end }: Slot): number {
  return Date.parse(end) - Date.parse(start);
}

function againstRound(answer: GivenAnswer, asked: Round, now: Instant): Problem | undefined {
  const { round, answers, counterProposal } = answer;
  const current = asked.number;
  if (round < current) return refuse({ reason: 'roundOver', round, current });
  if (round > current) return refuse({ reason: 'roundUnknown', round }, 'round');
  const keys = asked.slots.map(slotKey);
  const unknown = Object.keys(answers).find((key) => !keys.includes(key));
  if (unknown !== undefined) {
    return refuse({ reason: 'slotNotProposed', slot: unknown }, `answers.${unknown}`);
  }
  const missing = keys.find((key) => answers[key] === undefined);
  if (missing !== undefined) {
    return refuse({ reason: 'answerMissing', slot: missing }, `answers.${missing}`);
  }
  if (counterProposal === undefined) return undefined;
  if (counterProposal.start <= now) return refuse({ reason: 'timePassed' }, 'counterProposal');
  const [first] = asked.slots;
  return first !== undefined && lengthMs(first) !== lengthMs(counterProposal)
    ? refuse({ reason: 'wrongLength', minutes: lengthMs(first) / minuteMs }, 'counterProposal')
    : undefined;
}

/** Why an answer cannot be taken now; undefined when it can. */
export function refuseAnswer(state: MeetingState, answer: GivenAnswer, now: Instant): Problem | undefined {
  const { phase, lastRound } = state;
  switch (phase.kind) {
    case 'collecting':
    case 'choosing':
    case 'bookingUnderWay':
      return againstRound(answer, phase.round, now);
    case 'booked':
      return phase.round === undefined
        ? refuse({ reason: 'nothingAsked' })
        : againstRound(answer, phase.round, now);
    case 'searching':
      return refuse({ reason: answer.round <= lastRound ? 'searchingAgain' : 'notProposedYet' });
    case 'noTimesFound':
      return refuse({ reason: 'nothingAsked' });
    case 'over':
      return refuse({ reason: 'over', ending: phase.status });
  }
}
