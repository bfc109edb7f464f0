import type { Messenger } from '../../workflows/ports/messenger.ts';
import type { Store } from '../../workflows/ports/store.ts';

/** The key under which the questions that one person got in one round are counted. */
function askedKey(meetingId: string, round: number, recipientId: string): string {
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
        const count = askedKey(view.meetingId, view.proposal?.round ?? 0, recipientId);
        await store.set(count, String(Number((await store.get(count)) ?? '0') + 1));
      }
      return { kind: 'delivered' };
    },
  };
}
