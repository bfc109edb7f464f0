import type { Store } from '../../../workflows/ports/store.ts';
import { attempt, luaScript } from './connection.ts';
import type { RedisClient } from './connection.ts';

const noLife = 0;

/** Clears names of expired entries from the indexes, a few with every write, so that they never pile up. */
const purge = `
  local time = redis.call('TIME')
  local now = time[1] * 1000 + math.floor(time[2] / 1000)
  for _, name in ipairs(redis.call('ZRANGE', KEYS[3], '-inf', now, 'BYSCORE', 'LIMIT', 0, 10)) do
    redis.call('ZREM', KEYS[3], name)
    redis.call('ZREM', KEYS[2], name)
  end`;

/** KEYS: entry, index of names, index of expiries. ARGV: name, value, life in ms (0: none), mode, expected. */
const write = luaScript(`${purge}
  local held = redis.call('GET', KEYS[1])
  if ARGV[4] == 'absent' and held then return 0 end
  if ARGV[4] == 'equal' and held ~= ARGV[5] then return 0 end
  redis.call('ZADD', KEYS[2], 0, ARGV[1])
  if tonumber(ARGV[3]) > 0 then
    redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3])
    redis.call('ZADD', KEYS[3], now + ARGV[3], ARGV[1])
  else
    redis.call('SET', KEYS[1], ARGV[2])
    redis.call('ZREM', KEYS[3], ARGV[1])
  end
  return 1`);

const remove = luaScript(`
  redis.call('DEL', KEYS[1])
  redis.call('ZREM', KEYS[2], ARGV[1])
  redis.call('ZREM', KEYS[3], ARGV[1])
  return 1`);

const count = luaScript(`
  local count = redis.call('INCR', KEYS[1])
  if count == 1 then redis.call('PEXPIRE', KEYS[1], ARGV[1]) end
  return { count, redis.call('PTTL', KEYS[1]) }`);

/**
 * A `Store` in Redis 6.2 or newer. Names of entries are kept in a sorted set, so that lists need no scan. All keys
 * carry the namespace as hash tag: in a cluster they live in one slot.
 */
export function createRedisStore(client: RedisClient, namespace: string): Store {
  const entry = (name: string): string => `{${namespace}}:entry:${name}`;
  const names = `{${namespace}}:names`;
  const keysOf = (name: string): string[] => [entry(name), names, `{${namespace}}:expiries`];

  const set = async (
    name: string,
    value: string,
    life: { readonly ttlMs: number } | undefined,
    mode: 'always' | 'absent' | 'equal',
    expected = '',
  ): Promise<boolean> => {
    const ttlMs = life === undefined ? noLife : Math.max(1, Math.ceil(life.ttlMs));
    return (await write(client, keysOf(name), [name, value, ttlMs, mode, expected])) === 1;
  };

  return {
    get: (name) => attempt(async () => (await client.get(entry(name))) ?? undefined),
    async set(name, value, life) {
      await set(name, value, life, 'always');
    },
    setIfAbsent: (name, value, life) => set(name, value, life, 'absent'),
    compareAndSet: (name, expected, next, life) =>
      expected === undefined ? set(name, next, life, 'absent') : set(name, next, life, 'equal', expected),
    async delete(name) {
      await remove(client, keysOf(name), [name]);
    },
    async increment(name, windowMs) {
      const answer = await count(
        client,
        [`{${namespace}}:count:${name}`],
        [Math.max(1, Math.ceil(windowMs))],
      );
      const [counted, resetsInMs] = Array.isArray(answer) ? answer.map(Number) : [];
      return { count: counted ?? 0, resetsInMs: Math.max(0, resetsInMs ?? 0) };
    },
    list: ({ prefix, limit, after }) =>
      attempt(async () => {
        const found: { readonly key: string; readonly value: string }[] = [];
        let from = after !== undefined && after >= prefix ? `(${after}` : `[${prefix}`;
        while (found.length < limit) {
          const page = await client.zRange(names, from, `(${prefix}\u{10FFFF}`, {
            BY: 'LEX',
            LIMIT: { offset: 0, count: limit },
          });
          if (page.length === 0) break;
          const values = await client.mGet(page.map(entry));
          for (const [index, key] of page.entries()) {
            const value = values[index];
            if (typeof value === 'string' && found.length < limit) found.push({ key, value });
          }
          from = `(${page.at(-1) ?? ''}`;
        }
        return found;
      }),
  };
}
