import { expect, test } from 'vitest';
import { describeMeeting } from '../../../../bot/words/describe-meeting.ts';
import { createPublicView } from '../../../../mcp/projections/public-view.ts';
import { ana, bo, tuesday, viewOf } from '../../../support/meeting-views.ts';

const publicView = createPublicView(describeMeeting);
const at = '2026-11-21T12:00:00.000Z';

test('every fact has its sentence beside it, with times in the meeting’s zone', () => {
  const view = viewOf({
    status: 'confirmed',
    warnings: [{ kind: 'moved', slot: tuesday, at }],
    choice: { reason: 'eventMoved', slot: tuesday, candidates: [], obstacles: [], concessions: [] },
    history: [{ action: 'answered', answer: 'approved', personId: bo.id, at, version: 2 }],
  });
  expect(publicView(view)).toMatchObject({
    warnings: [
      { kind: 'moved', message: 'The meeting was moved in the calendar to Tue 24 Nov, 14:00–14:45.' },
    ],
    choice: {
      reason: 'eventMoved',
      message:
        'The meeting was moved in the calendar to Tue 24 Nov, 14:00–14:45. Find another time, or leave it as it is.',
    },
    history: [{ action: 'answered', answer: 'approved', message: 'Bo Chen approved.' }],
  });
});

test('the outcome is a sentence, and the ending is its fact', () => {
  const ending = { kind: 'cancelled', by: ana.id, reason: 'No budget left.' } as const;
  expect(publicView(viewOf({ status: 'cancelled', outcome: ending }))).toMatchObject({
    outcome: 'Ana Lima cancelled the meeting: “No budget left.”',
    ending,
  });
});

test('sentences are made once for each view', () => {
  const view = viewOf();
  expect(publicView(view)).toBe(publicView(view));
});
