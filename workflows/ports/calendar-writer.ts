import type { CalendarComment } from '../domain/meeting/calendar-comment.ts';
import type { NamedMeeting } from '../domain/meeting/named-meeting.ts';

/** Words for calendars and plans, where everybody reads the same: in the organizer's language, zone and clock. Pure. */
export interface CalendarWriter {
  comment(meeting: NamedMeeting, comment: CalendarComment): string;
  /** The subject of an event that keeps a time free. */
  holdTitle(meeting: NamedMeeting): string;
  /** The title of the organizer's task before the meeting. */
  preparationTitle(meeting: NamedMeeting): string;
}
