import { setTimeout as pause } from 'node:timers/promises';

import type { PubSub } from '../../../workflows/ports/pub-sub.ts';
import type { Reservations, Store } from '../../../workflows/ports/store.ts';
import { attempt, createRedisClient } from './connection.ts';
import type { RedisClient } from './connection.ts';
import { migrateRedis } from './migrate.ts';
import { createRedisReservations } from './reservations.ts';
import { createRedisStore } from './store.ts';

function createRedisPubSub(
  publisher: RedisClient,
  subscriber: RedisClient,
  namespace: string,
  onError: (error: unknown) => void,
): PubSub {
  const nameOf = (channel: string): string => `{${namespace}}:channel:${channel}`;
  return {
    publish: (channel, message) =>
      attempt(async () => {
        await publisher.publish(nameOf(channel), message);
      }),
    subscribe: (channel, listener) =>
      attempt(async () => {
        // A wrapper of its own, so that one function may listen twice.
        const own = (message: string): void => {
          try {
            listener(message);
          } catch (error) {
            onError(error);
          }
        };
        await subscriber.subscribe(nameOf(channel), own);
        return () =>
          attempt(async () => {
            await subscriber.unsubscribe(nameOf(channel), own);
          });
      }),
  };
}

function warn(error: unknown): void {
  process.emitWarning(error instanceof Error ? error : String(error));
}

/** How long a start waits for Redis; later losses are waited out indefinitely. */
const firstConnectMs = 15_000;

/**
 * State that processes on any number of machines share through Redis; used where `REDIS_URL` is set. Connections come
 * back by themselves, subscriptions with them; meanwhile calls wait up to 10 s and then fail as `unavailable`. Rejects with
 * `NewerVersionError` where a newer Assent has stored something.
 */
export async function openRedisShared(input: {
  /** `redis://` or `rediss://`, with user, password and database as needed. */
  readonly url: string;
  /** Begins every key and channel, so that installations may share one Redis. */
  readonly namespace: string;
  /** Receives the reason when a connection is lost, and what listeners throw. */
  readonly onError?: (error: unknown) => void;
}): Promise<{
  readonly store: Store;
  readonly reservations: Reservations;
  readonly pubSub: PubSub;
  close(): Promise<void>;
}> {
  const { url, namespace, onError = warn } = input;
  const client = createRedisClient(url, onError);
  // A connection that listens can do nothing else (https://redis.io/docs/latest/develop/pubsub/).
  const subscriber = createRedisClient(url, onError);
  try {
    await attempt(() =>
      Promise.race([
        Promise.all([client.connect(), subscriber.connect()]),
        pause(firstConnectMs, undefined, { ref: false }).then(() => {
          throw new Error(`Redis did not answer for ${firstConnectMs} ms.`);
        }),
      ]),
    );
    await migrateRedis(client, namespace);
  } catch (error) {
    client.destroy();
    subscriber.destroy();
    throw error;
  }
  return {
    store: createRedisStore(client, namespace),
    reservations: createRedisReservations(client, namespace),
    pubSub: createRedisPubSub(client, subscriber, namespace, onError),
    close: () => {
      client.destroy();
      subscriber.destroy();
      return Promise.resolve();
    },
  };
}
