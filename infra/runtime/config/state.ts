import { section } from './section.ts';
import { addressOf } from './shapes.ts';
import { optional, secret, withDefault } from './variable.ts';

/** What processes share for a short time: Redis, or one SQLite file when they all run on one machine. */
export const state = section('Shared state', {
  redisUrl: secret(
    optional(
      'REDIS_URL',
      'the Redis that all processes share; without it they share a SQLite file',
      addressOf('redis', 'rediss'),
    ),
  ),
  directory: withDefault('ASSENT_STATE_DIR', 'the folder for local state', '.assent'),
  sqliteFile: withDefault(
    'ASSENT_SQLITE_FILE',
    'the SQLite file used without Redis, inside that folder unless absolute',
    'assent.db',
  ),
});
