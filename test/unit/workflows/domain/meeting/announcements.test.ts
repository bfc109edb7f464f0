import { expect, it } from 'vitest';
import { announcementsSince } from '../../../../../workflows/domain/meeting/announcements.ts';
import { record } from '../../../../../workflows/domain/meeting/record.ts';
import { after, begun, found, said, sent } from '../../../../support/meeting-states.ts';
import { bo, cy, tuesday } from '../../../../support/meeting-views.ts';

const open = after(begun(), found(tuesday), sent);

function purposes(state: typeof open) {
  return announcementsSince(state, open.version)
    .map(({ recipientId, purpose }) => [recipientId, purpose])
    .slice(1);
}

it('a reminder goes to those whom the history names', () => {
  const state = { ...open, version: open.version + 1 };
  const reminded = record(state, { at: state.updatedAt, action: 'reminded', people: [cy.id] });
  expect(purposes(reminded)).toEqual([
    [bo.id, 'update'],
    [cy.id, 'remind'],
  ]);
});

it('whoever has answered since is no longer reminded', () => {
  const reminded = after(open, { kind: 'reminderDue' }, said(cy, 1, [[tuesday, 'yes']]));
  expect(purposes(reminded)).toEqual([
    [bo.id, 'remind'],
    [cy.id, 'update'],
  ]);
});
