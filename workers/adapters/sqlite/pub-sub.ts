import type { DatabaseSync } from 'node:sqlite';

import type { PubSub } from '../../../workflows/ports/pub-sub.ts';
import { run } from './database.ts';

type Listener = (message: string) => void;

const keptMs = 60_000;
const pruneEveryMs = 10_000;
const pollEveryMs = 15;

/**
 * Messages between the processes of one machine, as rows with growing ids. What other processes wrote is noticed by
 * `PRAGMA data_version` (https://sqlite.org/pragma.html#pragma_data_version), which costs no disk access; everybody
 * gets one order. A process that is suspended for a minute misses what was sent meanwhile.
 */
export function createSqlitePubSub(
  database: DatabaseSync,
  /** Receives what listeners throw, and failures of the polling, which continues. */
  onError: (error: unknown) => void,
): { readonly pubSub: PubSub; close(): void } {
  const insert = database.prepare('INSERT INTO messages (channel, message, sent_at) VALUES (?, ?, ?)');
  const prune = database.prepare('DELETE FROM messages WHERE sent_at < ?');
  const selectNew = database.prepare('SELECT id, channel, message FROM messages WHERE id > ? ORDER BY id');
  const selectLast = database.prepare("SELECT seq FROM sqlite_sequence WHERE name = 'messages'");
  const selectVersion = database.prepare('PRAGMA data_version');

  const listeners = new Map<string, Set<Listener>>();
  let lastId = 0;
  let version = -1;
  let prunedAt = 0;
  let poll: NodeJS.Timeout | undefined;

  let isDelivering = false;
  const deliverNew = (): void => {
    // A listener that publishes comes here again; what it wrote follows in the outer round, in order.
    if (isDelivering) return;
    isDelivering = true;
    try {
      for (let rows = selectNew.all(lastId); rows.length > 0; rows = selectNew.all(lastId)) {
        for (const row of rows) {
          lastId = Number(row['id']);
          deliver(String(row['channel']), String(row['message']));
        }
      }
    } finally {
      isDelivering = false;
    }
  };
  const deliver = (channel: string, message: string): void => {
    for (const listener of [...(listeners.get(channel) ?? [])]) {
      try {
        listener(message);
      } catch (error) {
        onError(error);
      }
    }
  };
  const deliverOthers = (): void => {
    try {
      const current = Number(selectVersion.get()?.['data_version']);
      if (current === version) return;
      deliverNew();
      version = current;
    } catch (error) {
      onError(error);
    }
  };
  const stopWhenUnheard = (): void => {
    if (listeners.size > 0) return;
    clearInterval(poll);
    poll = undefined;
  };

  const pubSub: PubSub = {
    publish: (channel, message) =>
      run(() => {
        const now = Date.now();
        insert.run(channel, message, now);
        if (now - prunedAt > pruneEveryMs) {
          prunedAt = now;
          prune.run(now - keptMs);
        }
        if (poll !== undefined) deliverNew();
      }),
    subscribe: (channel, listener) =>
      run(() => {
        if (poll === undefined) {
          lastId = Number(selectLast.get()?.['seq'] ?? 0);
          poll = setInterval(deliverOthers, pollEveryMs);
          poll.unref();
        } else {
          deliverNew();
        }
        // A wrapper of its own, so that one function may listen twice.
        const own: Listener = (message) => {
          listener(message);
        };
        const heard = listeners.get(channel) ?? new Set();
        listeners.set(channel, heard.add(own));
        return () => {
          heard.delete(own);
          if (heard.size === 0 && listeners.get(channel) === heard) listeners.delete(channel);
          stopWhenUnheard();
          return Promise.resolve();
        };
      }),
  };
  return {
    pubSub,
    close: () => {
      listeners.clear();
      stopWhenUnheard();
    },
  };
}
