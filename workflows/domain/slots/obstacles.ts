import { startsInWindows } from './allowed-starts.ts';
import { busyStarts } from './busy-list.ts';
import type { CheckedTimes } from './check-input.ts';
import { addCoverage } from './coverage.ts';
import { dailyWindow } from './daily-window.ts';
import { roomCounts } from './room-counts.ts';
import type { Obstacle, SlotSearchInput } from './search-input.ts';
import type { SearchPerson } from './search-person.ts';
import { startGrid } from './start-grid.ts';
import type { StartRanges } from './start-ranges.ts';
import { complementOf, startsInside, unionOf } from './start-ranges.ts';

const maxObstacles = 20;

/** What rules out starts of the windows' grid, each constraint and person for itself, most blocking first. */
export function obstacles(
  input: SlotSearchInput,
  times: CheckedTimes,
  people: readonly SearchPerson[],
): Obstacle[] {
  const { firstMinute, lastMinute } = times;
  const grid = startGrid(
    startsInWindows(input, times, firstMinute),
    input.timeZone,
    input.granularityMinutes,
  );
  const scratch = new Int32Array(grid.starts.length + 1);
  const found: Obstacle[] = [];
  if (grid.starts.length === 0) return [{ constraint: 'window', blockedStarts: 0 }];
  add('notice', covered([firstMinute, times.noticeMinute - 1]));
  add(
    'daysOfWeek',
    outside({ timeZone: input.timeZone, ...(input.daysOfWeek && { daysOfWeek: input.daysOfWeek }) }),
  );
  add(
    'dailyWindow',
    outside({
      timeZone: input.timeZone,
      ...(input.earliestTime !== undefined && { earliestTime: input.earliestTime }),
      ...(input.latestTime !== undefined && { latestTime: input.latestTime }),
    }),
  );
  for (const person of people) addPerson(person);
  addRooms();
  return found.sort((one, other) => other.blockedStarts - one.blockedStarts).slice(0, maxObstacles);

  function add(constraint: Obstacle['constraint'], blockedStarts: number, person?: SearchPerson): void {
    if (blockedStarts === 0) return;
    found.push({
      constraint,
      blockedStarts,
      ...(person === undefined ? {} : { personId: person.attendee.id }),
    });
  }

  function covered(ranges: StartRanges, before = 0, after = 0): number {
    return addCoverage(scratch, grid, ranges, -after, before, 1);
  }

  function outside(limits: Parameters<typeof dailyWindow>[0]): number {
    const inside = startsInside(dailyWindow(limits, times), input.durationMinutes);
    return covered(complementOf(inside, firstMinute, lastMinute));
  }

  function addPerson(person: SearchPerson): void {
    switch (person.role) {
      case 'required': {
        const before = input.bufferBeforeMinutes;
        const after = input.bufferAfterMinutes;
        const unknown = person.calendar().statuses.find(({ status }) => status === 'unknown')?.times ?? [];
        add('unknown', covered(busyStarts(unknown, input.durationMinutes), before, after), person);
        if (unknown !== person.calendar().blocked) {
          add(
            'busy',
            addCoverage(
              scratch,
              grid,
              person.calendar().blocked,
              1 - input.durationMinutes - after,
              before - 1,
              1,
            ),
            person,
          );
        }
        if (input.workingHours === 'hard') add('workingHours', covered(person.hours?.offHours ?? []), person);
        const hard = person.wishes.filter(({ wish }) => wish.strength === 'hard');
        add('wish', covered(unionOf(hard.flatMap(({ starts }) => starts))), person);
        break;
      }
      case 'room':
        add('room', covered(busyStarts(person.calendar().blocked, input.durationMinutes)), person);
        break;
      case 'optional':
      case 'oneOfRooms':
        break;
    }
  }

  function addRooms(): void {
    const rooms = people.filter(({ role }) => role === 'oneOfRooms');
    if (rooms.length === 0) return;
    const { takenCounts } = roomCounts(grid, rooms, input.durationMinutes);
    add('room', takenCounts.subarray(0, grid.starts.length).filter((count) => count === rooms.length).length);
  }
}
