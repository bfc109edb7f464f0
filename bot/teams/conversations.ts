import { createHash } from 'node:crypto';

import type { MeetingRequest } from '../../workflows/domain/meeting/request.ts';
import type { DraftField, MeetingRequestDraft } from '../language/meaning/understanding.ts';
import type { PersonId } from '../../workflows/domain/people/person.ts';
import type { Candidate } from '../../workflows/domain/slots/candidate.ts';
import type { Store } from '../../workflows/ports/store.ts';

/** A request that is being talked about in a chat, before there is a meeting. */
export interface Conversation {
  readonly draftId: string;
  /** Who asked; nobody else may propose or change it. */
  readonly ownerId: PersonId;
  readonly conversationId: string;
  /** The locale that the bot answers in, a BCP 47 tag. */
  readonly locale?: string;
  /** What has been understood so far, for follow-ups. */
  readonly understood: MeetingRequestDraft;
  /** What was asked last, while something is open: the next words may answer it. */
  readonly asked?: DraftField;
  /** Absent while something is still open. */
  readonly request?: MeetingRequest;
  /** The slots on the card. */
  readonly offered: readonly Candidate[];
  /** How many of those come from the search itself; the others cost a concession. */
  readonly matching: number;
  readonly inputHash?: string;
  /** The message with the card. */
  readonly activityId?: string;
  /** Set once it has been proposed. */
  readonly meetingId?: string;
}

/** Its card can be used for a week. */
const keptMs = 7 * 24 * 60 * 60 * 1000;
/** Words are about it for as long as nobody has left it alone for two hours. */
const talkedAboutMs = 2 * 60 * 60 * 1000;

/** Conversations in the shared store: by id for cards, and the latest of a person in a chat for follow-ups in words. */
export interface Conversations {
  find(draftId: string): Promise<Conversation | undefined>;
  keep(conversation: Conversation): Promise<void>;
  /** What the person's next words in this chat are about. */
  pending(conversationId: string, personId: PersonId): Promise<Conversation | undefined>;
  /** The next words are no longer about this conversation; a newer one stays. */
  settle(conversation: Conversation): Promise<void>;
}

/** The same message always begins the same conversation, so that a redelivered one begins no second. */
export function conversationIdOf(conversationId: string, activityId: string): string {
  return createHash('sha256').update(`${conversationId}\n${activityId}`).digest('hex').slice(0, 32);
}

export function createConversations(store: Store): Conversations {
  const pendingKey = (conversationId: string, personId: PersonId) =>
    `teams:pending:${conversationId}:${personId}`;

  async function find(draftId: string): Promise<Conversation | undefined> {
    const text = await store.get(`teams:draft:${draftId}`);
    return text === undefined ? undefined : (JSON.parse(text) as Conversation);
  }

  return {
    find,
    async keep(conversation) {
      await Promise.all([
        store.set(`teams:draft:${conversation.draftId}`, JSON.stringify(conversation), { ttlMs: keptMs }),
        ...(conversation.meetingId === undefined
          ? [
              store.set(pendingKey(conversation.conversationId, conversation.ownerId), conversation.draftId, {
                ttlMs: talkedAboutMs,
              }),
            ]
          : []),
      ]);
    },
    async pending(conversationId, personId) {
      const draftId = await store.get(pendingKey(conversationId, personId));
      return draftId === undefined ? undefined : await find(draftId);
    },
    async settle({ conversationId, ownerId, draftId }) {
      const key = pendingKey(conversationId, ownerId);
      if ((await store.get(key)) === draftId) await store.delete(key);
    },
  };
}
