import fc from 'fast-check';
import { expect, test } from 'vitest';
import { approvers } from '../../../../../workflows/domain/meeting/approvers.ts';
import { toView } from '../../../../../workflows/domain/meeting/to-view.ts';
import { transition } from '../../../../../workflows/domain/meeting/transition.ts';
import type { Candidate } from '../../../../../workflows/domain/slots/candidate.ts';
import { asCaller, ballotOf, begun, bookingAt, requestOf } from '../../../../support/meeting-states.ts';
import type { Step } from '../../../../support/meeting-stories.ts';
import {
  alwaysHolds,
  monday,
  policy,
  roundOf,
  step,
  story,
  times,
} from '../../../../support/meeting-stories.ts';
import { ana, bo, cy } from '../../../../support/meeting-views.ts';

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

test('a confirmed meeting has its booking, and one that is being moved keeps it until the new one is booked', () => {
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

test('a ballot answers all times of its round, and people who had answered them are not asked', () => {
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
    () => ({ kind: 'serviceFailed', problem: { service: 'calendar', reason: 'unavailable' }, lostBooking }),
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
