import type { Ballot } from '../ballots/ballot.ts';
import { learn } from '../ballots/known-answers.ts';
import { approvers } from './approvers.ts';
import type { EventOf } from './event.ts';
import { nameOf } from './people.ts';
import { record, warn } from './record.ts';
import { settle } from './settle.ts';
import type { MeetingState, Round } from './state.ts';

function words(answers: readonly string[], hasCounterProposal: boolean): string {
  const other = hasCounterProposal ? ' and proposed another time' : '';
  if (answers.every((answer) => answer === 'no')) return `declined${other}`;
  if (answers.every((answer) => answer === 'yes')) return `approved${other}`;
  return `answered${other}`;
}

function withBallot(round: Round, ballot: Ballot): Round {
  return { ...round, ballots: { ...round.ballots, [ballot.personId]: ballot } };
}

/** A later ballot of the same person replaces the earlier one. */
export function onAnswered(state: MeetingState, event: EventOf<'answered'>): MeetingState {
  const { ballot, at } = event;
  const { phase } = state;
  const name = nameOf(state.request, ballot.personId);
  const answers = Object.values(ballot.answers);
  const message = `${name} ${words(answers, ballot.counterProposal !== undefined)}.`;
  const told = record(
    { ...state, known: learn(state.known, ballot) },
    { at, action: 'answered', by: event, message },
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
        approvers({ ...phase, round }).includes(ballot.personId) &&
        !approvers(phase).includes(ballot.personId);
      // A late approval is followed by its acceptance, as an early one is.
      const isFinished = phase.isFinished && !isLateApproval;
      const next = { ...told, phase: { ...phase, round, isFinished } };
      if (!answers.every((answer) => answer === 'no')) return next;
      const warning = `${name} declined after the meeting was booked.`;
      return warn(next, { kind: 'declined', personId: ballot.personId, message: warning, at });
    }
    case 'searching':
    case 'noTimesFound':
    case 'over':
      return state;
  }
}
