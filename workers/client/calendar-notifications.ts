import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import { calendarChannel } from '../../workflows/contract/calendar-channel.ts';
import { eventKey } from '../../workflows/contract/event-key.ts';
import { calendarChangedSignal } from '../../workflows/contract/messages/messages.ts';
import type { PersonId } from '../../workflows/domain/people/person.ts';
import type { PubSub } from '../../workflows/ports/pub-sub.ts';
import type { Store } from '../../workflows/ports/store.ts';
import { bookedMeetingsQuery } from './meeting-query.ts';
import { answered } from './temporal-problem.ts';

/** Forwards calendar changes: booked meetings check again, and subscribers are notified. */
export interface CalendarNotifications {
  /** Something was changed in this calendar, these events among it; resolves when all of them have been notified. */
  changed(input: { readonly ownerId: PersonId; readonly eventIds: readonly string[] }): Promise<void>;
  /** It is not known what was changed: every booked meeting of this organizer looks again. */
  missed(ownerId: PersonId): Promise<void>;
  /** Stops waiting: what is pending is delivered at once. */
  flush(): void;
}

/** The first news of a minute waits this long for more of the same, each further one twice as long as the one before. */
const usualSettleMs = 500;
const longestSettleMs = 8_000;
/** A process that dies while waiting delays the changes of one calendar or meeting by this long. */
const claimMs = 30_000;

/**
 * Changes that arrive together are delivered once, even when they reach several processes: one booking moves an event a dozen
 * times, and each look of a meeting costs requests to its calendar.
 */
export function createCalendarNotifications(input: {
  readonly temporal: Client;
  readonly store: Store;
  readonly pubSub: Pick<PubSub, 'publish'>;
  readonly settleMs?: number;
}): CalendarNotifications {
  const { temporal, store, pubSub, settleMs = usualSettleMs } = input;
  const hurry = new AbortController();

  /** Works once for all news of this name until then; those that come later are news again. */
  async function settled(name: string, work: () => Promise<unknown>): Promise<void> {
    const key = `calendar-news:${name}`;
    if (!(await store.setIfAbsent(key, 'waiting', { ttlMs: claimMs }))) return;
    const { count } = await store.increment(`${key}:count`, 60_000);
    const waitMs = Math.min(settleMs * 2 ** (count - 1), longestSettleMs);
    await pause(waitMs, undefined, { signal: hurry.signal }).catch(() => undefined);
    await store.delete(key);
    await work();
  }

  function look(meetingId: string): Promise<void> {
    return settled(`meeting:${meetingId}`, () =>
      // A meeting that is over is past looking, which is no fault of the news.
      answered(() => temporal.workflow.getHandle(meetingId).signal(calendarChangedSignal)),
    );
  }

  function tell(ownerId: PersonId): Promise<void> {
    const channel = calendarChannel(ownerId);
    return settled(channel, () => pubSub.publish(channel, 'changed'));
  }

  return {
    changed: async ({ ownerId, eventIds }) => {
      const found = await Promise.all([...new Set(eventIds)].map((id) => store.get(eventKey(id))));
      const meetingIds = new Set(found.filter((meetingId) => meetingId !== undefined));
      await Promise.all([tell(ownerId), ...[...meetingIds].map(look)]);
    },
    missed: async (ownerId) => {
      await tell(ownerId);
      for await (const { workflowId } of temporal.workflow.list({ query: bookedMeetingsQuery(ownerId) })) {
        await look(workflowId);
      }
    },
    flush: () => {
      hurry.abort();
    },
  };
}
