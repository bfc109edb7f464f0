import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Answer } from '../../../../../workflows/domain/ballots/ballot.ts';
import type { MeetingEvent } from '../../../../../workflows/domain/meeting/event.ts';
import { approvers } from '../../../../../workflows/domain/meeting/approvers.ts';
import { pickSlot } from '../../../../../workflows/domain/meeting/pick-slot.ts';
import { refuseAnswer } from '../../../../../workflows/domain/meeting/refuse-answer.ts';
import {
  refuseAttendees,
  refuseCancel,
  refuseReschedule,
  refuseSlotChoice,
} from '../../../../../workflows/domain/meeting/refuse-change.ts';
import type { MeetingState } from '../../../../../workflows/domain/meeting/state.ts';
import { toView } from '../../../../../workflows/domain/meeting/to-view.ts';
import { transition } from '../../../../../workflows/domain/meeting/transition.ts';
import type { Candidate } from '../../../../../workflows/domain/slots/candidate.ts';
import { later } from '../../../../../workflows/domain/time/later.ts';
import { slotKey } from '../../../../../workflows/domain/time/slot.ts';
import { asCaller, ballotOf, begun, bookingAt, requestOf } from '../../../../support/meeting-states.ts';
import { ana, bo, candidate, cy } from '../../../../support/meeting-views.ts';

type Unstamped<Event> = Event extends unknown ? Omit<Event, 'at'> : never;
type Step = (state: MeetingState) => Unstamped<MeetingEvent> | undefined;

const monday = candidate('2026-11-23T13:00:00.000Z', '2026-11-23T13:45:00.000Z');
const times = [
  monday,
  ...[24, 25, 26, 27].map((day) => candidate(`2026-11-${day}T13:00:00.000Z`, `2026-11-${day}T13:45:00.000Z`)),
];
const someTimes = fc.subarray(times, { minLength: 1, maxLength: 3 });
const oneTime = fc.constantFrom(...times);
const answers: fc.Arbitrary<readonly Answer[]> = fc.array(fc.constantFrom('yes', 'ifNeedBe', 'no'), {
  minLength: 5,
  maxLength: 5,
});

function roundOf({ phase }: MeetingState) {
  return phase.kind === 'collecting' || phase.kind === 'choosing' || phase.kind === 'bookingUnderWay'
    ? phase.round
    : undefined;
}

/** What people and the world do; a step that would be refused now is left out, as the workflow does. */
const step: fc.Arbitrary<Step> = fc.oneof(
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
            if (luck === 0) return { kind: 'serviceFailed', message: 'Graph is away.' };
            return luck === 1
              ? { kind: 'noTimes', obstacles: [], concessions: [] }
              : { kind: 'timesFound', candidates };
          case 'collecting':
            return phase.isOpen ? undefined : { kind: 'asked', holds: [], reached: [], problems: [] };
          case 'bookingUnderWay':
            if (luck === 0)
              return {
                kind: 'serviceFailed',
                message: 'Graph is away.',
                lostBooking: { transactionId: slotKey(phase.slot), slot: phase.slot },
              };
            return luck < 4
              ? { kind: 'taken', by: [bo.id] }
              : { kind: 'booked', booking: bookingAt(phase.slot) };
          case 'booked':
            return phase.isFinished
              ? undefined
              : { kind: 'finished', approved: approvers(phase), taskIds: [], problems: [] };
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
      warnings: [{ kind: 'declined', personId: bo.id, message: 'Bo declined.' }],
    }),
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

const policy = fc.record({
  confirmation: fc.constantFrom('auto' as const, 'organizer' as const),
  approval: fc.constantFrom({ kind: 'everybody' as const }, { kind: 'quorum' as const, count: 2 }),
  onDeadline: fc.constantFrom('expire' as const, 'organizerDecides' as const, 'confirmIfQuorum' as const),
  maxRounds: fc.integer({ min: 1, max: 3 }),
});

/** Every meeting that the steps lead through, the first one included. */
function story(first: MeetingState, steps: readonly Step[]): readonly MeetingState[] {
  const states = [first];
  for (const next of steps) {
    const state = states.at(-1) ?? first;
    const event = next(state);
    if (event !== undefined) states.push(transition(state, { ...event, at: later(state.updatedAt, 1) }));
  }
  return states;
}

function alwaysHolds(property: (states: readonly MeetingState[]) => void): void {
  fc.assert(
    fc.property(policy, fc.array(step, { maxLength: 40 }), (given, steps) => {
      property(story(begun(requestOf(given)), steps));
    }),
    { numRuns: 400 },
  );
}

test('the stories of these tests lead everywhere', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(policy, fc.array(step, { maxLength: 40 }), (given, steps) => {
      for (const { phase } of story(begun(requestOf(given)), steps)) seen.add(phase.kind);
    }),
    { numRuns: 400, seed: 1 },
  );
  expect([...seen].sort()).toEqual([
    'booked',
    'bookingUnderWay',
    'choosing',
    'collecting',
    'noTimesFound',
    'over',
    'searching',
  ]);
});

test('every change counts the version up by one, and rounds only grow', () => {
  alwaysHolds((states) => {
    states.slice(1).forEach((state, index) => {
      expect(state.version).toBe((states[index]?.version ?? 0) + 1);
      expect(state.lastRound).toBeGreaterThanOrEqual(states[index]?.lastRound ?? 0);
      expect(state.automaticRounds).toBeLessThanOrEqual(state.request.policy.maxRounds);
    });
  });
});

test('what is over stays over, as it ended', () => {
  alwaysHolds((states) => {
    states.slice(1).forEach(({ phase }, index) => {
      const before = states[index]?.phase;
      if (before?.kind === 'over') expect(phase).toMatchObject({ kind: 'over', status: before.status });
    });
  });
});

test('nothing is booked by itself without everybody’s yes, or that of the quorum', () => {
  alwaysHolds((states) => {
    states.slice(1).forEach(({ phase, request, history }, index) => {
      if (phase.kind !== 'bookingUnderWay' || states[index]?.phase.kind === 'bookingUnderWay') return;
      if (history.at(-1)?.action === 'confirmed') return;
      const yes = approvers({ booking: bookingAt(phase.slot), round: phase.round });
      const { approval } = request.policy;
      const needed = approval.kind === 'quorum' ? approval.count - 1 : request.attendees.length;
      expect(yes.filter((id) => id !== ana.id).length).toBeGreaterThanOrEqual(needed);
    });
  });
});

test('a confirmed meeting has its booking, and one that is being moved keeps it until the new one stands', () => {
  alwaysHolds((states) => {
    let booked = false;
    for (const state of states) {
      booked ||= state.phase.kind === 'booked';
      const view = toView(state);
      if (booked && state.phase.kind !== 'over') expect(view.booking).toBeDefined();
      if (view.status === 'confirmed') expect(view.booking).toBeDefined();
    }
  });
});

test('a booking that was never answered is remembered until a booking is finished', () => {
  alwaysHolds((states) => {
    states.slice(1).forEach(({ phase, lostBookings = [], history }, index) => {
      const before = states[index]?.lostBookings ?? [];
      const isFinished = phase.kind === 'booked' && phase.isFinished;
      if (isFinished) expect(lostBookings).toEqual([]);
      const isBooked = phase.kind === 'booked' && history.at(-1)?.action === 'confirmed';
      if (!isFinished && !isBooked) expect(lostBookings).toEqual(expect.arrayContaining([...before]));
      expect(new Set(lostBookings.map(({ transactionId }) => transactionId)).size).toBe(lostBookings.length);
    });
  });
});

test('a ballot answers all times of its round, and whoever had answered them is not asked', () => {
  alwaysHolds((states) => {
    for (const state of states) {
      const round = roundOf(state);
      if (round === undefined) continue;
      for (const ballot of Object.values(round.ballots)) {
        expect(Object.keys(ballot.answers)).toHaveLength(round.slots.length);
      }
      const invited = state.request.attendees.map(({ person }) => person.id);
      for (const id of round.asked) expect(invited).toContain(id);
    }
  });
});

test('a finding that comes too late changes nothing but the version', () => {
  const over = transition(begun(), {
    kind: 'cancelled',
    caller: asCaller(ana),
    at: '2026-11-21T11:00:00.000Z',
  });
  const late = transition(over, {
    kind: 'timesFound',
    candidates: [monday],
    at: '2026-11-21T11:01:00.000Z',
  });
  expect(late).toEqual({ ...over, version: over.version + 1, updatedAt: '2026-11-21T11:01:00.000Z' });
});

test('what was written while the meeting was being cancelled is to be undone', () => {
  const states = story(begun(), [
    () => ({ kind: 'timesFound', candidates: [monday] }),
    () => ({ kind: 'asked', holds: [], reached: [], problems: [] }),
    ...[bo, cy].map((person): Step => () => ({
      kind: 'answered',
      caller: asCaller(person),
      ballot: ballotOf(person, 1, [[monday, 'yes']]),
    })),
    () => ({ kind: 'cancelled', caller: asCaller(ana) }),
    () => ({ kind: 'booked', booking: bookingAt(monday) }),
  ]);
  expect(states.at(-1)?.phase).toMatchObject({
    kind: 'over',
    status: 'cancelled',
    toUndo: { eventId: 'event-1' },
  });
});

const approvedBy = (people: readonly (typeof bo)[], round: number, slot: Candidate): Step[] =>
  people.map((person) => () => ({
    kind: 'answered',
    caller: asCaller(person),
    ballot: ballotOf(person, round, [[slot, 'yes']]),
  }));

test('a booking that was lost while a booked meeting was moved is kept until that one is finished again', () => {
  const lostBooking = { transactionId: 'lost', slot: times[1] ?? monday };
  const states = story(begun(), [
    () => ({ kind: 'timesFound', candidates: [monday] }),
    () => ({ kind: 'asked', holds: [], reached: [], problems: [] }),
    ...approvedBy([bo, cy], 1, monday),
    () => ({ kind: 'booked', booking: bookingAt(monday) }),
    () => ({ kind: 'finished', approved: [bo.id, cy.id], taskIds: [], problems: [] }),
    () => ({ kind: 'rescheduled', caller: asCaller(ana), slots: [lostBooking.slot] }),
    () => ({ kind: 'timesFound', candidates: times.slice(1, 2) }),
    () => ({ kind: 'asked', holds: [], reached: [], problems: [] }),
    ...approvedBy([bo, cy], 2, times[1] ?? monday),
    () => ({ kind: 'serviceFailed', message: 'Graph is away.', lostBooking }),
    () => ({ kind: 'deadlinePassed' }),
  ]);
  const stays = states.at(-1) ?? begun();
  expect(stays).toMatchObject({ phase: { kind: 'booked', booking: bookingAt(monday) } });
  expect(stays.lostBookings).toEqual([lostBooking]);
  const [, done] = story(stays, [
    () => ({ kind: 'finished', approved: [bo.id, cy.id], taskIds: [], problems: [] }),
  ]);
  expect(done?.lostBookings).toBeUndefined();
});
