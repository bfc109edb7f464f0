import type { Answer, Ballot } from '../ballots/ballot.ts';
import { learn } from '../ballots/known-answers.ts';
import { approvers } from './approvers.ts';
import type { EventOf } from './event.ts';
import { record, warn } from './record.ts';
import { settle } from './settle.ts';
import type { MeetingState, Round } from './state.ts';

function answerOf(answers: readonly Answer[]): 'approved' | 'declined' | 'mixed' {
  if (answers.every((answer) => answer === 'no')) return 'declined';
  return answers.every((answer) => answer === 'yes') ? 'approved' : 'mixed';
}

function withBallot(round: Round, ballot: Ballot): Round {
  return { ...round, ballots: { ...round.ballots, [ballot.personId]: ballot } };
}

/** A later ballot of the same person replaces the earlier one. */
export function onAnswered(state: MeetingState, event: EventOf<'answered'>): MeetingState {
  const { ballot, at } = event;
  const { phase } = state;
  const { personId, counterProposal } = ballot;
  const answer = answerOf(Object.values(ballot.answers));
  const told = record(
    { ...state, known: learn(state.known, ballot) },
    { at, action: 'answered', by: event, answer, suggested: counterProposal },
  );
  switch (phase.kind) {
    case 'collecting':
    case 'choosing':
      return settle({ ...told, phase: { ...phase, round: withBallot(phase.round, ballot) } }, at);
    case 'bookingUnderWay':
      return { ...told, phase: { ...phase, round: withBallot(phase.round, ballot) } };
    case 'booked': {
      if (phase.round === undefined) return state;
      const round = withBallot(phase.round, ballot);
      const isLateApproval =
        approvers({ ...phase, round }).includes(personId) && !approvers(phase).includes(personId);
      // A late approval is followed by its acceptance, as an early one is.
      const isFinished = phase.isFinished && !isLateApproval;
      const next = { ...told, phase: { ...phase, round, isFinished } };
      return answer === 'declined' ? warn(next, { kind: 'declined', personId, inCalendar: false, at }) : next;
    }
    case 'searching':
    case 'noTimesFound':
    case 'over':
      return state;
  }
}
