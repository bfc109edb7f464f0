import type { FreeBusyStatus, WorkingHours } from '../availability/availability.ts';
import { sameHours } from '../availability/same-hours.ts';
import { workingIntervals } from '../availability/working-intervals.ts';
import type { MinuteIntervals } from '../time/day-intervals.ts';
import { joinBusy, tidyBusy } from './busy-list.ts';
import type { CheckedTimes } from './check-input.ts';
import type { SearchAttendee, SlotSearchInput, StatusCounts } from './search-input.ts';
import type { StartRanges } from './start-ranges.ts';
import { complementOf, startsInside, startsTouching } from './start-ranges.ts';
import type { Wish } from './wish.ts';
import { wishIntervals } from './wish-intervals.ts';

/** An attendee as the search sees them: all times as epoch minutes, all rules of the input applied. */
export interface SearchPerson {
  readonly attendee: SearchAttendee;
  readonly role: 'required' | 'optional' | 'room' | 'oneOfRooms';
  /** Read and checked at its first use, which is just before the sweep: then the sweep finds it in the cache. */
  readonly calendar: () => PersonCalendar;
  /** Absent where every hour is a working hour; people with equal hours share one object. */
  readonly hours: PersonHours | undefined;
  readonly wishes: readonly { readonly wish: Wish; readonly starts: StartRanges }[];
}

interface PersonCalendar {
  /** When they have something that counts as busy, of whatever status. */
  readonly blocked: MinuteIntervals;
  /** When they have something that counts as "if need be". */
  readonly reluctant: MinuteIntervals;
  /** Each status' own times, the worst status first. */
  readonly statuses: readonly StatusTimes[];
}

interface StatusTimes {
  readonly status: Exclude<FreeBusyStatus, 'free'>;
  readonly counts: StatusCounts;
  readonly times: MinuteIntervals;
}

export interface PersonHours {
  readonly working: MinuteIntervals;
  /** Starts, inside the windows' span, of slots that are not wholly in working time. */
  readonly offHours: StartRanges;
}

const worstFirst = ['unknown', 'oof', 'busy', 'tentative', 'workingElsewhere'] as const;
const nothing: readonly never[] = [];

function countsAs(input: SlotSearchInput, status: FreeBusyStatus): StatusCounts {
  switch (status) {
    case 'free':
      return 'free';
    case 'tentative':
      return input.tentativeCounts;
    case 'workingElsewhere':
      return input.workingElsewhereCounts;
    case 'busy':
    case 'oof':
    case 'unknown':
      return 'busy';
  }
}

/** Throws InvalidInputError for working hours or a wish that cannot be read; for a calendar, when that is first used. */
export function searchPeople(input: SlotSearchInput, times: CheckedTimes): SearchPerson[] {
  const hoursOf = hoursReader(input, times);
  const oneOfRooms = new Set(input.oneOfRooms);
  const margin = input.durationMinutes + input.bufferBeforeMinutes + input.bufferAfterMinutes;
  const first = times.firstMinute - margin;
  const last = times.lastMinute + margin;
  return input.attendees.map((attendee, index) => {
    const path = `attendees.${index}`;
    const isRoom = attendee.type === 'resource';
    const role = isRoom ? (oneOfRooms.has(attendee.id) ? 'oneOfRooms' : 'room') : attendee.type;
    const hours = isRoom ? undefined : attendee.workingHours;
    let calendar: PersonCalendar | undefined;
    return {
      attendee,
      role,
      calendar: () => (calendar ??= calendarOf(input, attendee, first, last, path)),
      hours: hours === undefined ? undefined : hoursOf(hours, `${path}.workingHours`),
      wishes:
        isRoom || attendee.wishes.length === 0
          ? nothing
          : attendee.wishes.map((wish, wishIndex) => {
              const avoided = wishIntervals(wish, times, `${path}.wishes.${wishIndex}`);
              return { wish, starts: startsTouching(avoided, input.durationMinutes) };
            }),
    };
  });
}

function calendarOf(
  input: SlotSearchInput,
  attendee: SearchAttendee,
  first: number,
  last: number,
  path: string,
): PersonCalendar {
  if (attendee.unreadable !== undefined) {
    const always = [first, last];
    return {
      blocked: always,
      reluctant: nothing,
      statuses: [{ status: 'unknown', counts: 'busy', times: always }],
    };
  }
  const statuses: StatusTimes[] = [];
  const blocking: MinuteIntervals[] = [];
  const reluctant: MinuteIntervals[] = [];
  for (const status of worstFirst) {
    const list = attendee.busy[status];
    if (list === undefined || list.length === 0) continue;
    const tidy = tidyBusy(list, first, last, `${path}.busy.${status}`);
    const counts = countsAs(input, status);
    statuses.push({ status, counts, times: tidy });
    if (counts === 'busy') blocking.push(tidy);
    else if (counts === 'ifNeedBe') reluctant.push(tidy);
  }
  return { blocked: unionOfTidy(blocking), reluctant: unionOfTidy(reluctant), statuses };

  function unionOfTidy(lists: readonly MinuteIntervals[]): MinuteIntervals {
    return lists.length === 1 ? (lists[0] ?? nothing) : joinBusy(lists, first, last);
  }
}

/** Expands equal working hours once, because hundreds of people share a few. */
function hoursReader(
  input: SlotSearchInput,
  times: CheckedTimes,
): (hours: WorkingHours, path: string) => PersonHours {
  const known: { readonly hours: WorkingHours; readonly read: PersonHours }[] = [];
  return (hours, path) => {
    const same = known.find((other) => sameHours(other.hours, hours));
    if (same !== undefined) return same.read;
    const working = workingIntervals(hours, times.firstMinute, times.lastMinute, path);
    const inside = startsInside(working, input.durationMinutes);
    const read = { working, offHours: complementOf(inside, times.firstMinute, times.lastMinute) };
    known.push({ hours, read });
    return read;
  };
}
