import { expect, it } from 'vitest';
import type { Caller } from '../../../../../workflows/domain/meeting/caller.ts';
import { refuseUnasked } from '../../../../../workflows/domain/meeting/may-book-unasked.ts';
import { refuseReminder } from '../../../../../workflows/domain/meeting/refuse-change.ts';
import { toView } from '../../../../../workflows/domain/meeting/to-view.ts';
import { waitingFor } from '../../../../../workflows/domain/meeting/waiting-for.ts';
import {
  after,
  asCaller,
  begun,
  bookingAt,
  found,
  requestOf,
  sent,
} from '../../../../support/meeting-states.ts';
import { ana, bo, tuesday, wednesday } from '../../../../support/meeting-views.ts';

const unasked = requestOf({ approval: { kind: 'none' } });
const underWay = after(begun(unasked), found(tuesday));
const agent: Caller = { kind: 'agent', clientId: 'agent', onBehalfOf: ana.id, surface: 'mcp' };

it('a meeting that nobody is asked about is booked as soon as it has a time', () => {
  expect(underWay.phase).toMatchObject({ kind: 'bookingUnderWay', slot: tuesday, round: { asked: [] } });
  expect(underWay.history.map(({ action }) => action)).toEqual(['requested']);
  expect(waitingFor(toView(underWay))).toEqual([]);
});

it('the organizer decides when somebody is busy by then: no other time is booked unseen', () => {
  const taken = after(underWay, { kind: 'taken', by: [bo.id] });
  expect(taken.phase).toMatchObject({ kind: 'choosing', choice: { reason: 'conflict' } });
  expect(waitingFor(toView(taken))).toEqual([ana.id]);
  expect(refuseReminder(taken)?.reason).toBe('nothingAsked');
  const chosen = { start: wednesday.start, end: wednesday.end };
  const again = after(
    taken,
    { kind: 'slotsChosen', slots: [chosen], caller: asCaller(ana) },
    found(wednesday),
  );
  expect(again.phase).toMatchObject({ kind: 'bookingUnderWay', slot: chosen });
});

it('a newcomer to a booked one does not move it', () => {
  const booked = after(underWay, { kind: 'booked', booking: bookingAt(tuesday) }, sent);
  const changed = after(booked, {
    kind: 'attendeesChanged',
    add: [{ person: bo, type: 'optional', wishes: [] }],
    remove: [],
    caller: asCaller(ana),
  });
  expect(changed.phase).toMatchObject({
    kind: 'searching',
    order: { exactly: [{ start: tuesday.start, end: tuesday.end }] },
  });
});

it.each([
  ['people', asCaller(ana), undefined],
  ['people', agent, 'askFirst'],
  ['everyone', agent, undefined],
  ['nobody', asCaller(ana), 'askFirst'],
  ['nobody', agent, 'askFirst'],
] as const)('where it is for %s, %o is refused: %s', (allowed, caller, reason) => {
  expect(refuseUnasked(caller, unasked, allowed)?.reason).toBe(reason);
  expect(refuseUnasked(caller, requestOf(), allowed)).toBeUndefined();
});
