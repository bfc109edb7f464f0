import type { DayOfWeek, LocalDate, LocalTime } from '../time/local.ts';
import type { TimeZone } from '../time/slot.ts';

/**
 * What somebody would rather avoid: any slot that touches the local hours on the days named.
 * "Not before 12" avoids 00:00–12:00 on every day, "rather not Friday" all of Friday, softly.
 */
export interface Wish {
  /** A `hard` wish excludes the slot, a `soft` one costs it score. */
  readonly strength: 'hard' | 'soft';
  readonly timeZone: TimeZone;
  /** All days when both `daysOfWeek` and `dates` are absent; either may match. */
  readonly daysOfWeek?: readonly DayOfWeek[];
  readonly dates?: readonly LocalDate[];
  /** Defaults: `00:00` and `24:00`. */
  readonly startTime?: LocalTime;
  readonly endTime?: LocalTime;
  /** The words it came from, to be quoted in reasons. */
  readonly text?: string;
}
