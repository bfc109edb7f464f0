import { learn } from '../ballots/known-answers.ts';
import { approvers } from './approvers.ts';
import type { EventOf } from './event.ts';
import { nameOf } from './people.ts';
import { record, warn } from './record.ts';
import { settle } from './settle.ts';
import type { MeetingState } from './state.ts';

function words(answers: readonly string[], hasCounterProposal: boolean): string {
  const other = hasCounterProposal ? ' and proposed another time' : '';
  if (answers.every((answer) => answer === 'no')) return `declined${other}`;
  if (answers.every((answer) => answer === 'yes')) return `approved${other}`;
  return `answered${other}`;
}

/** A later ballot of the same person replaces the earlier one. */
export function onAnswered(state: MeetingState, { caller, ballot, at }: EventOf<'answered'>): MeetingState {
  const { phase } = state;
  const name = nameOf(state.request, ballot.personId);
  const answers = Object.values(ballot.answers);
  const message = `${name} ${words(answers, ballot.counterProposal !== undefined)}.`;
  const told = record(
    { ...state, known: learn(state.known, ballot) },
    { at, action: 'answered', caller, message },
  );
  switch (phase.kind) {
    case 'collecting':
    case 'choosing':
      return settle(
        { ...told, phase: { ...phase, ballots: { ...phase.ballots, [ballot.personId]: ballot } } },
        at,
      );
    case 'booking':
      return { ...told, phase: { ...phase, ballots: { ...phase.ballots, [ballot.personId]: ballot } } };
    case 'confirmed': {
      const ballots = { ...phase.ballots, [ballot.personId]: ballot };
      const isLateApproval =
        approvers({ ...phase, ballots }).includes(ballot.personId) &&
        !approvers(phase).includes(ballot.personId);
      // A late approval is followed by its acceptance, as an early one is.
      const isFinished = phase.isFinished && !isLateApproval;
      const next = { ...told, phase: { ...phase, ballots, isFinished } };
      if (!answers.every((answer) => answer === 'no')) return next;
      const warning = `${name} declined after the meeting was booked.`;
      return warn(next, { kind: 'declined', personId: ballot.personId, message: warning, at });
    }
    case 'searching':
    case 'stuck':
    case 'over':
      return state;
  }
}
