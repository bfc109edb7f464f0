import type { AnswerLinks } from '../../workflows/ports/answer-links.ts';
import type { CalendarChanges } from '../../workflows/ports/calendar-changes.ts';
import type { CalendarWriter } from '../../workflows/ports/calendar-writer.ts';
import type { Calendar } from '../../workflows/ports/calendar.ts';
import type { Clock } from '../../workflows/ports/clock.ts';
import type { Directory } from '../../workflows/ports/directory.ts';
import type { MailWriter } from '../../workflows/ports/mail-writer.ts';
import type { Mailer } from '../../workflows/ports/mailer.ts';
import type { Messenger } from '../../workflows/ports/messenger.ts';
import type { Projections } from '../../workflows/ports/projections.ts';
import type { Reservations, Store } from '../../workflows/ports/store.ts';
import type { Tasks } from '../../workflows/ports/tasks.ts';

/** The hands of a meeting. What is absent is not configured, and done without. */
export interface MeetingPorts {
  readonly calendar: Calendar;
  readonly directory: Directory;
  readonly projections: Projections;
  readonly reservations: Reservations;
  readonly store: Store;
  readonly clock: Clock;
  readonly answerLinks: AnswerLinks;
  readonly calendarWriter: CalendarWriter;
  /** Without change notifications, booked meetings are checked once a day. */
  readonly changes?: Pick<CalendarChanges, 'ensureSubscribed'>;
  /** Without a plan, no tasks. */
  readonly tasks?: Tasks;
  /** Without Teams, questions go by mail. */
  readonly messenger?: Messenger;
  readonly mailWriter: MailWriter;
  /** Without a mailbox, whom Teams does not reach is not reached. */
  readonly mailer?: Mailer;
}
