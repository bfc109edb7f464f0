import { describe, expect, it } from 'vitest';
import { InvalidInputError } from '../../../../../workflows/domain/problems/invalid-input.ts';
import { personId } from '../../../../../workflows/domain/people/person.ts';
import { searchSlots } from '../../../../../workflows/domain/slots/search.ts';
import type { SlotSearchInput } from '../../../../../workflows/domain/slots/search-input.ts';
import { verify } from '../../../../../workflows/domain/slots/verify.ts';
import { attendee, hours, simpleSearch } from './simple-search.ts';

const boundMs = 250;

function busy(...list: number[]): Partial<SlotSearchInput> {
  return { attendees: [attendee('alice'), attendee('bob', [], { busy: { oof: list } })] };
}

function working(workingHours: ReturnType<typeof hours>): Partial<SlotSearchInput> {
  return { attendees: [attendee('alice', [], { workingHours })] };
}

function window(start: string, end: string): Partial<SlotSearchInput> {
  return { windows: [{ start, end }] };
}

const cases: readonly [what: string, rest: Partial<SlotSearchInput>, reason: string, path: string][] = [
  ['no attendees', { attendees: [] }, 'noAttendees', 'attendees'],
  ['a person twice', { attendees: [attendee('a'), attendee('a')] }, 'duplicate', 'attendees.1.id'],
  [
    'more people than anybody meets',
    { attendees: Array.from({ length: 1_001 }, (_none, index) => attendee(`p${index}`)) },
    'tooMany',
    'attendees',
  ],
  ['no window', { windows: [] }, 'noWindows', 'windows'],
  [
    'a window that ends before it starts',
    window('2026-06-09T09:00:00Z', '2026-06-09T08:00:00Z'),
    'endBeforeStart',
    'windows.0',
  ],
  [
    'a window of ten years',
    window('2026-01-01T00:00:00Z', '2036-01-01T00:00:00Z'),
    'windowTooLong',
    'windows',
  ],
  [
    'a window before zones had whole minutes',
    window('1960-01-01T00:00:00Z', '1960-01-02T00:00:00Z'),
    'outOfRange',
    'windows.0',
  ],
  [
    'a window without an offset',
    window('2026-06-09T09:00:00', '2026-06-09T10:00:00Z'),
    'malformed',
    'windows.0.start',
  ],
  ['a now that is no instant', { now: 'now' }, 'malformed', 'now'],
  ['NaN minutes', { durationMinutes: NaN }, 'notANumber', 'durationMinutes'],
  ['infinitely many results', { maxResults: Infinity }, 'notANumber', 'maxResults'],
  ['half a minute', { granularityMinutes: 0.5 }, 'notANumber', 'granularityMinutes'],
  ['no duration', { durationMinutes: 0 }, 'outOfRange', 'durationMinutes'],
  ['a negative buffer', { bufferAfterMinutes: -5 }, 'outOfRange', 'bufferAfterMinutes'],
  ['a zone that is not there', { timeZone: 'Europe/Atlantis' }, 'unknownTimeZone', 'timeZone'],
  ["25 o'clock", { latestTime: '25:00' }, 'malformed', 'latestTime'],
  ['a room that is nobody', { oneOfRooms: [personId('x')] }, 'unknownPerson', 'oneOfRooms.0'],
  ['a person as a room', { oneOfRooms: [personId('alice')] }, 'unknownPerson', 'oneOfRooms.0'],
  ['a NaN busy time', busy(1, 2, NaN, 4), 'notANumber', 'attendees.1.busy.oof.2'],
  ['an infinite busy time', busy(1, Infinity), 'notANumber', 'attendees.1.busy.oof.0'],
  ['a busy time that ends before it starts', busy(20, 10), 'endBeforeStart', 'attendees.1.busy.oof.0'],
  ['a busy time without an end', busy(1, 2, 3), 'malformed', 'attendees.1.busy.oof'],
  [
    '10,000 busy times',
    busy(...Array.from({ length: 20_000 }, (_none, index) => index)),
    'tooMany',
    'attendees.1.busy.oof',
  ],
  [
    'working hours on Mars',
    working(hours('Mars/Olympus')),
    'unknownTimeZone',
    'attendees.0.workingHours.timeZone',
  ],
  [
    'working hours at half past nine or so',
    working(hours('UTC', '9:30ish')),
    'malformed',
    'attendees.0.workingHours.days.0.intervals.0.startTime',
  ],
  [
    'an exception on 30 February',
    working({ ...hours('UTC'), exceptions: [{ date: '2026-02-30', intervals: [] }] }),
    'malformed',
    'attendees.0.workingHours.exceptions.0.date',
  ],
  [
    'a wish in no zone',
    { attendees: [attendee('alice', [], { wishes: [{ strength: 'soft', timeZone: '' }] })] },
    'unknownTimeZone',
    'attendees.0.wishes.0.timeZone',
  ],
];

describe('searchSlots with bad input', () => {
  for (const [what, rest, reason, path] of cases) {
    it(`refuses ${what}: ${reason} at ${path}`, () => {
      const input = simpleSearch(rest);
      const start = performance.now();
      expect(() => searchSlots(input)).toThrow(InvalidInputError);
      expect(performance.now() - start).toBeLessThan(boundMs);
      expect(() => searchSlots(input)).toThrow(expect.objectContaining({ reason, path }));
    });
  }

  it('answers the largest search that it accepts in bounded time', () => {
    const input = simpleSearch({
      ...window('2026-01-01T00:00:00Z', '2027-02-04T00:00:00Z'),
      granularityMinutes: 1,
      attendees: Array.from({ length: 50 }, (_none, index) =>
        attendee(`p${index}`, [], {
          busy: { busy: Array.from({ length: 10_000 }, (_item, at) => 29_400_000 + 50 * at + index) },
          workingHours: hours('America/New_York'),
        }),
      ),
    });
    const start = performance.now();
    searchSlots(input);
    expect(performance.now() - start).toBeLessThan(5_000);
  });

  it('refuses in verify what it refuses in the search', () => {
    expect(() => verify(simpleSearch({ attendees: [] }), { start: '', end: '' })).toThrow(InvalidInputError);
  });
});
