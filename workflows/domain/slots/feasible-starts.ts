import type { CheckedTimes } from './check-input.ts';
import { allowedStarts } from './allowed-starts.ts';
import { busyStarts } from './busy-list.ts';
import { addCoverage, sumSteps } from './coverage.ts';
import { roomCounts } from './room-counts.ts';
import type { SlotSearchInput } from './search-input.ts';
import type { SearchPerson } from './search-person.ts';
import type { StartGrid } from './start-grid.ts';
import { startGrid } from './start-grid.ts';
import type { StartRanges } from './start-ranges.ts';
import { unionOf } from './start-ranges.ts';

/** What each person can cost a slot: a required person or a room twice an optional one. */
const requiredWeight = 4;
const optionalWeight = 2;

/** Where the rules allow a slot and what it costs there. */
export interface FeasibleStarts {
  readonly grid: StartGrid;
  /** By index in the grid: 0 where every required person and a room can come. */
  readonly blocks: Int32Array;
  /** By index in the grid: 0 where nobody minds, at most `highestCost`. */
  readonly costs: Int32Array;
  readonly highestCost: number;
  /** Whom it was computed for: none of the required ones among them is blocked where `blocks` is 0. */
  readonly people: readonly SearchPerson[];
}

/** `slackMinutes` widens the daily window and everybody's hard working hours at both ends. */
export function feasibleStarts(
  input: SlotSearchInput,
  times: CheckedTimes,
  people: readonly SearchPerson[],
  slackMinutes = 0,
): FeasibleStarts {
  const grid = startGrid(
    allowedStarts(input, times, people, slackMinutes),
    input.timeZone,
    input.granularityMinutes,
  );
  const blocks = new Int32Array(grid.starts.length + 1);
  const costs = new Int32Array(grid.starts.length + 1);
  let highestCost = 0;
  for (const person of people) {
    switch (person.role) {
      case 'required':
        sweepRequired(person, input.bufferBeforeMinutes, input.bufferAfterMinutes);
        break;
      case 'room':
        sweepRequired(person, 0, 0);
        break;
      case 'optional':
        sweepOptional(person);
        break;
      case 'oneOfRooms':
        break;
    }
  }
  sweepRooms();
  return { grid, blocks: sumSteps(blocks), costs: sumSteps(costs), highestCost, people };

  function sweepRequired(person: SearchPerson, before: number, after: number): void {
    highestCost += requiredWeight;
    addCoverage(blocks, grid, person.calendar().blocked, 1 - input.durationMinutes - after, before - 1, 1);
    const reluctant = reluctantStarts(person, input);
    if (reluctant.length > 0) addCoverage(costs, grid, reluctant, 0, 0, requiredWeight / 2);
  }

  function sweepOptional(person: SearchPerson): void {
    highestCost += optionalWeight;
    const absent = absentStarts(person, input);
    const reluctant = reluctantStarts(person, input);
    addCoverage(costs, grid, absent, 0, 0, optionalWeight / 2);
    const either = reluctant.length === 0 ? absent : unionOf([...absent, ...reluctant]);
    addCoverage(costs, grid, either, 0, 0, optionalWeight / 2);
  }

  function sweepRooms(): void {
    const rooms = people.filter(({ role }) => role === 'oneOfRooms');
    if (rooms.length === 0) return;
    highestCost += requiredWeight;
    const { takenCounts, notFreeCounts } = roomCounts(grid, rooms, input.durationMinutes);
    for (let index = 0; index < grid.starts.length; index++) {
      if (takenCounts[index] === rooms.length) addAt(blocks, index, 1);
      if (notFreeCounts[index] === rooms.length) addAt(costs, index, requiredWeight / 2);
    }
  }
}

function addAt(steps: Int32Array, index: number, weight: number): void {
  steps[index] = (steps[index] ?? 0) + weight;
  steps[index + 1] = (steps[index + 1] ?? 0) - weight;
}

/** Starts at which this optional person cannot come. */
function absentStarts(person: SearchPerson, input: SlotSearchInput): StartRanges {
  const offHours = input.workingHours === 'hard' ? (person.hours?.offHours ?? []) : [];
  const hardWishes = person.wishes.filter(({ wish }) => wish.strength === 'hard');
  return unionOf([
    ...busyStarts(person.calendar().blocked, input.durationMinutes),
    ...offHours,
    ...hardWishes.flatMap(({ starts }) => starts),
  ]);
}

/** Starts at which this person would come only if need be. */
function reluctantStarts(person: SearchPerson, input: SlotSearchInput): StartRanges {
  const minds = input.workingHours === 'soft' && person.role !== 'room' ? person.hours?.offHours : undefined;
  const soft = person.wishes.filter(({ wish }) => wish.strength === 'soft');
  if (person.calendar().reluctant.length === 0 && soft.length === 0) return minds ?? [];
  return unionOf([
    ...busyStarts(person.calendar().reluctant, input.durationMinutes),
    ...(minds ?? []),
    ...soft.flatMap(({ starts }) => starts),
  ]);
}
