import type { PersonId } from '../domain/people/person.ts';

/** What a notification says about itself; trusted only after `ownerOf`. */
interface CalendarNotification {
  readonly subscriptionId: string;
  readonly clientState: string;
}

/**
 * Notification of changes in people's calendars when they happen. Where it is not configured, booked meetings are only
 * checked from time to time.
 */
export interface CalendarChanges {
  /**
   * Ensures that changes to this person's or room's calendar are reported from now on, for days; says whether they are.
   * Costs nothing while they already are, so callers that need them ask again at least once a day. Never rejects.
   */
  ensureSubscribed(ownerId: PersonId): Promise<boolean>;
  /** Whose calendar a notification is about; undefined for one that was not asked for. */
  ownerOf(notification: CalendarNotification): Promise<PersonId | undefined>;
  /** Confirms to the service that changes are still wanted. */
  reauthorize(ownerId: PersonId): Promise<void>;
  /** The service has stopped reporting; the next `ensureSubscribed` subscribes again. */
  forget(ownerId: PersonId): Promise<void>;
}
