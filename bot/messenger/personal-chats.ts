import { z } from 'zod';

import type { PersonId } from '../../workflows/domain/people/person.ts';
import type { Store } from '../../workflows/ports/store.ts';
import type { Place } from './connector.ts';

const conversationShape = z.object({
  /** The id by which Teams knows the person towards this bot. */
  userId: z.string().optional(),
  locale: z.string().optional(),
  serviceUrl: z.string(),
  conversationId: z.string(),
});

/** Somebody's one-to-one chat with the bot. */
export type PersonalChat = z.infer<typeof conversationShape> & Place;

const serviceUrlKey = 'teams:service-url';
/** Where Teams' connector is for a bot that has not heard from it yet (Teams: "Send proactive messages"). */
const publicServiceUrl = 'https://smba.trafficmanager.net/teams/';

function keyOf(personId: PersonId): string {
  return `teams:conversation:${personId}`;
}

/** Where people can be reached, in the shared store, so that any process can write to them. */
export interface PersonalChats {
  find(personId: PersonId): Promise<PersonalChat | undefined>;
  keep(personId: PersonId, conversation: PersonalChat): Promise<void>;
  forget(personId: PersonId): Promise<void>;
  /** The connector's address that was last heard from. */
  serviceUrl(): Promise<string>;
}

export function createPersonalChats(store: Store): PersonalChats {
  async function find(personId: PersonId): Promise<PersonalChat | undefined> {
    const text = await store.get(keyOf(personId));
    return text === undefined ? undefined : conversationShape.parse(JSON.parse(text));
  }

  return {
    find,
    async keep(personId, conversation) {
      const before = await find(personId);
      // Not every activity tells the person's language or id.
      const text = JSON.stringify({
        userId: before?.userId,
        locale: before?.locale,
        ...conversation,
      });
      // Reading is cheaper than writing, and nearly always nothing has changed.
      if (JSON.stringify(before) === text) return;
      await Promise.all([
        store.set(keyOf(personId), text),
        store.set(serviceUrlKey, conversation.serviceUrl),
      ]);
    },
    forget: (personId) => store.delete(keyOf(personId)),
    serviceUrl: async () => (await store.get(serviceUrlKey)) ?? publicServiceUrl,
  };
}
