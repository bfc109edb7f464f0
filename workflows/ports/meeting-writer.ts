import type { Outcome } from '../domain/meeting/outcome.ts';
import type { NamedMeeting } from '../domain/meeting/named-meeting.ts';
import type { MeetingView } from '../domain/meeting/view.ts';
import type { Person } from '../domain/people/person.ts';

/** Why an event is taken out of the calendars, or how its meeting ended. */
export type CalendarComment =
  { readonly kind: 'moved' } | { readonly kind: 'otherTimeChosen' } | { readonly kind: 'staysBooked' } | Outcome;

interface WrittenMail {
  readonly subject: string;
  readonly html: string;
}

/**
 * Makes sentences of facts where no card does: in mails, calendars and plans. Pure. A mail is in its recipient's language,
 * zone and clock; what several people read is in the organizer's.
 */
export interface MeetingWriter {
  /** The question, with the link by which it is answered. */
  questionMail(input: {
    readonly view: MeetingView;
    readonly recipient: Person;
    readonly link: string;
    readonly isReminder: boolean;
  }): WrittenMail;
  /** What happened after the version `since`, as far as it concerns the recipient. */
  newsMail(input: {
    readonly view: MeetingView;
    readonly recipient: Person;
    readonly since: number;
  }): WrittenMail;
  calendarComment(meeting: NamedMeeting, comment: CalendarComment): string;
  /** The subject of an event that keeps a time free. */
  holdTitle(meeting: NamedMeeting): string;
  /** The title of the organizer's task before the meeting. */
  preparationTitle(meeting: NamedMeeting): string;
}
