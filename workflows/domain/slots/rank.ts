import { instantOf, minuteMs } from '../time/instant.ts';
import type { Candidate } from './candidate.ts';
import type { FeasibleStarts } from './feasible-starts.ts';
import { touches } from './busy-list.ts';
import { personReason } from './person-reason.ts';
import type { SlotSearchInput } from './search-input.ts';
import type { SearchPerson } from './search-person.ts';

/**
 * The first `maxResults` candidates: by start, or by cost and then start. No two candidates share a start, so the
 * order is total.
 */
export function rankedCandidates(
  feasible: FeasibleStarts,
  people: readonly SearchPerson[],
  input: SlotSearchInput,
): Candidate[] {
  return bestIndices(feasible, input).map((index) => {
    const startMinute = feasible.grid.starts[index] ?? 0;
    const cost = feasible.costs[index] ?? 0;
    const score = feasible.highestCost === 0 ? 1 : 1 - cost / feasible.highestCost;
    return candidateAt(startMinute, score, people, feasible.people, input);
  });
}

function bestIndices({ grid, blocks, costs }: FeasibleStarts, input: SlotSearchInput): number[] {
  const best: number[] = [];
  for (let index = 0; index < grid.starts.length; index++) {
    if (blocks[index] !== 0) continue;
    const isFull = best.length === input.maxResults;
    if (input.ranking === 'earliest') {
      if (isFull) break;
      best.push(index);
    } else if (!isFull || costAt(index) < costAt(best.at(-1) ?? 0)) {
      if (isFull) best.pop();
      insert(index);
    }
  }
  return best;

  function costAt(index: number): number {
    return costs[index] ?? 0;
  }

  /** Behind all that cost no more, so that equals stay in the order of their starts. */
  function insert(index: number): void {
    let low = 0;
    let high = best.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (costAt(best[middle] ?? 0) <= costAt(index)) low = middle + 1;
      else high = middle;
    }
    best.splice(low, 0, index);
  }
}

function candidateAt(
  startMinute: number,
  score: number,
  people: readonly SearchPerson[],
  unblocked: readonly SearchPerson[],
  input: SlotSearchInput,
): Candidate {
  const endMinute = startMinute + input.durationMinutes;
  const room = chosenRoom(people, startMinute, endMinute, input);
  return {
    start: instantOf(startMinute * minuteMs),
    end: instantOf(endMinute * minuteMs),
    score: Math.round(score * 10_000) / 10_000,
    reasons: people.map((person, index) =>
      // Searching hundreds of calendars again for what the sweep has ruled out takes as long as the sweep.
      personReason(person, startMinute, input, person.role === 'required' && unblocked[index] === person),
    ),
    ...(room === undefined ? {} : { roomId: room.attendee.id }),
  };
}

/** In the order of `oneOfRooms`: the first free room, or else the first that is free if need be. */
function chosenRoom(
  people: readonly SearchPerson[],
  startMinute: number,
  endMinute: number,
  { oneOfRooms }: SlotSearchInput,
): SearchPerson | undefined {
  if (oneOfRooms.length === 0) return undefined;
  const possible = oneOfRooms
    .map((id) => people.find(({ attendee }) => attendee.id === id))
    .filter((room) => room !== undefined)
    .filter(({ calendar }) => !touches(calendar().blocked, startMinute, endMinute));
  return (
    possible.find(({ calendar }) => !touches(calendar().reluctant, startMinute, endMinute)) ?? possible[0]
  );
}
