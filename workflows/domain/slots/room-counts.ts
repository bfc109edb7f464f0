import { busyStarts } from './busy-list.ts';
import { addCoverage, sumSteps } from './coverage.ts';
import type { SearchPerson } from './search-person.ts';
import type { StartGrid } from './start-grid.ts';
import { unionOf } from './start-ranges.ts';

/** How many of the rooms are taken at each start, and how many are taken or free only if need be. */
export function roomCounts(
  grid: StartGrid,
  rooms: readonly SearchPerson[],
  durationMinutes: number,
): { readonly takenCounts: Int32Array; readonly notFreeCounts: Int32Array } {
  const takenCounts = new Int32Array(grid.starts.length + 1);
  const notFreeCounts = new Int32Array(grid.starts.length + 1);
  for (const room of rooms) {
    const taken = busyStarts(room.calendar().blocked, durationMinutes);
    const reluctant = busyStarts(room.calendar().reluctant, durationMinutes);
    addCoverage(takenCounts, grid, taken, 0, 0, 1);
    addCoverage(notFreeCounts, grid, unionOf([...taken, ...reluctant]), 0, 0, 1);
  }
  return { takenCounts: sumSteps(takenCounts), notFreeCounts: sumSteps(notFreeCounts) };
}
