import type { Given } from './caller.ts';
import type { MeetingRequest } from './request.ts';

/** What can be changed without another start or other people; what is absent stays. An empty agenda or place is none. */
export type Edits = Partial<
  Pick<MeetingRequest, 'title' | 'agenda' | 'place' | 'isOnlineMeeting' | 'durationMinutes'>
>;

/** Edits of a booked meeting, until its event has them; only then they are the meeting's. */
export interface PendingEdit {
  readonly edits: Edits;
  readonly by: Given;
}
