import { randomUUID } from 'node:crypto';
import { z } from 'zod';

import type { PersonId } from '../../workflows/domain/people/person.ts';
import { ServiceError } from '../../workflows/ports/service-error.ts';
import type { Store } from '../../workflows/ports/store.ts';

const recordShape = z.object({
  serviceUrl: z.string(),
  conversationId: z.string(),
  activityId: z.string(),
  /** The version of the meeting that the card shows. */
  version: z.number(),
});

/** A card in a chat. */
export type CardRecord = z.infer<typeof recordShape>;

const groupCardShape = recordShape.extend({
  /** Teams' ids of those whose own view the card asks for; at most 60. */
  viewerIds: z.array(z.string()),
});

/** A card in a chat of several people. */
type GroupCardRecord = z.infer<typeof groupCardShape>;

const keptMs = 180 * 24 * 60 * 60 * 1000;
const shownKeptMs = 2 * 60 * 60 * 1000;
const deliveredKeptMs = 14 * 24 * 60 * 60 * 1000;
const leaseMs = 30_000;
const waitMs = 12_000;
const retryEveryMs = 20;

/** Where each card of a meeting is, so that it can be updated; in the shared store. */
export interface CardRecords {
  find(meetingId: string, personId: PersonId): Promise<CardRecord | undefined>;
  keep(meetingId: string, personId: PersonId, record: CardRecord): Promise<void>;
  forget(meetingId: string, personId: PersonId): Promise<void>;
  /** That a card of this meeting has just come into a chat: what is said next may be about it. */
  noteShown(conversationId: string, personId: PersonId, meetingId: string): Promise<void>;
  /** The meeting whose card came last, within two hours. */
  lastShown(conversationId: string, personId: PersonId): Promise<string | undefined>;
  groupCard(meetingId: string): Promise<GroupCardRecord | undefined>;
  keepGroupCard(meetingId: string, record: GroupCardRecord): Promise<void>;
  forgetGroupCard(meetingId: string): Promise<void>;
  wasDelivered(deliveryKey: string): Promise<boolean>;
  markDelivered(deliveryKey: string): Promise<void>;
  /** One at a time over all processes; rejects with `unavailable` when the other takes too long. */
  alone<Value>(name: string, work: () => Promise<Value>): Promise<Value>;
}

export function createCardRecords(store: Store): CardRecords {
  const cardKey = (meetingId: string, personId: PersonId) => `teams:card:${meetingId}:${personId}`;
  const shownKey = (conversationId: string, personId: PersonId) =>
    `teams:shown:${conversationId}:${personId}`;
  const groupKey = (meetingId: string) => `teams:group-card:${meetingId}`;

  async function read<Value>(shape: z.ZodType<Value>, key: string): Promise<Value | undefined> {
    const text = await store.get(key);
    return text === undefined ? undefined : shape.parse(JSON.parse(text));
  }

  async function acquire(key: string, holder: string): Promise<void> {
    const giveUpAt = Date.now() + waitMs;
    while (!(await store.setIfAbsent(key, holder, { ttlMs: leaseMs }))) {
      if (Date.now() > giveUpAt) {
        throw new ServiceError({
          reason: 'unavailable',
          service: 'teams',
          message: 'Another message to the same person is still on its way.',
        });
      }
      await new Promise((resolve) => setTimeout(resolve, retryEveryMs));
    }
  }

  return {
    find: (meetingId, personId) => read(recordShape, cardKey(meetingId, personId)),
    keep: (meetingId, personId, record) =>
      store.set(cardKey(meetingId, personId), JSON.stringify(record), { ttlMs: keptMs }),
    forget: (meetingId, personId) => store.delete(cardKey(meetingId, personId)),
    noteShown: (conversationId, personId, meetingId) =>
      store.set(shownKey(conversationId, personId), meetingId, { ttlMs: shownKeptMs }),
    lastShown: (conversationId, personId) => store.get(shownKey(conversationId, personId)),
    groupCard: (meetingId) => read(groupCardShape, groupKey(meetingId)),
    keepGroupCard: (meetingId, record) =>
      store.set(groupKey(meetingId), JSON.stringify(record), { ttlMs: keptMs }),
    forgetGroupCard: (meetingId) => store.delete(groupKey(meetingId)),
    wasDelivered: async (key) => (await store.get(`teams:delivered:${key}`)) !== undefined,
    markDelivered: (key) => store.set(`teams:delivered:${key}`, '1', { ttlMs: deliveredKeptMs }),
    async alone(name, work) {
      const key = `teams:lease:${name}`;
      const holder = randomUUID();
      await acquire(key, holder);
      try {
        return await work();
      } finally {
        if ((await store.get(key)) === holder) await store.delete(key);
      }
    },
  };
}
