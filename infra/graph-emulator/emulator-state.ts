import type { Database } from './storage/database.ts';
import type { Directory } from './directory/directory.ts';
import type { EventStore } from './events/event-store.ts';
import type { MailStore } from './mail/mail-store.ts';
import type { Notifier } from './subscriptions/notifications.ts';
import type { PlannerStore } from './planner/planner-store.ts';
import type { SubscriptionStore } from './subscriptions/subscription-store.ts';

/** What all handlers share. */
export interface EmulatorState {
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
