import { describe, expect, it } from 'vitest';
import { pickSlot } from '../../../../../workflows/domain/meeting/pick-slot.ts';
import type { Role } from '../../../../../workflows/domain/meeting/role.ts';
import type { MeetingState } from '../../../../../workflows/domain/meeting/state.ts';
import type { Slot } from '../../../../../workflows/domain/time/slot.ts';
import {
  after,
  asked,
  begun,
  bookingAt,
  found,
  requestOf,
  said,
  sent,
} from '../../../../support/meeting-states.ts';
import { bo, candidate, cy, tuesday, wednesday } from '../../../../support/meeting-views.ts';

const thursday = candidate('2026-11-26T09:00:00.000Z', '2026-11-26T09:45:00.000Z');

function pick(state: MeetingState, role: Role, slot?: Slot): string {
  const picked = pickSlot(state, role, slot, asked);
  return picked.ok ? picked.value.start : picked.problem.code;
}

/** Everybody can on Tuesday, nobody on Wednesday, and the organizer's word is waited for. */
const approved = after(
  begun(requestOf({ confirmation: 'organizer' })),
  found(tuesday, wednesday),
  sent,
  ...[bo, cy].map((person) =>
    said(person, 1, [
      [tuesday, 'yes'],
      [wednesday, 'no'],
    ]),
  ),
);
const halfway = after(begun(), found(tuesday), sent, said(bo, 1, [[tuesday, 'yes']]));

describe('a confirmation', () => {
  it('books the approved time, whoever may confirm', () => {
    expect(approved.phase.kind).toBe('choosing');
    expect(pick(approved, 'organizer')).toBe(tuesday.start);
    expect(pick(approved, 'agentOfOrganizer')).toBe(tuesday.start);
    expect(pick(approved, 'agentOfOrganizer', tuesday)).toBe(tuesday.start);
  });

  it('books a time without its approvals for the organizer in person only', () => {
    expect(pick(approved, 'organizer', wednesday)).toBe(wednesday.start);
    expect(pick(approved, 'agentOfOrganizer', wednesday)).toBe('requires_approval');
  });

  it('waits for approvals that are missing', () => {
    expect(pick(halfway, 'organizer')).toBe('requires_approval');
    expect(pick(halfway, 'agentOfOrganizer', tuesday)).toBe('requires_approval');
    expect(pickSlot(halfway, 'organizer', undefined, asked)).toMatchObject({
      problem: { message: expect.stringContaining('1 answer is still missing') as string },
    });
  });

  it('takes only a time that is on the table and to come', () => {
    expect(pick(approved, 'organizer', thursday)).toBe('invalid');
    const late = pickSlot(approved, 'organizer', tuesday, tuesday.start);
    expect(late).toMatchObject({ ok: false, problem: { code: 'invalid', path: 'slot' } });
  });

  it('says what the meeting is doing where there is nothing to confirm', () => {
    const booking = after(halfway, said(cy, 1, [[tuesday, 'yes']]));
    const confirmed = after(booking, { kind: 'booked', booking: bookingAt(tuesday) });
    const over = after(confirmed, { kind: 'tookPlace' });
    const stuck = after(begun(), { kind: 'noTimes', obstacles: [], concessions: [] });
    expect(pick(begun(), 'organizer')).toBe('precondition_failed');
    expect(pick(stuck, 'organizer')).toBe('precondition_failed');
    expect(pick(booking, 'organizer')).toBe('conflict');
    expect(pick(confirmed, 'organizer')).toBe('conflict');
    expect(pick(over, 'organizer')).toBe('precondition_failed');
  });
});
