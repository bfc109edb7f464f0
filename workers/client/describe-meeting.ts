import type { MeetingView } from '../../workflows/domain/meeting/view.ts';
import type { TimeZone } from '../../workflows/domain/time/slot.ts';

/** The facts of a meeting in words, for agents and logs. */
export interface MeetingSentences {
  /** What the organizer is asked to decide, and can do. */
  readonly choice?: string;
  readonly outcome?: string;
  /** As the view's warnings, one for one. */
  readonly warnings: readonly string[];
  /** As the view's history, entry for entry. */
  history(): readonly string[];
}

/** Writes English, with times in this zone. Pure. */
export type DescribeMeeting = (view: MeetingView, timeZone: TimeZone) => MeetingSentences;
