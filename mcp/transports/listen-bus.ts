import { AsyncLocalStorage } from 'node:async_hooks';
import type { ServerEvent, ServerEventBus } from '@modelcontextprotocol/server';
import type { Identity } from '../auth/identity.ts';
import type { ResourceSubscriptions } from '../resources/subscribed-resources.ts';

/** Who opens a `subscriptions/listen` stream, and what they may be notified of. */
interface Listening {
  readonly identity: Identity;
  readonly uris: readonly string[];
}

/**
 * The source of events for `subscriptions/listen` streams. The SDK's bus is one for everybody; here each stream
 * receives only what its own caller watches, known from the request that opens it.
 */
export interface ListenBus extends ServerEventBus {
  /** Streams opened inside `work` are notified of these resources. */
  listening<Value>(listening: Listening, work: () => Value): Value;
}

export function createListenBus(watch: ResourceSubscriptions): ListenBus {
  const opening = new AsyncLocalStorage<Listening>();
  const listeners = new Set<(event: ServerEvent) => void>();
  return {
    listening: (listening, work) => opening.run(listening, work),
    publish: (event) => {
      for (const listener of [...listeners]) listener(event);
    },
    subscribe: (listener) => {
      const { identity, uris } = opening.getStore() ?? { identity: undefined, uris: [] };
      const stops =
        identity === undefined
          ? []
          : uris.map((uri) =>
              watch.watch(identity, uri, () => {
                listener({ kind: 'resource_updated', uri });
              }),
            );
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        for (const stop of stops) stop();
      };
    },
  };
}
