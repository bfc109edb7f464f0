import { describe, expect, it } from 'vitest';
import type { Availability } from '../../../../../../workflows/domain/availability/availability.ts';
import type { MeetingRequest } from '../../../../../../workflows/domain/meeting/request.ts';
import type { Person } from '../../../../../../workflows/domain/people/person.ts';
import { personId } from '../../../../../../workflows/domain/people/person.ts';
import { defaultPolicy } from '../../../../../../workflows/domain/policy/policy.ts';
import { searchInput } from '../../../../../../workflows/domain/meeting/search/from-request.ts';
import { searchSlots } from '../../../../../../workflows/domain/slots/search.ts';

const now = '2026-06-01T08:00:00.000Z';

function person(name: string): Person {
  return { id: personId(name), displayName: name, mail: `${name}@example.org` };
}

function request(rest: Partial<MeetingRequest> = {}): MeetingRequest {
  return {
    title: 'Budget',
    durationMinutes: 60,
    organizer: person('alice'),
    timeZone: 'Europe/Berlin',
    attendees: [
      { person: person('bob'), type: 'required', wishes: [] },
      { person: person('carol'), type: 'optional', wishes: [] },
    ],
    wishes: [{ strength: 'soft', timeZone: 'Europe/Berlin', endTime: '10:00' }],
    oneOfRooms: [personId('north')],
    isOnlineMeeting: true,
    windows: [{ start: '2026-06-09T07:00:00.000Z', end: '2026-06-09T10:00:00.000Z' }],
    bufferBeforeMinutes: 0,
    bufferAfterMinutes: 0,
    minimumNoticeMinutes: 0,
    ranking: 'earliest',
    slotCount: 1,
    policy: defaultPolicy,
    actions: [],
    ...rest,
  };
}

function free(name: string): Availability {
  return { personId: personId(name), busy: [] };
}

const everybody = ['alice', 'bob', 'carol', 'north'].map(free);

describe('searchInput', () => {
  it('makes the organizer a required attendee with their own wishes, and rooms resources', () => {
    const { attendees, oneOfRooms } = searchInput(request(), everybody, now, 5);
    expect(attendees.map(({ id, type, wishes }) => [id, type, wishes.length])).toEqual([
      ['alice', 'required', 1],
      ['bob', 'required', 0],
      ['carol', 'optional', 0],
      ['north', 'resource', 0],
    ]);
    expect(oneOfRooms).toEqual(['north']);
  });

  it('asks for the organizer once, even when they were named as an attendee', () => {
    const attendees = [{ person: person('alice'), type: 'optional' as const, wishes: [] }];
    const input = searchInput(request({ attendees }), everybody, now, 5);
    expect(input.attendees.map(({ id, type }) => [id, type])).toEqual([
      ['alice', 'required'],
      ['north', 'resource'],
    ]);
  });

  it('can be searched', () => {
    const busy = [
      { start: '2026-06-09T07:00:00.000Z', end: '2026-06-09T07:45:30.000Z', status: 'busy' as const },
    ];
    const availabilities = [
      { ...free('bob'), busy },
      ...everybody.filter(({ personId: id }) => id !== 'bob'),
    ];
    const { candidates } = searchSlots(searchInput(request(), availabilities, now, 5));
    expect(candidates.map(({ start, roomId }) => [start.slice(11, 16), roomId])).toEqual([
      ['08:00', 'north'],
      ['08:30', 'north'],
      ['09:00', 'north'],
    ]);
  });

  it('never treats a person as free whose calendar is missing or could not be read', () => {
    const missing = searchInput(request(), everybody.slice(1), now, 5);
    const failed = searchInput(
      request(),
      [{ ...free('alice'), error: 'Mailbox full.' }, ...everybody.slice(1)],
      now,
      5,
    );
    expect(searchSlots(missing).candidates).toEqual([]);
    expect(searchSlots(failed).candidates).toEqual([]);
    expect(failed.attendees[0]?.unreadable).toBe('Mailbox full.');
  });

  it('looks at quarters of an hour for meetings that are no multiple of half an hour', () => {
    expect(searchInput(request({ durationMinutes: 45 }), everybody, now, 5).granularityMinutes).toBe(15);
    expect(searchInput(request({ durationMinutes: 90 }), everybody, now, 5).granularityMinutes).toBe(30);
  });

  it('names the calendar and the interval that cannot be read', () => {
    const busy = [{ start: '2026-06-09T07:00:00', end: '2026-06-09T08:00:00.000Z', status: 'busy' as const }];
    expect(() => searchInput(request(), [{ ...free('bob'), busy }], now, 5)).toThrow(
      expect.objectContaining({ reason: 'malformed', path: 'availabilities.bob.busy.0.start' }),
    );
  });
});
