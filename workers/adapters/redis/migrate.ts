import { NewerVersionError } from '../../../infra/runtime/newer-version-error.ts';
import { attempt } from './connection.ts';
import type { RedisClient } from './connection.ts';

/**
 * From each version of keys and values to the next, the first from version 1. Processes that start together may run one
 * at the same time, so that it must do no harm twice.
 */
export type RedisMigrations = readonly ((client: RedisClient, namespace: string) => Promise<void>)[];

const migrations: RedisMigrations = [];

/**
 * Brings what is under a namespace to the newest version, which is stored at `{namespace}:schema-version`; without it, it is
 * version 1. Rejects with `NewerVersionError`.
 */
export async function migrateRedis(
  client: RedisClient,
  namespace: string,
  steps: RedisMigrations = migrations,
): Promise<void> {
  const key = `{${namespace}}:schema-version`;
  const known = 1 + steps.length;
  const found = Number((await attempt(() => client.get(key))) ?? 1);
  if (found > known) {
    const what = `What Redis holds under “${namespace}”`;
    const orElse = 'give this one a Redis of its own (REDIS_URL)';
    throw new NewerVersionError({ what, found, known, orElse });
  }
  for (const step of steps.slice(found - 1)) await attempt(() => step(client, namespace));
  await attempt(() => client.set(key, String(known)));
}
