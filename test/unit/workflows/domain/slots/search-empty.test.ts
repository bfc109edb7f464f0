import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { personId } from '../../../../../workflows/domain/people/person.ts';
import { searchSlots } from '../../../../../workflows/domain/slots/search.ts';
import type { Concession, SlotSearchInput } from '../../../../../workflows/domain/slots/search-input.ts';
import { verify } from '../../../../../workflows/domain/slots/verify.ts';
import { anySearch } from './any-search.ts';
import { attendee, hours, simpleSearch } from './simple-search.ts';

const morning = ['2026-06-09T09:00Z', '2026-06-09T12:00Z'] as const;
const nine = ['2026-06-09T09:00Z', '2026-06-09T10:00Z'] as const;
const late = ['2026-06-09T10:00Z', '2026-06-09T12:00Z'] as const;

/** Concessions in short: what, whose, and the starts that it buys. */
function bought(input: SlotSearchInput): unknown[] {
  return searchSlots(input).concessions.map(({ give, personId: id, candidates }) => [
    give,
    id,
    candidates.map(({ start }) => start.slice(11, 16)),
  ]);
}

describe('a search that finds nothing', () => {
  it('names who blocks most, first', () => {
    const attendees = [attendee('alice', [nine]), attendee('bob', [late])];
    expect(searchSlots(simpleSearch({ attendees })).obstacles).toEqual([
      { constraint: 'busy', personId: 'bob', blockedStarts: 2 },
      { constraint: 'busy', personId: 'alice', blockedStarts: 1 },
    ]);
  });

  it('says what comes when one person is given up, with the reason why they cannot', () => {
    const input = simpleSearch({ attendees: [attendee('alice', [nine]), attendee('bob', [late])] });
    expect(bought(input)).toEqual([
      ['requiredPerson', 'alice', ['09:00']],
      ['requiredPerson', 'bob', ['10:00', '11:00']],
    ]);
    const [first] = searchSlots(input).concessions[0]?.candidates ?? [];
    expect(first?.reasons.map(({ suits, reason }) => [suits, reason])).toEqual([
      [false, 'busy'],
      [true, 'free'],
    ]);
  });

  it('distinguishes an unreadable calendar from a busy one', () => {
    const attendees = [attendee('alice'), attendee('bob', [], { unreadable: 'No permission.' })];
    expect(searchSlots(simpleSearch({ attendees })).obstacles).toEqual([
      { constraint: 'unknown', personId: 'bob', blockedStarts: 3 },
    ]);
  });

  it('offers an hour before and after working hours', () => {
    const attendees = [
      attendee('alice', [morning]),
      attendee('bob', [], { workingHours: hours('UTC', '09:00', '12:00') }),
    ];
    const windows = [{ start: '2026-06-09T06:00:00.000Z', end: '2026-06-09T15:00:00.000Z' }];
    expect(bought(simpleSearch({ attendees, windows }))).toContainEqual([
      'hour',
      undefined,
      ['08:00', '12:00'],
    ]);
  });

  it('offers an hour before and after the daily window', () => {
    const windows = [{ start: '2026-06-09T06:00:00.000Z', end: '2026-06-09T15:00:00.000Z' }];
    const daily = { earliestTime: '09:00', latestTime: '12:00' };
    expect(
      bought(simpleSearch({ attendees: [attendee('alice', [morning])], windows, ...daily })),
    ).toContainEqual(['hour', undefined, ['08:00', '12:00']]);
  });

  it('offers to take a hard wish softly, and to do without working hours', () => {
    const wish = {
      strength: 'hard' as const,
      timeZone: 'UTC',
      text: 'not on Tuesdays',
      daysOfWeek: ['tuesday' as const],
    };
    expect(bought(simpleSearch({ attendees: [attendee('alice', [], { wishes: [wish] })] }))).toContainEqual([
      'wish',
      'alice',
      ['09:00', '10:00', '11:00'],
    ]);
    const sundays = hours('UTC', '09:00', '17:00', ['sunday']);
    expect(
      bought(simpleSearch({ attendees: [attendee('alice', [], { workingHours: sundays })] })),
    ).toContainEqual(['workingHours', undefined, ['09:00', '10:00', '11:00']]);
  });

  it('offers to do without the room', () => {
    const input = simpleSearch({
      attendees: [attendee('alice'), attendee('north', [morning], { type: 'resource' })],
      oneOfRooms: [personId('north')],
    });
    expect(searchSlots(input).obstacles).toEqual([{ constraint: 'room', blockedStarts: 3 }]);
    expect(bought(input)).toContainEqual(['room', undefined, ['09:00', '10:00', '11:00']]);
  });

  it('blames the window when no slot fits into it, and the notice when it is too soon', () => {
    expect(searchSlots(simpleSearch({ durationMinutes: 240 })).obstacles).toEqual([
      { constraint: 'window', blockedStarts: 0 },
    ]);
    expect(searchSlots(simpleSearch({ now: '2026-06-09T12:00:00.000Z' })).obstacles).toEqual([
      { constraint: 'notice', blockedStarts: 3 },
    ]);
  });

  it('explains nothing when something was found', () => {
    expect(searchSlots(simpleSearch())).toMatchObject({ obstacles: [], concessions: [] });
  });

  it('offers only what the oracle allows once the concession is made', () => {
    fc.assert(
      fc.property(anySearch, (input) => {
        const { concessions } = searchSlots(input);
        for (const concession of concessions) {
          if (concession.give === 'hour') continue;
          expect(concession.candidates.length).toBeGreaterThan(0);
          for (const { start, end } of concession.candidates) {
            expect(verify(input, { start, end }).ok).toBe(false);
            expect(verify(conceded(input, concession), { start, end })).toEqual({ ok: true });
          }
        }
      }),
      { numRuns: 500 },
    );
  });
});

function conceded(input: SlotSearchInput, { give, personId: id }: Concession): SlotSearchInput {
  switch (give) {
    case 'requiredPerson':
      return withPerson(input, id, (person) => ({ ...person, type: 'optional' }));
    case 'wish':
      return withPerson(input, id, (person) => ({ ...person, wishes: [] }));
    case 'room':
      return {
        ...input,
        oneOfRooms: [],
        attendees: input.attendees.filter(({ type }) => type !== 'resource'),
      };
    case 'workingHours':
      return { ...input, workingHours: 'soft' };
    case 'hour':
      return input;
  }
}

function withPerson(
  input: SlotSearchInput,
  id: string | undefined,
  change: (person: SlotSearchInput['attendees'][number]) => SlotSearchInput['attendees'][number],
): SlotSearchInput {
  return {
    ...input,
    attendees: input.attendees.map((person) => (person.id === id ? change(person) : person)),
  };
}
