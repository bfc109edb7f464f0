import fc from 'fast-check';
import type { Answer } from '../../workflows/domain/ballots/ballot.ts';
import { approvers } from '../../workflows/domain/meeting/approvers.ts';
import type { MeetingEvent, Reached, Unstamped } from '../../workflows/domain/meeting/event.ts';
import { pickSlot } from '../../workflows/domain/meeting/pick-slot.ts';
import { refuseAnswer } from '../../workflows/domain/meeting/refuse-answer.ts';
import {
  refuseAttendees,
  refuseCancel,
  refuseReminder,
  refuseReschedule,
  refuseSlotChoice,
} from '../../workflows/domain/meeting/refuse-change.ts';
import type { ServiceProblem } from '../../workflows/domain/meeting/service-problem.ts';
import type { MeetingState } from '../../workflows/domain/meeting/state.ts';
import { transition } from '../../workflows/domain/meeting/transition.ts';
import type { Candidate } from '../../workflows/domain/slots/candidate.ts';
import { later } from '../../workflows/domain/time/later.ts';
import { slotKey } from '../../workflows/domain/time/slot.ts';
import { asCaller, ballotOf, begun, bookingAt, requestOf } from './meeting-states.ts';
import { ana, bo, candidate, cy } from './meeting-views.ts';

/** What happens next to a meeting; undefined where it would be refused. */
export type Step = (state: MeetingState) => Unstamped<MeetingEvent> | undefined;

const away = { service: 'calendar', reason: 'unavailable' } as const;

export const monday = candidate('2026-11-23T13:00:00.000Z', '2026-11-23T13:45:00.000Z');
export const times = [
  monday,
  ...[24, 25, 26, 27].map((day) => candidate(`2026-11-${day}T13:00:00.000Z`, `2026-11-${day}T13:45:00.000Z`)),
];
const someTimes = fc.subarray(times, { minLength: 1, maxLength: 3 });
const oneTime = fc.constantFrom(...times);
const answers: fc.Arbitrary<readonly Answer[]> = fc.array(fc.constantFrom('yes', 'ifNeedBe', 'no'), {
  minLength: 5,
  maxLength: 5,
});

/** The round that answers are taken for. */
export function roundOf({ phase }: MeetingState) {
  return phase.kind === 'collecting' || phase.kind === 'choosing' || phase.kind === 'bookingUnderWay'
    ? phase.round
    : undefined;
}

/** How a round's questions went out: mostly well. */
function askedBy(luck: number): Unstamped<MeetingEvent> {
  const reached: readonly Reached[] =
    luck === 0
      ? [
          { personId: bo.id, by: 'mail', problem: { service: 'teams', reason: 'notInstalled' } },
          { personId: cy.id, by: 'unreached', problem: { service: 'mail', reason: 'notSetUp' } },
        ]
      : [];
  const refused: ServiceProblem = { service: 'calendar', reason: 'forbidden', people: [cy.id] };
  return { kind: 'asked', holds: [], reached, problems: luck === 0 ? [refused] : [] };
}

/** What people and the world do; a step that would be refused now is left out, as the workflow does. */
export const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .tuple(fc.constantFrom(bo, cy, ana), answers, fc.option(oneTime, { nil: undefined }))
      .map(([person, given, counterProposal]): Step => (state) => {
        const slots: readonly Candidate[] = roundOf(state)?.slots ?? [];
        const said = slots.map((slot, index) => [slot, given[index] ?? 'no'] as const);
        const ballot = ballotOf(person, state.lastRound, said, counterProposal);
        return refuseAnswer(state, ballot, state.updatedAt) === undefined
          ? { kind: 'answered', caller: asCaller(person), ballot }
          : undefined;
      }),
  },
  {
    weight: 6,
    // The activity of the phase comes back.
    arbitrary: fc
      .tuple(someTimes, fc.integer({ min: 0, max: 9 }))
      .map(([candidates, luck]): Step => ({ phase }) => {
        switch (phase.kind) {
          case 'searching':
            if (luck === 0) return { kind: 'serviceFailed', problem: away };
            return luck === 1
              ? { kind: 'noTimes', obstacles: [], concessions: [] }
              : { kind: 'timesFound', candidates };
          case 'collecting':
            return phase.isOpen ? undefined : askedBy(luck);
          case 'bookingUnderWay':
            if (luck === 0)
              return {
                kind: 'serviceFailed',
                problem: away,
                lostBooking: { transactionId: slotKey(phase.slot), slot: phase.slot },
              };
            return luck < 4
              ? { kind: 'taken', by: luck === 1 ? [bo.id] : [bo.id, cy.id] }
              : { kind: 'booked', booking: bookingAt(phase.slot) };
          case 'booked':
            return phase.isFinished
              ? undefined
              : {
                  kind: 'finished',
                  approved: approvers(phase),
                  taskIds: [],
                  problems: luck === 0 ? [{ service: 'tasks', reason: 'forbidden' }] : [],
                };
          case 'choosing':
          case 'noTimesFound':
          case 'over':
            return undefined;
        }
      }),
  },
  fc.constantFrom<Step>(
    () => ({ kind: 'reminderDue' }),
    () => ({ kind: 'deadlinePassed' }),
    (state) => (refuseCancel(state) === undefined ? { kind: 'cancelled', caller: asCaller(ana) } : undefined),
    () => ({
      kind: 'calendarChanged',
      warnings: [{ kind: 'declined', personId: bo.id, inCalendar: true }],
    }),
    () => ({ kind: 'calendarChanged', warnings: [{ kind: 'deleted' }] }),
    () => ({
      kind: 'calendarChanged',
      slot: { start: monday.start, end: monday.end },
      warnings: [
        { kind: 'moved', slot: { start: monday.start, end: monday.end } },
        { kind: 'conflict', personId: cy.id },
      ],
    }),
    (state) =>
      refuseReminder(state) === undefined ? { kind: 'remindedByHand', caller: asCaller(ana) } : undefined,
    (state) =>
      refuseCancel(state) === undefined
        ? { kind: 'cancelled', caller: asCaller(ana), reason: 'No budget left.' }
        : undefined,
    (state) => {
      const picked = pickSlot(state, 'organizer', undefined, state.updatedAt);
      return picked.ok
        ? { kind: 'organizerConfirmed', caller: asCaller(ana), slot: picked.value }
        : undefined;
    },
    (state) => {
      const change = { add: [], remove: [cy.id] };
      return state.phase.kind !== 'bookingUnderWay' && refuseAttendees(state, change) === undefined
        ? { kind: 'attendeesChanged', caller: asCaller(ana), ...change }
        : undefined;
    },
  ),
  someTimes.map(
    (slots): Step =>
      (state) =>
        state.phase.kind !== 'bookingUnderWay' &&
        refuseSlotChoice(state, slots, state.updatedAt) === undefined
          ? { kind: 'slotsChosen', caller: asCaller(ana), slots }
          : undefined,
  ),
  someTimes.map(
    (slots): Step =>
      (state) =>
        state.phase.kind !== 'bookingUnderWay' &&
        refuseReschedule(state, { slots }, state.updatedAt) === undefined
          ? { kind: 'rescheduled', caller: asCaller(ana), slots }
          : undefined,
  ),
);

export const policy = fc.record({
  confirmation: fc.constantFrom('auto' as const, 'organizer' as const),
  approval: fc.constantFrom({ kind: 'everybody' as const }, { kind: 'quorum' as const, count: 2 }),
  onDeadline: fc.constantFrom('expire' as const, 'organizerDecides' as const, 'confirmIfQuorum' as const),
  maxRounds: fc.integer({ min: 1, max: 3 }),
});

/** Every meeting that the steps lead through, the first one included. */
export function story(first: MeetingState, steps: readonly Step[]): readonly MeetingState[] {
  const states = [first];
  for (const next of steps) {
    const state = states.at(-1) ?? first;
    const event = next(state);
    if (event !== undefined) states.push(transition(state, { ...event, at: later(state.updatedAt, 1) }));
  }
  return states;
}

/** Holds a property against many random stories. */
export function alwaysHolds(property: (states: readonly MeetingState[]) => void): void {
  fc.assert(
    fc.property(policy, fc.array(step, { maxLength: 40 }), (given, steps) => {
      property(story(begun(requestOf(given)), steps));
    }),
    { numRuns: 400 },
  );
}
