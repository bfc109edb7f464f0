import type { Availability } from '../availability/availability.ts';
import type { AttendeeType, PersonId } from '../people/person.ts';
import type { DayOfWeek, LocalTime } from '../time/local.ts';
import type { Instant, Slot, TimeZone } from '../time/slot.ts';
import type { Candidate } from './candidate.ts';
import type { Wish } from './wish.ts';

export interface SearchAttendee {
  readonly id: PersonId;
  readonly type: AttendeeType;
  readonly availability: Availability;
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
  /** Earliest local start and latest local end; absent: no limit. */
  readonly earliestTime?: LocalTime;
  readonly latestTime?: LocalTime;
  /** Absent: every day. */
  readonly daysOfWeek?: readonly DayOfWeek[];
  readonly attendees: readonly SearchAttendee[];
  /** "One of this set": the ids of attendees of type `resource` of which any one must be free. Resources outside it must all be free. */
  readonly oneOfRooms: readonly PersonId[];
  readonly tentativeCounts: StatusCounts;
  readonly workingElsewhereCounts: StatusCounts;
  /** Whether working hours bind required people (`hard`), cost score (`soft`), or do not matter. */
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

/** What one concession would buy. */
export interface Concession {
  readonly give: 'optionalPerson' | 'softWish' | 'hour' | 'room' | 'workingHours' | 'requiredPerson';
  readonly personId?: PersonId;
  readonly candidates: readonly Candidate[];
}

export interface SlotSearchResult {
  /** `sha256:` and hex, over the canonical JSON of the input. */
  readonly inputHash: string;
  readonly candidates: readonly Candidate[];
  /** Empty when there are candidates. Most blocking first. */
  readonly obstacles: readonly Obstacle[];
  readonly concessions: readonly Concession[];
}
