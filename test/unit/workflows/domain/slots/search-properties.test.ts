import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Candidate } from '../../../../../workflows/domain/slots/candidate.ts';
import { searchSlots } from '../../../../../workflows/domain/slots/search.ts';
import type { BusyMinutes, SlotSearchInput } from '../../../../../workflows/domain/slots/search-input.ts';
import { verify } from '../../../../../workflows/domain/slots/verify.ts';
import { anySearch } from './any-search.ts';

const minuteMs = 60_000;
const weekMinutes = 7 * 1440;

/** Every minute that a window holds, tried one by one: slow, and without the search's code. */
function allFeasible(input: SlotSearchInput): string[] {
  const minutes = new Set<number>();
  for (const { start, end } of input.windows) {
    for (let ms = Date.parse(start); ms <= Date.parse(end); ms += 5 * minuteMs)
      minutes.add(ms - (ms % minuteMs));
  }
  return [...minutes]
    .sort((one, other) => one - other)
    .filter((ms) => verify(input, slotAt(input, ms)).ok)
    .map((ms) => new Date(ms).toISOString());
}

function slotAt({ durationMinutes }: SlotSearchInput, ms: number): { start: string; end: string } {
  return { start: new Date(ms).toISOString(), end: new Date(ms + durationMinutes * minuteMs).toISOString() };
}

function starts(candidates: readonly Candidate[]): string[] {
  return candidates.map(({ start }) => start);
}

/** Windows on multiples of five minutes, so that every grid start of these zones is among the minutes tried. */
const anyTidySearch = anySearch.map((input) => ({
  ...input,
  windows: input.windows.map(({ start, end }) => ({ start: onFiveMinutes(start), end })),
}));

function onFiveMinutes(instant: string): string {
  return new Date(Math.floor(Date.parse(instant) / (5 * minuteMs)) * 5 * minuteMs).toISOString();
}

function withBusy(input: SlotSearchInput, change: (busy: BusyMinutes) => BusyMinutes): SlotSearchInput {
  return { ...input, attendees: input.attendees.map((person) => ({ ...person, busy: change(person.busy) })) };
}

function eachList(busy: BusyMinutes, change: (list: readonly number[]) => readonly number[]): BusyMinutes {
  return Object.fromEntries(Object.entries(busy).map(([status, list]) => [status, change(list)]));
}

/** Costs again from the reasons alone: who comes if need be costs half, who cannot come all of their weight. */
function scoreFromReasons(input: SlotSearchInput, { reasons, roomId }: Candidate): number {
  let cost = 0;
  let highest = 0;
  for (const { personId, type, suits, reason } of reasons) {
    if (input.oneOfRooms.includes(personId) && personId !== roomId) continue;
    const weight = type === 'optional' ? 2 : 4;
    highest += weight;
    if (!suits) cost += weight;
    else if (isReluctant(input, reason)) cost += weight / 2;
  }
  return Math.round((1 - cost / highest) * 10_000) / 10_000;
}

function isReluctant(input: SlotSearchInput, reason: Candidate['reasons'][number]['reason']): boolean {
  if (reason === 'tentative') return input.tentativeCounts === 'ifNeedBe';
  if (reason === 'workingElsewhere') return input.workingElsewhereCounts === 'ifNeedBe';
  return reason === 'outsideWorkingHours' || reason === 'againstWish';
}

describe('searchSlots, held against the naive oracle', () => {
  it('finds every feasible slot and no other', () => {
    fc.assert(
      fc.property(anyTidySearch, (input) => {
        const found = starts(searchSlots({ ...input, ranking: 'earliest' }).candidates);
        expect(found).toEqual(allFeasible(input));
      }),
      { numRuns: 250 },
    );
  });

  it('names only rooms that are free, and reasons that agree with the score', () => {
    fc.assert(
      fc.property(anySearch, (input) => {
        for (const candidate of searchSlots({ ...input, maxResults: 50 }).candidates) {
          expect(verify(input, candidate)).toEqual({ ok: true });
          expect(candidate.reasons.map(({ personId }) => personId)).toEqual(
            input.attendees.map(({ id }) => id),
          );
          expect(candidate.score).toBe(scoreFromReasons(input, candidate));
          for (const { type, suits, personId } of candidate.reasons) {
            if (type === 'required' || personId === candidate.roomId) expect(suits).toBe(true);
          }
        }
      }),
      { numRuns: 400 },
    );
  });

  it('ranks totally and stably: best by score, then by start, and shorter lists are prefixes', () => {
    fc.assert(
      fc.property(anySearch, fc.integer({ min: 1, max: 12 }), (input, maxResults) => {
        const all = searchSlots({ ...input, ranking: 'best' }).candidates;
        const sorted = [...all].sort(
          (one, other) => other.score - one.score || (one.start < other.start ? -1 : 1),
        );
        expect(starts(all)).toEqual(starts(sorted));
        expect(new Set(starts(all)).size).toBe(all.length);
        const few = searchSlots({ ...input, ranking: 'best', maxResults }).candidates;
        expect(few).toEqual(all.slice(0, maxResults));
      }),
      { numRuns: 300 },
    );
  });

  it('gives the same answer for attendees in any order', () => {
    fc.assert(
      fc.property(anySearch, (input) => {
        const reversed = { ...input, attendees: input.attendees.toReversed() };
        const outline = ({ start, score }: Candidate) => ({ start, score });
        expect(searchSlots(reversed).candidates.map(outline)).toEqual(
          searchSlots(input).candidates.map(outline),
        );
      }),
      { numRuns: 200 },
    );
  });

  it('shifts the answer when everything shifts by whole weeks without a DST change between', () => {
    fc.assert(
      fc.property(anySearch, fc.integer({ min: 1, max: 4 }), (input, weeks) => {
        // 1 to 29 June: none of the zones changes its offset.
        const june = shifted(input, Math.round((Date.UTC(2026, 5, 1) - Date.parse(input.now)) / minuteMs));
        const later = searchSlots(shifted(june, weeks * weekMinutes)).candidates;
        const expected = searchSlots(june).candidates.map(({ start, score }) => ({
          start: new Date(Date.parse(start) + weeks * weekMinutes * minuteMs).toISOString(),
          score,
        }));
        expect(later.map(({ start, score }) => ({ start, score }))).toEqual(expected);
      }),
      { numRuns: 200 },
    );
  });

  it('does not mind how a busy time is split, ordered or repeated', () => {
    fc.assert(
      fc.property(anySearch, (input) => {
        const split = withBusy(input, (busy) => eachList(busy, splitInHalves));
        expect(searchSlots(split).candidates).toEqual(searchSlots(input).candidates);
      }),
      { numRuns: 300 },
    );
  });

  it('never gains a candidate from another busy time', () => {
    fc.assert(
      fc.property(
        anySearch,
        fc.nat(),
        fc.nat({ max: 5_000 }),
        fc.integer({ min: 1, max: 600 }),
        (input, who, from, length) => {
          const start = Date.parse(input.now) / minuteMs + from;
          const busier = {
            ...input,
            attendees: input.attendees.map((person, index) =>
              index === who % input.attendees.length
                ? {
                    ...person,
                    busy: { ...person.busy, busy: [...(person.busy.busy ?? []), start, start + length] },
                  }
                : person,
            ),
          };
          const before = new Set(starts(searchSlots(input).candidates));
          expect(starts(searchSlots(busier).candidates).filter((slot) => !before.has(slot))).toEqual([]);
        },
      ),
      { numRuns: 300 },
    );
  });
});

function splitInHalves(list: readonly number[]): number[] {
  const halves: number[] = [];
  for (let index = list.length - 2; index >= 0; index -= 2) {
    const start = list[index] ?? 0;
    const end = list[index + 1] ?? 0;
    const middle = Math.floor((start + end) / 2);
    halves.push(middle, end, start, middle, start, middle);
  }
  return halves;
}

function shifted(input: SlotSearchInput, minutes: number): SlotSearchInput {
  const instant = (text: string) => new Date(Date.parse(text) + minutes * minuteMs).toISOString();
  const date = (text: string) => instant(`${text}T00:00:00Z`).slice(0, 10);
  return {
    ...withBusy(input, (busy) => eachList(busy, (list) => list.map((minute) => minute + minutes))),
    now: instant(input.now),
    windows: input.windows.map(({ start, end }) => ({ start: instant(start), end: instant(end) })),
    attendees: input.attendees.map((person) => ({
      ...person,
      busy: eachList(person.busy, (list) => list.map((minute) => minute + minutes)),
      wishes: person.wishes.map(({ dates, ...wish }) => ({
        ...wish,
        ...(dates === undefined ? {} : { dates: dates.map(date) }),
      })),
      ...(person.workingHours === undefined
        ? {}
        : {
            workingHours: {
              ...person.workingHours,
              exceptions: person.workingHours.exceptions.map(({ date: day, intervals }) => ({
                date: date(day),
                intervals,
              })),
            },
          }),
    })),
  };
}
