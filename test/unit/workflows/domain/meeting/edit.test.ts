import { describe, expect, it } from 'vitest';
import type { Edits } from '../../../../../workflows/domain/meeting/edits.ts';
import { editProblem, editsOf, refuseEdit } from '../../../../../workflows/domain/meeting/edit.ts';
import type { MeetingState } from '../../../../../workflows/domain/meeting/state.ts';
import { later } from '../../../../../workflows/domain/time/later.ts';
import { slotKey } from '../../../../../workflows/domain/time/slot.ts';
import { toView } from '../../../../../workflows/domain/meeting/to-view.ts';
import {
  after,
  asCaller,
  asked,
  begun,
  bookingAt,
  found,
  requestOf,
  said,
  sent,
} from '../../../../support/meeting-states.ts';
import { ana, bo, cy, tuesday } from '../../../../support/meeting-views.ts';

const open = after(begun(), found(tuesday), sent);
const answered = after(open, said(bo, 1, [[tuesday, 'yes']]));
const booked = after(answered, said(cy, 1, [[tuesday, 'yes']]), {
  kind: 'booked',
  booking: bookingAt(tuesday),
});
const finished = after(booked, { kind: 'finished', approved: [bo.id, cy.id], taskIds: [], problems: [] });
/** Booked, and being moved. */
const moving = after(finished, {
  kind: 'rescheduled',
  slots: [{ start: later(tuesday.start, 60), end: later(tuesday.end, 60) }],
  caller: asCaller(ana),
});

function edited(state: MeetingState, edits: Edits): MeetingState {
  return after(state, { kind: 'edited', edits, caller: asCaller(ana) });
}
const lasting = (minutes: number) => ({ start: tuesday.start, end: later(tuesday.start, minutes) });

describe('an edit of a meeting that is being asked about', () => {
  it('leaves the round and its answers as they are, unless the length changes', () => {
    const state = edited(answered, {
      title: 'Q4',
      place: 'the lobby',
      agenda: 'Costs',
      isOnlineMeeting: true,
    });
    expect(state.phase).toBe(answered.phase);
    expect(toView(state)).toMatchObject({ title: 'Q4', place: 'the lobby', agenda: 'Costs' });
  });

  it.each([
    ['longer', 90, [bo.id, cy.id]],
    ['shorter', 15, [cy.id]],
  ] as const)('asks for a %s one at the same start', (_, durationMinutes, askedAgain) => {
    const state = edited(answered, { durationMinutes });
    expect(state.phase).toMatchObject({
      kind: 'searching',
      order: { exactly: [lasting(durationMinutes)], first: [] },
    });
    const again = after(state, found({ ...tuesday, ...lasting(durationMinutes) }), sent);
    expect(again.phase).toMatchObject({ kind: 'collecting', round: { number: 2, asked: askedAgain } });
  });

  it('keeps a search that is under way to the new length', () => {
    const slots = [{ start: tuesday.start, end: tuesday.end }];
    const searching = after(open, { kind: 'slotsChosen', slots, caller: asCaller(ana) });
    expect(edited(searching, { durationMinutes: 60 }).phase).toMatchObject({
      kind: 'searching',
      order: { exactly: [lasting(60)] },
    });
  });

  it('tells in the history what it was and what it is, so that it can be taken back', () => {
    const state = edited(open, { title: 'Q4', place: 'the lobby' });
    const entry = state.history.at(-1);
    expect(entry).toMatchObject({
      action: 'edited',
      personId: ana.id,
      before: { title: 'Q3 budget', place: '' },
      after: { title: 'Q4', place: 'the lobby' },
    });
    const back = entry?.action === 'edited' ? edited(state, entry.before) : state;
    expect(toView(back)).toMatchObject({ title: 'Q3 budget', place: undefined });
  });
});

describe('an edit of a booked meeting', () => {
  it('is the meeting’s only when the event has it', () => {
    const pending = edited(finished, { title: 'Q4' });
    expect(toView(pending).title).toBe('Q3 budget');
    expect(editProblem(pending, pending.version)?.reason).toBe('editUnderWay');
    const done = after(pending, { kind: 'eventEdited', booking: bookingAt(tuesday) });
    expect(toView(done).title).toBe('Q4');
    expect(done.edit).toBeUndefined();
    expect(done.phase).toMatchObject({ kind: 'booked', isFinished: true });
    expect(done.history.at(-1)).toMatchObject({ action: 'edited', personId: ana.id });
  });

  it('changes nothing where somebody is busy, and says who', () => {
    const pending = edited(finished, { durationMinutes: 90 });
    const because = { slot: lasting(90), people: [bo.id], isRoomTaken: true };
    const refused = after(pending, { kind: 'editRefused', because, isTold: true });
    expect(toView(refused)).toMatchObject({ durationMinutes: 45, booking: { slot: lasting(45) } });
    expect(editProblem(refused, pending.version)).toMatchObject({
      code: 'conflict',
      reason: 'notFreeThatLong',
      names: bo.displayName,
      isRoomTaken: true,
    });
  });

  it('that makes it shorter keeps who approved', () => {
    const booking = { ...bookingAt(tuesday), slot: lasting(30) };
    const shorter = after(edited(finished, { durationMinutes: 30 }), { kind: 'eventEdited', booking });
    expect(shorter.phase).toMatchObject({ kind: 'booked', booking, isFinished: false });
    expect(toView(shorter).attendees.map(({ approval }) => approval)).toEqual(['approved', 'approved']);
    expect(shorter.known[bo.id]?.[slotKey(lasting(30))]).toBe('yes');
  });

  it('that is being moved changes the event that there is, and the length of what is asked about', () => {
    const pending = edited(moving, { title: 'Q4', durationMinutes: 60 });
    const done = after(pending, { kind: 'eventEdited', booking: bookingAt(tuesday) });
    expect(done.phase).toMatchObject({
      kind: 'searching',
      order: { exactly: [{ start: later(tuesday.start, 60), end: later(tuesday.start, 120) }] },
      keptBooking: { slot: lasting(45) },
    });
  });

  it('is nothing any more when the meeting was cancelled meanwhile', () => {
    const pending = edited(finished, { title: 'Q4' });
    const over = after(pending, { kind: 'cancelled', caller: asCaller(ana) });
    expect(editProblem(over, pending.version)?.reason).toBe('over');
    const late = after(over, { kind: 'eventEdited', booking: bookingAt(tuesday) });
    expect(toView(late).title).toBe('Q3 budget');
  });
});

describe('an edit is refused', () => {
  const online = after(begun(requestOf({}, { isOnlineMeeting: true })), found(tuesday), sent);
  const onlineBooked = after(online, said(bo, 1, [[tuesday, 'yes']]), said(cy, 1, [[tuesday, 'yes']]), {
    kind: 'booked',
    booking: bookingAt(tuesday),
  });
  it.each([
    ['of what is as wanted already', open, { title: 'Q3 budget', place: '' }, asked, 'nothingToEdit'],
    ['of a booked meeting’s agenda', booked, { agenda: 'Costs' }, asked, 'agendaInEvent'],
    ['that takes a booked meeting offline', onlineBooked, { isOnlineMeeting: false }, asked, 'staysOnline'],
    ['that lets it end in the past', booked, { durationMinutes: 15 }, tuesday.end, 'timePassed'],
    ['of the length of times that have passed', open, { durationMinutes: 60 }, tuesday.end, 'allTimesPassed'],
    [
      'of a meeting that is over',
      after(open, { kind: 'cancelled', caller: asCaller(ana) }),
      { title: 'Q4' },
      asked,
      'over',
    ],
  ] as const)('%s', (_, state, wanted, now, reason) => {
    expect(refuseEdit(state, editsOf(state.request, wanted), now)?.reason).toBe(reason);
  });
});
