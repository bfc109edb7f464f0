import { describe, expect, it } from 'vitest';
import type { FreeBusyStatus } from '../../../../../workflows/domain/availability/availability.ts';
import { personId } from '../../../../../workflows/domain/people/person.ts';
import { searchSlots } from '../../../../../workflows/domain/slots/search.ts';
import type { SlotSearchInput } from '../../../../../workflows/domain/slots/search-input.ts';
import { attendee, hours, minute, simpleSearch } from './simple-search.ts';

/** Start times of the candidates in their order, as UTC hours and minutes. */
function found(rest: Partial<SlotSearchInput>): string[] {
  return searchSlots(simpleSearch(rest)).candidates.map(({ start }) => start.slice(11, 16));
}

/** The first candidate's reasons, one line a person. */
function reasons(rest: Partial<SlotSearchInput>): string[] {
  const [first] = searchSlots(simpleSearch(rest)).candidates;
  return (first?.reasons ?? []).map(
    ({ personId: id, suits, reason, text }) =>
      `${id} ${suits ? 'comes' : 'cannot'}: ${reason}${text === undefined ? '' : ` (${text})`}`,
  );
}

const nine = ['2026-06-09T09:00Z', '2026-06-09T10:00Z'] as const;
const ten = ['2026-06-09T10:00Z', '2026-06-09T11:00Z'] as const;
const eleven = ['2026-06-09T11:00Z', '2026-06-09T12:00Z'] as const;
const during = ([start, end]: readonly [string, string]) => [minute(start), minute(end)];

describe('what searchSlots finds', () => {
  it('takes the slots that leave everybody free', () => {
    expect(found({ attendees: [attendee('alice', [nine]), attendee('bob', [ten])] })).toEqual(['11:00']);
  });

  it('lets a meeting begin when another ends', () => {
    expect(found({ attendees: [attendee('alice', [ten])] })).toEqual(['09:00', '11:00']);
  });

  const statuses: readonly [FreeBusyStatus, boolean][] = [
    ['free', true],
    ['workingElsewhere', true],
    ['tentative', true],
    ['busy', false],
    ['oof', false],
    ['unknown', false],
  ];
  for (const [status, comes] of statuses) {
    it(`${comes ? 'finds' : 'rules out'} a time at which a required person is ${status}`, () => {
      const busy = { [status]: during(nine) };
      expect(found({ attendees: [attendee('alice', [], { busy })] }).includes('09:00')).toBe(comes);
    });
  }

  it('never takes an unreadable calendar for a free one', () => {
    const attendees = [attendee('alice'), attendee('bob', [], { unreadable: 'The mailbox is gone.' })];
    expect(found({ attendees })).toEqual([]);
  });

  it('comes to the same when an unreadable person is optional, and says so', () => {
    const attendees = [
      attendee('alice'),
      attendee('bob', [], { type: 'optional', unreadable: 'The mailbox is gone.' }),
    ];
    expect(found({ attendees })).toEqual(['09:00', '10:00', '11:00']);
    expect(reasons({ attendees })).toEqual(['alice comes: free', 'bob cannot: unknown']);
  });

  it('puts times first that suit optional people', () => {
    expect(found({ attendees: [attendee('alice'), attendee('bob', [nine], { type: 'optional' })] })).toEqual([
      '10:00',
      '11:00',
      '09:00',
    ]);
  });

  it('ranks by start when asked for the earliest', () => {
    const attendees = [attendee('alice'), attendee('bob', [nine], { type: 'optional' })];
    expect(found({ attendees, ranking: 'earliest' })).toEqual(['09:00', '10:00', '11:00']);
  });

  it('scores 1 where nobody minds, and less for tentative times', () => {
    const attendees = [attendee('alice', [], { busy: { tentative: during(nine) } }), attendee('bob')];
    const { candidates } = searchSlots(simpleSearch({ attendees }));
    expect(candidates.map(({ start, score }) => [start.slice(11, 16), score])).toEqual([
      ['10:00', 1],
      ['11:00', 1],
      ['09:00', 0.75],
    ]);
  });

  it('keeps buffers free around the slot for required people only', () => {
    const buffers = { bufferBeforeMinutes: 15, bufferAfterMinutes: 15 };
    expect(found({ ...buffers, attendees: [attendee('alice', [ten])] })).toEqual([]);
    const optional = [attendee('alice'), attendee('bob', [ten], { type: 'optional' })];
    expect(found({ ...buffers, attendees: optional })).toEqual(['09:00', '11:00', '10:00']);
  });

  it('keeps the minimum notice', () => {
    expect(found({ now: '2026-06-09T08:30:00.000Z', minimumNoticeMinutes: 60 })).toEqual(['10:00', '11:00']);
  });

  it('keeps to the days of the week of the organizer, not of UTC', () => {
    const monday = { start: '2026-06-08T20:00:00.000Z', end: '2026-06-09T01:00:00.000Z' };
    expect(found({ windows: [monday], daysOfWeek: ['tuesday'], timeZone: 'Europe/Berlin' })).toEqual([
      '22:00',
      '23:00',
      '00:00',
    ]);
  });

  it('understands a daily window that crosses midnight', () => {
    const night = { start: '2026-06-08T20:00:00.000Z', end: '2026-06-09T03:00:00.000Z' };
    expect(found({ windows: [night], earliestTime: '23:00', latestTime: '01:00' })).toEqual([
      '23:00',
      '00:00',
    ]);
  });

  it('keeps a slot inside one window even where two touch', () => {
    const windows = [
      { start: '2026-06-09T09:00:00.000Z', end: '2026-06-09T10:30:00.000Z' },
      { start: '2026-06-09T10:30:00.000Z', end: '2026-06-09T12:00:00.000Z' },
    ];
    expect(found({ windows })).toEqual(['09:00', '11:00']);
  });

  it("reads working hours in each one's own zone", () => {
    const day = { start: '2026-06-09T00:00:00.000Z', end: '2026-06-10T00:00:00.000Z' };
    const attendees = [
      attendee('alice', [], { workingHours: hours('Europe/Berlin') }),
      attendee('bob', [], { workingHours: hours('America/New_York') }),
    ];
    expect(found({ windows: [day], attendees })).toEqual(['13:00', '14:00']);
  });

  it("takes several intervals a day, and an exception's instead on its date", () => {
    const workingHours = {
      timeZone: 'UTC',
      days: [
        {
          dayOfWeek: 'tuesday' as const,
          intervals: [
            { startTime: '09:00', endTime: '10:00' },
            { startTime: '11:00', endTime: '12:00' },
          ],
        },
      ],
      exceptions: [{ date: '2026-06-16', intervals: [{ startTime: '10:00', endTime: '11:00' }] }],
    };
    const windows = [
      { start: '2026-06-09T00:00:00.000Z', end: '2026-06-10T00:00:00.000Z' },
      { start: '2026-06-16T00:00:00.000Z', end: '2026-06-17T00:00:00.000Z' },
    ];
    const attendees = [attendee('alice', [], { workingHours })];
    expect(found({ windows, attendees })).toEqual(['09:00', '11:00', '10:00']);
  });

  it('lets soft working hours cost score, and ignored ones nothing', () => {
    const attendees = [attendee('alice', [], { workingHours: hours('UTC', '10:00', '11:00') })];
    expect(found({ attendees, workingHours: 'hard' })).toEqual(['10:00']);
    expect(found({ attendees, workingHours: 'soft' })).toEqual(['10:00', '09:00', '11:00']);
    expect(found({ attendees, workingHours: 'ignored' })).toEqual(['09:00', '10:00', '11:00']);
  });

  it('obeys hard wishes, weighs soft ones and quotes them', () => {
    const wish = { timeZone: 'UTC', startTime: '00:00', endTime: '10:30', text: 'not before half past ten' };
    const wishing = (strength: 'hard' | 'soft') => [
      attendee('alice', [], { wishes: [{ strength, ...wish }] }),
    ];
    expect(found({ attendees: wishing('hard') })).toEqual(['11:00']);
    expect(found({ attendees: wishing('soft') })).toEqual(['11:00', '09:00', '10:00']);
    expect(reasons({ attendees: wishing('soft'), ranking: 'earliest' })).toEqual([
      'alice comes: againstWish (not before half past ten)',
    ]);
  });

  it('takes the first room of the set that is free, and needs every other room', () => {
    const room = (name: string, busy: readonly (readonly [string, string])[]) =>
      attendee(name, busy, { type: 'resource' });
    const attendees = [attendee('alice'), room('north', [nine]), room('south', [ten]), room('van', [eleven])];
    const oneOfRooms = [personId('north'), personId('south')];
    const { candidates } = searchSlots(simpleSearch({ attendees, oneOfRooms }));
    expect(candidates.map(({ start, roomId }) => [start.slice(11, 16), roomId])).toEqual([
      ['09:00', 'south'],
      ['10:00', 'north'],
    ]);
  });

  it("counts the grid from local midnight in the organizer's zone", () => {
    const windows = [{ start: '2026-06-09T09:00:00.000Z', end: '2026-06-09T11:00:00.000Z' }];
    expect(
      found({ windows, timeZone: 'Asia/Kathmandu', granularityMinutes: 30, durationMinutes: 30 }),
    ).toEqual(['09:15', '09:45', '10:15']);
  });
});
