import type { FreeBusyStatus, WorkingHours } from '../availability/availability.ts';
import type { AttendeeType, PersonId } from '../people/person.ts';
import type { DayOfWeek, LocalTime } from '../time/local.ts';
import type { Instant, Slot, TimeZone } from '../time/slot.ts';
import type { Candidate } from './candidate.ts';
import type { Wish } from './wish.ts';

/**
 * Busy times by status as a flat list of starts and ends, `[start, end, start, end, …]`, in whole minutes since
 * 1970-01-01T00:00Z; sorted lists without overlaps are fastest, any order is right. Numbers, because reading
 * 240,000 ISO intervals takes longer than searching them; `packBusy` makes it.
 */
export type BusyMinutes = Partial<Readonly<Record<FreeBusyStatus, readonly number[]>>>;

export interface SearchAttendee {
  readonly id: PersonId;
  readonly type: AttendeeType;
  readonly busy: BusyMinutes;
  /** Absent where the calendar does not tell: then every hour counts as a working hour. */
  readonly workingHours?: WorkingHours;
  /** Why the calendar could not be read; when present the whole calendar is `unknown`, which is never free. */
  readonly unreadable?: string;
  readonly wishes: readonly Wish[];
}

/** Whether a status leaves the person free, free at a cost in score, or busy. */
export type StatusCounts = 'free' | 'ifNeedBe' | 'busy';

/** Everything that a search depends on; the same input gives the same output on every machine. */
export interface SlotSearchInput {
  /** Nothing starts before `now` plus the minimum notice. */
  readonly now: Instant;
  readonly minimumNoticeMinutes: number;
  /** A slot lies wholly inside one of these. */
  readonly windows: readonly Slot[];
  readonly durationMinutes: number;
  /** Slots start at local times that are multiples of this from midnight in `timeZone`. */
  readonly granularityMinutes: number;
  /** Kept free of meetings around the slot, for every required person. */
  readonly bufferBeforeMinutes: number;
  readonly bufferAfterMinutes: number;
  /** The organizer's zone: for the daily window, the days of the week and the grid. */
  readonly timeZone: TimeZone;
  /**
   * The daily window from earliest local start to latest local end; a missing end of it is midnight, and a latest
   * time not after the earliest is on the next day. Windows that touch are one. The day of the week is the one on
   * which the daily window begins.
   */
  readonly earliestTime?: LocalTime;
  readonly latestTime?: LocalTime;
  /** Absent: every day. */
  readonly daysOfWeek?: readonly DayOfWeek[];
  readonly attendees: readonly SearchAttendee[];
  /** "One of this set": the ids of attendees of type `resource` of which any one must be free. Resources outside it must all be free. */
  readonly oneOfRooms: readonly PersonId[];
  readonly tentativeCounts: StatusCounts;
  readonly workingElsewhereCounts: StatusCounts;
  /**
   * Whether working hours bind required people (`hard`), cost score (`soft`), or do not matter. Optional people never
   * exclude a slot, and rooms have no working hours.
   */
  readonly workingHours: 'hard' | 'soft' | 'ignored';
  readonly ranking: 'earliest' | 'best';
  readonly maxResults: number;
}

/** What would have to give, for an empty result. */
export interface Obstacle {
  readonly constraint:
    | 'busy'
    | 'unknown'
    | 'workingHours'
    | 'wish'
    | 'room'
    | 'dailyWindow'
    | 'daysOfWeek'
    | 'notice'
    | 'window';
  readonly personId?: PersonId;
  /** How many of the grid's starts this alone rules out. */
  readonly blockedStarts: number;
}

/**
 * What one concession would buy, where nothing suits. Optional people and soft wishes never exclude a slot, so what
 * can be given up is: a required person's presence (`requiredPerson`: they become optional), one person's hard wishes
 * (`wish`: they become soft), one `hour` at both ends of the daily window and of everybody's working hours, the
 * `room`, or `workingHours` altogether.
 */
export interface Concession {
  readonly give: 'requiredPerson' | 'wish' | 'hour' | 'room' | 'workingHours';
  readonly personId?: PersonId;
  /** The nearest few, earliest first. */
  readonly candidates: readonly Candidate[];
}

export interface SlotSearchResult {
  /**
   * `sha256:` and hex, over the canonical JSON of the input. An enumerable getter that hashes when first read:
   * `JSON.stringify` and spreading include it, and who does not look does not pay (about 0.3 ms per 1,000 intervals).
   */
  readonly inputHash: string;
  readonly candidates: readonly Candidate[];
  /** Empty when there are candidates. Most blocking first. */
  readonly obstacles: readonly Obstacle[];
  readonly concessions: readonly Concession[];
}
