import type { PersonId } from '../people/person.ts';
import type { DayOfWeek, LocalDate, LocalTime } from '../time/local.ts';
import type { Instant, TimeZone } from '../time/slot.ts';

/** As in Graph's `freeBusyStatus`. `unknown` never counts as free. */
export type FreeBusyStatus = 'free' | 'tentative' | 'busy' | 'oof' | 'workingElsewhere' | 'unknown';

export interface BusyInterval {
  readonly start: Instant;
  readonly end: Instant;
  readonly status: FreeBusyStatus;
}

export interface LocalInterval {
  readonly startTime: LocalTime;
  /** Not after `startTime` means that it ends on the next day. */
  readonly endTime: LocalTime;
}

export interface WorkingHours {
  readonly timeZone: TimeZone;
  readonly days: readonly { readonly dayOfWeek: DayOfWeek; readonly intervals: readonly LocalInterval[] }[];
  /** Dates whose hours differ; no interval at all means a day off. */
  readonly exceptions: readonly { readonly date: LocalDate; readonly intervals: readonly LocalInterval[] }[];
}

/** Free/busy of one person over a window that was asked for. */
export interface Availability {
  readonly personId: PersonId;
  /** Gaps between intervals are free, unless `error` is set: then everything is `unknown`. */
  readonly busy: readonly BusyInterval[];
  /** Absent where the calendar does not tell: then every hour counts as a working hour. */
  readonly workingHours?: WorkingHours;
  /** Why the calendar could not be read, as a sentence. */
  readonly error?: string;
}
