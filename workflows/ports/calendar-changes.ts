import type { PersonId } from '../domain/people/person.ts';

/** What a notice about somebody's calendar says of itself; believed only after `ownerOf`. */
interface CalendarNotice {
  readonly subscriptionId: string;
  readonly clientState: string;
}

/**
 * Hearing of changes in people's calendars when they are made. Where it is not configured, booked meetings are only
 * looked at now and then.
 */
export interface CalendarChanges {
  /**
   * Sees to it that changes of this person's or room's calendar are told from now on, for days; says whether they are.
   * Costs nothing while they are told already, so whoever needs them asks again at least once a day. Never rejects.
   */
  follow(ownerId: PersonId): Promise<boolean>;
  /** Whose calendar a notice is about; undefined for one that was not asked for. */
  ownerOf(notice: CalendarNotice): Promise<PersonId | undefined>;
  /** Answers the service's question whether changes are still to be told, with yes. */
  reauthorize(ownerId: PersonId): Promise<void>;
  /** The service tells no more; the next `follow` begins anew. */
  forget(ownerId: PersonId): Promise<void>;
}
