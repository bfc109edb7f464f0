import type { PersonId } from '../../workflows/domain/people/person.ts';
import type { MeetingView } from '../../workflows/domain/meeting/view.ts';
import type { TimeZone } from '../../workflows/domain/time/slot.ts';

/** Whoever a card is made for: decides what it offers, and how times are written. */
export interface Reader {
  readonly personId: PersonId;
  readonly timeZone: TimeZone;
  /** A BCP 47 tag of English; only the way to write dates depends on it. */
  readonly locale: string;
}

const defaultLocale = 'en-GB';

/** Our words are English, so other languages get English dates. */
export function readerLocale(locale: string | undefined): string {
  if (locale === undefined || !/^en(-[A-Za-z]{2,4})?$/.test(locale)) return defaultLocale;
  return locale;
}

/** The person's own zone where the meeting knows it, the organizer's otherwise. */
export function readerOf(view: MeetingView, id: PersonId, locale?: string): Reader {
  const people = [view.organizer, ...view.attendees.map(({ person }) => person)];
  return {
    personId: id,
    timeZone: people.find((person) => person.id === id)?.timeZone ?? view.timeZone,
    locale: readerLocale(locale),
  };
}
