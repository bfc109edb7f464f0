import { describe, expect, it } from 'vitest';
import { personId } from '../../../../../workflows/domain/people/person.ts';
import type { SlotSearchInput } from '../../../../../workflows/domain/slots/search-input.ts';
import { verify } from '../../../../../workflows/domain/slots/verify.ts';
import { attendee, hours, simpleSearch } from './simple-search.ts';

const slot = { start: '2026-06-09T10:00:00.000Z', end: '2026-06-09T11:00:00.000Z' };
const ten = ['2026-06-09T10:00Z', '2026-06-09T11:00Z'] as const;
const wish = { strength: 'hard' as const, timeZone: 'UTC', startTime: '10:30' };

const cases: readonly [violation: string, rest: Partial<SlotSearchInput>][] = [
  ['does not last 30 minutes', { durationMinutes: 30 }],
  ['starts at 15:45, which is no multiple of 60 minutes', { timeZone: 'Asia/Kathmandu' }],
  [
    'lies in none of the windows',
    { windows: [{ start: '2026-06-09T10:30:00Z', end: '2026-06-09T12:00:00Z' }] },
  ],
  ["starts with less than 60 minutes' notice", { now: '2026-06-09T09:30:00Z', minimumNoticeMinutes: 60 }],
  ['lies outside the daily window or on a day that is not allowed', { daysOfWeek: ['monday'] }],
  ['lies outside the daily window or on a day that is not allowed', { latestTime: '10:30' }],
  ['bob is not free', { attendees: [attendee('alice'), attendee('bob', [ten])] }],
  ['bob is not free', { attendees: [attendee('bob', [], { unreadable: 'No permission.' })] }],
  [
    'bob does not work then',
    { attendees: [attendee('bob', [], { workingHours: hours('UTC', '10:30', '17:00') })] },
  ],
  ['bob wished otherwise', { attendees: [attendee('bob', [], { wishes: [wish] })] }],
  ['van is not free', { attendees: [attendee('bob'), attendee('van', [ten], { type: 'resource' })] }],
  [
    'no room is free',
    {
      attendees: [attendee('bob'), attendee('van', [ten], { type: 'resource' })],
      oneOfRooms: [personId('van')],
    },
  ],
];

describe('verify', () => {
  it('passes a slot that keeps every rule', () => {
    expect(verify(simpleSearch(), slot)).toEqual({ ok: true });
  });

  for (const [violation, rest] of cases) {
    it(`finds that a slot ${violation}`, () => {
      expect(verify(simpleSearch(rest), slot)).toEqual({ ok: false, violations: [violation] });
    });
  }

  it('finds that the candidate names a room that is taken', () => {
    const rooms = [
      attendee('north', [ten], { type: 'resource' }),
      attendee('south', [], { type: 'resource' }),
    ];
    const input = simpleSearch({
      attendees: [attendee('bob'), ...rooms],
      oneOfRooms: [personId('north'), personId('south')],
    });
    expect(verify(input, { ...slot, roomId: personId('south') })).toEqual({ ok: true });
    expect(verify(input, { ...slot, roomId: personId('north') }).ok).toBe(false);
  });
});
