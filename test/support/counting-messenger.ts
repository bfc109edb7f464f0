import type { Messenger } from '../../workflows/ports/messenger.ts';
import type { Store } from '../../workflows/ports/store.ts';

const dayMs = 86_400_000;

/** The key under which the questions that one person got in one round are counted. */
export function askedKey(meetingId: string, round: number, recipientId: string): string {
  return `asked:${meetingId}:${round}:${recipientId}`;
}

/**
 * Sends nothing, and counts what would have been sent in a store that survives the process: idempotent per recipient,
 * meeting, version and purpose, as the port wants it.
 */
export function createCountingMessenger(store: Store): Messenger {
  return {
    async deliver({ recipientId, view, purpose }) {
      const key = ['sent', view.meetingId, view.version, purpose, recipientId].join(':');
      if ((await store.setIfAbsent(key, 'sent')) && purpose === 'ask') {
        await store.increment(askedKey(view.meetingId, view.proposal?.round ?? 0, recipientId), dayMs);
      }
      return { kind: 'delivered' };
    },
  };
}
