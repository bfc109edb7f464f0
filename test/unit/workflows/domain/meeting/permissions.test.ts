import { describe, expect, it } from 'vitest';
import { refusePermission } from '../../../../../workflows/domain/meeting/permissions.ts';
import type { Role } from '../../../../../workflows/domain/meeting/role.ts';
import { roleOf } from '../../../../../workflows/domain/meeting/role.ts';
import type { Person } from '../../../../../workflows/domain/people/person.ts';
import { guestId, personId } from '../../../../../workflows/domain/people/person.ts';

/** Rows: who; columns: see, answer, and everything that is the organizer's. */
const table: readonly [Role, see: boolean, answer: boolean, organize: boolean][] = [
  ['organizer', true, true, true],
  ['attendee', true, true, false],
  ['guest', true, true, false],
  ['agentOfOrganizer', true, false, true],
  ['agentOfAttendee', true, false, false],
  ['arranger', true, false, false],
  ['stranger', false, false, false],
];

describe('who may do what', () => {
  it.each(table)('%s: see %s, answer %s, organize %s', (role, see, answer, organize) => {
    expect(refusePermission(role, 'see') === undefined).toBe(see);
    expect(refusePermission(role, 'answer') === undefined).toBe(answer);
    expect(refusePermission(role, 'organize') === undefined).toBe(organize);
  });

  it('does not even tell a stranger that the meeting exists', () => {
    expect(refusePermission('stranger', 'see')?.code).toBe('not_found');
  });
});

describe('what a caller is to a meeting', () => {
  const one = (id: string): Person => ({ id: personId(id), displayName: id, mail: `${id}@contoso.example` });
  const guest: Person = { id: guestId('gil@else.example'), displayName: 'Gil', mail: 'gil@else.example' };
  const parties = { organizer: one('ann'), attendees: [{ person: one('bob') }, { person: guest }] };

  it('takes a guest only by a link to this very meeting', () => {
    const caller = { kind: 'guest', personId: guest.id, meetingId: 'm1', surface: 'mail' } as const;
    expect(roleOf(caller, 'm1', parties)).toBe('guest');
    expect(roleOf(caller, 'm2', parties)).toBe('stranger');
    expect(roleOf({ kind: 'person', personId: guest.id, surface: 'teams' }, 'm1', parties)).toBe('stranger');
  });

  it('takes who arranged it for the organizer only where they are proven to be their delegate', () => {
    const arranged = { ...parties, requestedBy: one('dee') };
    const dee = { kind: 'person', personId: personId('dee'), surface: 'teams' } as const;
    const agent = { kind: 'agent', clientId: 'x', onBehalfOf: dee.personId, surface: 'mcp' } as const;
    const delegateOf = personId('ann');
    expect(roleOf(dee, 'm1', arranged)).toBe('arranger');
    expect(roleOf({ ...dee, delegateOf }, 'm1', arranged)).toBe('organizer');
    expect(roleOf({ ...dee, delegateOf: personId('bob') }, 'm1', arranged)).toBe('arranger');
    expect(roleOf({ ...agent, delegateOf }, 'm1', arranged)).toBe('agentOfOrganizer');
    expect(roleOf({ ...dee, delegateOf }, 'm1', parties)).toBe('stranger');
  });

  it('never takes an agent for a person', () => {
    const agent = { kind: 'agent', clientId: 'x', surface: 'mcp' } as const;
    expect(roleOf({ ...agent, onBehalfOf: personId('ann') }, 'm1', parties)).toBe('agentOfOrganizer');
    expect(roleOf({ ...agent, onBehalfOf: personId('bob') }, 'm1', parties)).toBe('agentOfAttendee');
    expect(roleOf({ ...agent, onBehalfOf: personId('eve') }, 'm1', parties)).toBe('stranger');
  });
});
