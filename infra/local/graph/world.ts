import type { Database } from './database.ts';
import type { Directory } from './directory.ts';
import type { EventStore } from './event-store.ts';
import type { MailStore } from './mail-store.ts';
import type { Notifier } from './notifications.ts';
import type { PlannerStore } from './planner-store.ts';
import type { SubscriptionStore } from './subscription-store.ts';

/** What all handlers share. */
export interface World {
  readonly database: Database;
  readonly directory: Directory;
  readonly events: EventStore;
  readonly mails: MailStore;
  readonly planner: PlannerStore;
  readonly subscriptions: SubscriptionStore;
  readonly notifier: Notifier;
  readonly now: () => Date;
  /** Object ids of people for whom a proactive install is refused with 403. */
  readonly refusedInstalls: ReadonlySet<string>;
}
