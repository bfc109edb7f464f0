import type { MeetingView } from '../domain/meeting/view.ts';

/** The read models of meetings: versioned, ordered per meeting, delivered at least once, with a snapshot on demand. */
export interface Projections {
  /** Keeps and publishes a version; an older one than the one kept is ignored. */
  publish(view: MeetingView): Promise<void>;
  snapshot(meetingId: string): Promise<MeetingView | undefined>;
  /** The versions of the last hour from this one on, oldest first; none where this one itself is no longer kept. */
  versionsFrom(meetingId: string, version: number): Promise<readonly MeetingView[]>;
  /** Every version published from now on, in order; a listener that sees a gap reads the snapshot. */
  subscribe(meetingId: string, listener: (view: MeetingView) => void): Promise<() => Promise<void>>;
  /** Versions of every meeting that the person organizes or is asked in. */
  subscribeInbox(personId: string, listener: (view: MeetingView) => void): Promise<() => Promise<void>>;
}
