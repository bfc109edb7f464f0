import type { Announcement } from '../domain/meeting/announcements.ts';
import type { MeetingView } from '../domain/meeting/view.ts';
import type { Person } from '../domain/people/person.ts';

/** One person's mail about a version of a meeting. */
export interface Letter {
  readonly view: MeetingView;
  readonly recipient: Person;
  readonly announcement: Announcement;
  /** Where a question is answered; absent for news. */
  readonly link?: string;
}

/** What a mail says. */
export interface MailText {
  readonly subject: string;
  readonly html: string;
}

/** Puts announcements into words, in the recipient's language, zone and clock. Rejects with `ServiceError`. */
export interface MailWriter {
  write(letter: Letter): Promise<MailText>;
}
