import { resolve } from 'node:path';
import type { ValuesOf } from '../../infra/runtime/config/section.ts';
import type { state } from '../../infra/runtime/config/state.ts';
import { openRedisShared } from './redis/shared.ts';
import { openSqliteShared } from './sqlite/shared.ts';

/**
 * What all processes share, as the configuration says: Redis, or one SQLite file. Rejects with `ServiceError` where Redis
 * cannot be reached.
 */
export async function openShared({
  redisUrl,
  directory,
  sqliteFile,
}: ValuesOf<(typeof state)['variables']>): Promise<ReturnType<typeof openSqliteShared>> {
  return redisUrl === undefined
    ? openSqliteShared({ file: resolve(directory, sqliteFile) })
    : openRedisShared({ url: redisUrl, namespace: 'assent' });
}
