import { expect, it } from 'vitest';
import { inOwnName } from '../../../../../workflows/domain/meeting/in-own-name.ts';
import { requiredIds, voters } from '../../../../../workflows/domain/meeting/people.ts';
import { requestSchema } from '../../../../../workflows/contract/schemas/request.ts';
import { requestOf } from '../../../../support/meeting-states.ts';
import { ana, bo, cy } from '../../../../support/meeting-views.ts';

it('who is no delegate organizes without attending, and whose meeting it was to be is asked', () => {
  const request = inOwnName(requestOf({}, { attendees: [{ person: bo, type: 'optional', wishes: [] }] }), cy);
  expect(request).toMatchObject({ organizer: cy, organizerAttends: false });
  expect(voters(request)).toEqual([
    { personId: ana.id, role: 'required' },
    { personId: bo.id, role: 'optional' },
  ]);
  expect(requiredIds(request)).toEqual([ana.id]);
  expect(requestSchema.safeParse(request).success).toBe(true);
});

it('and attends where they are in it', () => {
  const request = inOwnName(requestOf(), cy);
  expect(request).toMatchObject({ organizer: cy, organizerAttends: undefined });
  expect(request.attendees.map(({ person }) => person.id)).toEqual([ana.id, bo.id]);
});

it('a quorum counts an organizer who attends, and no other', () => {
  const quorum = requestOf({ approval: { kind: 'quorum', count: 3 } });
  expect(requestSchema.safeParse(quorum).success).toBe(true);
  expect(requestSchema.safeParse({ ...quorum, organizerAttends: false }).success).toBe(false);
});
