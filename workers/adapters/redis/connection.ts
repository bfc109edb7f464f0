import { createHash } from 'node:crypto';

import { createClient } from 'redis';

import { ServiceError } from '../../../workflows/ports/service-error.ts';

const commandTimeoutMs = 10_000;
const longestReconnectDelayMs = 2000;

/** A client that reconnects by itself, indefinitely; `onError` gets the reason when a connection is lost. */
export function createRedisClient(url: string, onError: (error: unknown) => void) {
  const client = createClient({
    url,
    commandOptions: { timeout: commandTimeoutMs },
    socket: {
      reconnectStrategy: (attempt: number) =>
        Math.min(50 * 2 ** Math.min(attempt, 10), longestReconnectDelayMs),
    },
  });
  client.on('error', onError);
  return client;
}

export type RedisClient = ReturnType<typeof createRedisClient>;

/** A promise of Redis, whose failures become `unavailable`. */
export async function attempt<Value>(work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (cause) {
    throw new ServiceError({
      reason: 'unavailable',
      service: 'assent',
      message: 'The shared store could not be reached.',
      cause,
    });
  }
}

/** A Lua script, which Redis runs alone and at once; it is sent by its hash, in full only when Redis lacks it. */
export function luaScript(
  source: string,
): (client: RedisClient, keys: string[], values: readonly (string | number)[]) => Promise<unknown> {
  const hash = createHash('sha1').update(source).digest('hex');
  return (client, keys, values) =>
    attempt(async () => {
      const input = { keys, arguments: values.map(String) };
      try {
        return await client.evalSha(hash, input);
      } catch (error) {
        if (!(error instanceof Error && error.message.startsWith('NOSCRIPT'))) throw error;
        return client.eval(source, input);
      }
    });
}
