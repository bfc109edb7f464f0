import { InvalidInputError } from '../problems/invalid-input.ts';
import { instantMs, minuteMs } from '../time/instant.ts';
import { minuteOfDay } from '../time/minute-of-day.ts';
import { checkTimeZone } from '../time/zone-offsets.ts';
import type { SlotSearchInput } from './search-input.ts';

const maxWindowDays = 400;
const maxAttendees = 1_000;
const maxWindows = 1_000;
const maxWishes = 100;
/** Offsets from UTC have been whole minutes everywhere since 1973, which is what minute grids need. */
const earliestMinute = Date.UTC(1973, 0, 1) / minuteMs;
const latestMinute = Date.UTC(2200, 0, 1) / minuteMs;

/** The times of an input as whole epoch minutes. */
export interface CheckedTimes {
  /** `[start, end, …]`; part minutes are rounded inwards. */
  readonly windows: readonly number[];
  /** The first minute of any window and the last one's end. */
  readonly firstMinute: number;
  readonly lastMinute: number;
  /** Now plus the minimum notice. */
  readonly noticeMinute: number;
}

/** Throws InvalidInputError for everything but the attendees' calendars and hours, which are checked as they are read. */
export function checkInput(input: SlotSearchInput): CheckedTimes {
  checkNumber(input.durationMinutes, 1, 1440, 'durationMinutes');
  checkNumber(input.granularityMinutes, 1, 1440, 'granularityMinutes');
  checkNumber(input.bufferBeforeMinutes, 0, 1440, 'bufferBeforeMinutes');
  checkNumber(input.bufferAfterMinutes, 0, 1440, 'bufferAfterMinutes');
  checkNumber(input.minimumNoticeMinutes, 0, maxWindowDays * 1440, 'minimumNoticeMinutes');
  checkNumber(input.maxResults, 1, 1_000, 'maxResults');
  checkTimeZone(input.timeZone, 'timeZone');
  if (input.earliestTime !== undefined) minuteOfDay(input.earliestTime, 'earliestTime');
  if (input.latestTime !== undefined) minuteOfDay(input.latestTime, 'latestTime');
  checkAttendees(input);
  const windows = checkWindows(input);
  return {
    windows,
    firstMinute: windows.reduce((first, minute) => Math.min(first, minute), Infinity),
    lastMinute: windows.reduce((last, minute) => Math.max(last, minute), -Infinity),
    noticeMinute: Math.ceil(instantMs(input.now, 'now') / minuteMs) + input.minimumNoticeMinutes,
  };
}

function checkNumber(value: number, lowest: number, highest: number, path: string): void {
  if (!Number.isInteger(value)) {
    throw new InvalidInputError('notANumber', path, `${value} is not a whole number`);
  }
  if (value < lowest || value > highest) {
    throw new InvalidInputError('outOfRange', path, `${value} is not between ${lowest} and ${highest}`);
  }
}

function checkWindows({ windows }: SlotSearchInput): number[] {
  if (windows.length === 0) throw new InvalidInputError('noWindows', 'windows', 'say when to look');
  if (windows.length > maxWindows) {
    throw new InvalidInputError('tooMany', 'windows', `has more than ${maxWindows}`);
  }
  const minutes: number[] = [];
  windows.forEach((window, index) => {
    const path = `windows.${index}`;
    const startMs = instantMs(window.start, `${path}.start`);
    const endMs = instantMs(window.end, `${path}.end`);
    if (endMs < startMs) {
      throw new InvalidInputError('endBeforeStart', path, `ends at ${window.end}, before its start`);
    }
    if (startMs < earliestMinute * minuteMs || endMs > latestMinute * minuteMs) {
      throw new InvalidInputError('outOfRange', path, 'lies outside the years 1973 to 2199');
    }
    minutes.push(Math.ceil(startMs / minuteMs), Math.floor(endMs / minuteMs));
  });
  if (Math.max(...minutes) - Math.min(...minutes) > maxWindowDays * 1440) {
    throw new InvalidInputError('windowTooLong', 'windows', `cover more than ${maxWindowDays} days`);
  }
  return minutes;
}

function checkAttendees({ attendees, oneOfRooms }: SlotSearchInput): void {
  if (attendees.length === 0) throw new InvalidInputError('noAttendees', 'attendees', 'name somebody');
  if (attendees.length > maxAttendees) {
    throw new InvalidInputError('tooMany', 'attendees', `has more than ${maxAttendees}`);
  }
  const typeOf = new Map<string, string>();
  attendees.forEach(({ id, type, wishes }, index) => {
    if (typeOf.has(id))
      throw new InvalidInputError('duplicate', `attendees.${index}.id`, `${id} is there twice`);
    typeOf.set(id, type);
    if (wishes.length > maxWishes) {
      throw new InvalidInputError('tooMany', `attendees.${index}.wishes`, `has more than ${maxWishes}`);
    }
  });
  oneOfRooms.forEach((id, index) => {
    if (typeOf.get(id) !== 'resource') {
      throw new InvalidInputError(
        'unknownPerson',
        `oneOfRooms.${index}`,
        `${id} is no attendee of type resource`,
      );
    }
  });
}
