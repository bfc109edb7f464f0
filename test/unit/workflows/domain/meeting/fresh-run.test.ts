import { describe, expect, it } from 'vitest';
import { isMoveDue } from '../../../../../workflows/domain/meeting/fresh-run.ts';
import { later } from '../../../../../workflows/domain/time/later.ts';
import { after, asked, begun, bookingAt, found, said, sent } from '../../../../support/meeting-states.ts';
import { bo, cy, tuesday } from '../../../../support/meeting-views.ts';

const dayMinutes = 24 * 60;
const collecting = after(begun(), found(tuesday), sent);
const booked = after(collecting, said(bo, 1, [[tuesday, 'yes']]), said(cy, 1, [[tuesday, 'yes']]), {
  kind: 'booked',
  booking: bookingAt(tuesday),
});
const watched = after(booked, { kind: 'finished', approved: [bo.id, cy.id], taskIds: [], problems: [] });

describe('a meeting moves to a fresh run', () => {
  it.each([
    ['not while people answer', collecting, false, 0, false],
    ['not while the others learn that it is booked', booked, false, 0, false],
    ['when it is booked', watched, false, 0, true],
    ['not again at once', watched, true, 0, false],
    ['not again within a month', watched, true, 29, false],
    ['again after a month', watched, true, 30, true],
    ['never for its age alone', collecting, false, 60, false],
  ])('%s', (_, state, beganWatched, days, isDue) => {
    expect(isMoveDue(state, { startedAt: asked, beganWatched }, later(asked, days * dayMinutes))).toBe(isDue);
  });
});
