import { describe, expect, it } from 'vitest';
import type { MeetingState } from '../../../../../workflows/domain/meeting/state.ts';
import { toView } from '../../../../../workflows/domain/meeting/to-view.ts';
import {
  after,
  asCaller,
  begun,
  bookingAt,
  found,
  requestOf,
  said,
  sent,
} from '../../../../support/meeting-states.ts';
import { ana, bo, cy, tuesday, wednesday } from '../../../../support/meeting-views.ts';

function approvals(state: MeetingState): Readonly<Record<string, string>> {
  return Object.fromEntries(
    toView(state).attendees.map(({ person, approval }) => [person.displayName, approval]),
  );
}

const vote = after(
  begun(requestOf({ approval: { kind: 'quorum', count: 2 } })),
  found(tuesday, wednesday),
  sent,
);
const boOnTuesday = said(bo, 1, [
  [tuesday, 'yes'],
  [wednesday, 'no'],
]);
const cyOnWednesday = said(cy, 1, [
  [tuesday, 'no'],
  [wednesday, 'ifNeedBe'],
]);

describe('an approval in the view', () => {
  it('is pending without a word', () => {
    expect(approvals(vote)).toEqual({ 'Bo Chen': 'pending', 'Cy Diaz': 'pending' });
  });

  it('is approved when one of the times suits, and rejected when none does', () => {
    expect(approvals(after(begun(), found(tuesday, wednesday), sent, cyOnWednesday))['Cy Diaz']).toBe(
      'approved',
    );
    const none = said(cy, 1, [
      [tuesday, 'no'],
      [wednesday, 'no'],
    ]);
    expect(approvals(after(vote, none))['Cy Diaz']).toBe('rejected');
  });

  it('is that of the booked time once there is one', () => {
    const booking = after(vote, boOnTuesday);
    expect(booking.phase).toMatchObject({ kind: 'bookingUnderWay', slot: tuesday });
    const confirmed = after(booking, cyOnWednesday, { kind: 'booked', booking: bookingAt(tuesday) });
    expect(approvals(confirmed)).toEqual({ 'Bo Chen': 'approved', 'Cy Diaz': 'rejected' });
  });

  it('stays when a booked meeting could not be moved', () => {
    const moving = after(
      begun(),
      found(tuesday),
      sent,
      said(bo, 1, [[tuesday, 'yes']]),
      said(cy, 1, [[tuesday, 'ifNeedBe']]),
      { kind: 'booked', booking: bookingAt(tuesday) },
      { kind: 'rescheduled', caller: asCaller(ana), windows: [] },
    );
    const stayed = after(moving, { kind: 'noTimes', obstacles: [], concessions: [] });
    expect(toView(stayed).status).toBe('confirmed');
    expect(approvals(stayed)).toEqual({ 'Bo Chen': 'approved', 'Cy Diaz': 'approved' });
  });

  it('is about the new time while a booked meeting is being moved', () => {
    const moving = after(
      begun(),
      found(tuesday),
      sent,
      said(bo, 1, [[tuesday, 'yes']]),
      said(cy, 1, [[tuesday, 'yes']]),
      { kind: 'booked', booking: bookingAt(tuesday) },
      { kind: 'rescheduled', caller: asCaller(ana), windows: [] },
      found(wednesday),
    );
    expect(toView(moving)).toMatchObject({ status: 'proposed', booking: { slot: { start: tuesday.start } } });
    expect(approvals(moving)).toEqual({ 'Bo Chen': 'pending', 'Cy Diaz': 'pending' });
  });
});
