import { z } from 'zod';

import type { PersonId } from '../../workflows/domain/people/person.ts';
import type { CalendarChanges } from '../../workflows/ports/calendar-changes.ts';

const notification = z.object({
  subscriptionId: z.string().min(1).max(200),
  clientState: z.string().max(200).nullish(),
  changeType: z.string().max(50).nullish(),
  lifecycleEvent: z.string().max(50).nullish(),
  resourceData: z.object({ id: z.string().min(1).max(1000).nullish() }).nullish(),
});

type Notification = z.output<typeof notification>;

/** What Graph posts; one request may cover several subscriptions (changeNotificationCollection of the Graph documentation). */
export const notificationsShape = z.object({ value: z.array(notification).max(1000) });

/** What one request's notifications mean for one mailbox. */
export interface MailboxNews {
  readonly ownerId: PersonId;
  /** Whether anything in the calendar changed at all. */
  readonly isChanged: boolean;
  /** Events that were there before and are no longer as they were. */
  readonly eventIds: readonly string[];
  readonly lifecycleEvents: ReadonlySet<string>;
}

/** What is trusted of a request, by mailbox; anything that is not from one of our subscriptions is left out. */
export async function newsOf(
  notifications: readonly Notification[],
  ownerOf: CalendarChanges['ownerOf'],
): Promise<readonly MailboxNews[]> {
  const sources = Map.groupBy(notifications, ({ subscriptionId, clientState }) =>
    JSON.stringify([subscriptionId, clientState]),
  );
  const news: MailboxNews[] = [];
  // One after the other, so that a request full of noise keeps the store no busier than any other.
  for (const together of sources.values()) {
    const [{ subscriptionId, clientState } = { subscriptionId: '', clientState: '' }] = together;
    const ownerId = await ownerOf({ subscriptionId, clientState: clientState ?? '' });
    if (ownerId === undefined) continue;
    news.push({
      ownerId,
      isChanged: together.some(({ changeType }) => typeof changeType === 'string'),
      // An event that was just created is already known to its creator.
      eventIds: together.flatMap(({ changeType, resourceData }) =>
        changeType === 'created' ? [] : (resourceData?.id ?? []),
      ),
      lifecycleEvents: new Set(together.flatMap(({ lifecycleEvent }) => lifecycleEvent ?? [])),
    });
  }
  return news;
}
