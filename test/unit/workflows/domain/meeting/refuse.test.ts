import { describe, expect, it } from 'vitest';
import type { Problem } from '../../../../../workflows/domain/problems/problem.ts';
import { refuseAnswer } from '../../../../../workflows/domain/meeting/refuse-answer.ts';
import {
  refuseAttendees,
  refuseCancel,
  refuseReminder,
  refuseReschedule,
  refuseSlotChoice,
} from '../../../../../workflows/domain/meeting/refuse-change.ts';
import {
  after,
  asCaller,
  asked,
  ballotOf,
  begun,
  bookingAt,
  found,
  requestOf,
  said,
  sent,
} from '../../../../support/meeting-states.ts';
import { ana, bo, candidate, cy, tuesday, wednesday } from '../../../../support/meeting-views.ts';

const past = candidate('2026-11-20T09:00:00.000Z', '2026-11-20T09:45:00.000Z');
const short = candidate('2026-11-26T09:00:00.000Z', '2026-11-26T09:30:00.000Z');
const dan = { ...bo, id: ana.id.replace(/.$/, 'd') as typeof bo.id, displayName: 'Dan Roth' };

const collecting = after(begun(), found(tuesday), sent);
const secondRound = after(
  collecting,
  { kind: 'slotsChosen', caller: asCaller(ana), slots: [wednesday] },
  found(wednesday),
  sent,
);
const everybodyYes = [bo, cy].map((person) => said(person, 1, [[tuesday, 'yes']]));
const confirmed = after(collecting, ...everybodyYes, { kind: 'booked', booking: bookingAt(tuesday) });
const cancelled = after(collecting, { kind: 'cancelled', caller: asCaller(ana) });

function brief(problem: Problem | undefined): string {
  if (problem === undefined) return 'taken';
  const { code, path, reason } = problem;
  return [code, path?.split('.')[0], reason].filter((word) => word !== undefined).join(' ');
}

const yes = ballotOf(bo, 1, [[tuesday, 'yes']]);

describe('an answer', () => {
  it.each([
    ['to what is asked', collecting, yes, 'taken'],
    [
      'to a time that was not proposed',
      collecting,
      ballotOf(bo, 1, [[wednesday, 'yes']]),
      'invalid answers slotNotProposed',
    ],
    ['that leaves a time out', collecting, ballotOf(bo, 1, []), 'invalid answers answerMissing'],
    ['of a former round', secondRound, yes, 'conflict roundOver'],
    ['of a round to come', collecting, { ...yes, round: 2 }, 'invalid round roundUnknown'],
    ['while times are looked for', begun(), yes, 'precondition_failed notProposedYet'],
    ['after the booking, to the same question', confirmed, yes, 'taken'],
    ['after the end', cancelled, yes, 'precondition_failed over'],
    [
      'with a time that has passed',
      collecting,
      { ...yes, counterProposal: past },
      'invalid counterProposal timePassed',
    ],
    [
      'with a time of another length',
      collecting,
      { ...yes, counterProposal: short },
      'invalid counterProposal wrongLength',
    ],
    ['with another time of the same length', collecting, { ...yes, counterProposal: wednesday }, 'taken'],
  ])('%s', (_, state, ballot, expected) => {
    expect(brief(refuseAnswer(state, ballot, asked))).toBe(expected);
  });
});

describe('a change of times', () => {
  it('is refused for times that have passed, with the field', () => {
    expect(refuseSlotChoice(collecting, [wednesday, past], asked)?.path).toBe('slots.1');
    expect(refuseReschedule(collecting, { slots: [past] }, asked)?.path).toBe('slots.0');
    expect(refuseReschedule(collecting, { windows: [past] }, asked)?.path).toBe('windows.0');
    expect(refuseReschedule(confirmed, { slots: [wednesday] }, asked)).toBeUndefined();
  });

  it('of a booked meeting is a move', () => {
    expect(brief(refuseSlotChoice(confirmed, [wednesday], asked))).toBe('precondition_failed moveInstead');
  });
});

describe('a change of people', () => {
  const add = [{ person: dan, type: 'required' as const, wishes: [] }];

  it.each([
    ['somebody new', { add, remove: [] }, 'taken'],
    ['the organizer leaves', { add: [], remove: [ana.id] }, 'invalid remove organizerStays'],
    ['somebody who is not in it leaves', { add: [], remove: [dan.id] }, 'invalid remove notAnAttendee'],
    ['the same person comes and goes', { add, remove: [bo.id, dan.id] }, 'invalid remove notAnAttendee'],
    ['nothing at all', { add: [], remove: [] }, 'invalid add nobodyNamed'],
    ['everybody leaves', { add: [], remove: [bo.id, cy.id] }, 'invalid remove nobodyLeft'],
    ['everybody leaves and somebody comes', { add, remove: [bo.id, cy.id] }, 'taken'],
  ])('%s', (_, change, expected) => {
    expect(brief(refuseAttendees(collecting, change))).toBe(expected);
  });

  it('stays below what Graph takes for one event', () => {
    const crowd = Array.from({ length: 199 }, (__, index) => ({
      person: { ...dan, id: `crowd-${index}` as typeof bo.id },
      type: 'required' as const,
      wishes: [],
    }));
    expect(brief(refuseAttendees(collecting, { add: crowd, remove: [] }))).toBe(
      'invalid add tooManyAttendees',
    );
    expect(brief(refuseAttendees(collecting, { add: crowd.slice(1), remove: [] }))).toBe('taken');
  });
});

describe('a reminder', () => {
  it('needs somebody whose answer is missing', () => {
    const word = after(
      begun(requestOf({ confirmation: 'organizer' })),
      found(tuesday),
      sent,
      ...everybodyYes,
    );
    expect(brief(refuseReminder(collecting))).toBe('taken');
    expect(brief(refuseReminder(begun()))).toBe('precondition_failed nothingAsked');
    expect(brief(refuseReminder(word))).toBe('precondition_failed everybodyAnswered');
    expect(brief(refuseReminder(cancelled))).toBe('precondition_failed over');
  });
});

describe('a cancellation', () => {
  it('is taken in every state but the end, and told apart from one that was first', () => {
    for (const state of [begun(), collecting, secondRound, confirmed]) {
      expect(refuseCancel(state)).toBeUndefined();
    }
    expect(refuseCancel(cancelled)?.code).toBe('conflict');
    expect(refuseCancel(after(confirmed, { kind: 'tookPlace' }))?.code).toBe('precondition_failed');
  });
});
