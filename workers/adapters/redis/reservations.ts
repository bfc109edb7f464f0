import type { Reservations } from '../../../workflows/ports/store.ts';
import { luaScript } from './connection.ts';
import type { RedisClient } from './connection.ts';

/** KEYS: the holder's people, then one hash a person (holder → "start end expiry"). ARGV: holder, start, end, life, prefix, people. */
const reserve = luaScript(`
  local time = redis.call('TIME')
  local now = time[1] * 1000 + math.floor(time[2] / 1000)
  local holder, starts, ends, life = ARGV[1], tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4])
  for index = 2, #KEYS do
    local held = redis.call('HGETALL', KEYS[index])
    for field = 1, #held, 2 do
      local otherStarts, otherEnds, expires = string.match(held[field + 1], '(%S+) (%S+) (%S+)')
      if tonumber(expires) <= now then
        redis.call('HDEL', KEYS[index], held[field])
      elseif held[field] ~= holder and tonumber(otherStarts) < ends and tonumber(otherEnds) > starts then
        return { index - 1, held[field] }
      end
    end
  end
  for _, person in ipairs(redis.call('SMEMBERS', KEYS[1])) do
    redis.call('HDEL', ARGV[5] .. person, holder)
  end
  redis.call('DEL', KEYS[1])
  for index = 2, #KEYS do
    redis.call('HSET', KEYS[index], holder, ARGV[2] .. ' ' .. ARGV[3] .. ' ' .. string.format('%.0f', now + life))
    if redis.call('PTTL', KEYS[index]) < life then redis.call('PEXPIRE', KEYS[index], life) end
    redis.call('SADD', KEYS[1], ARGV[4 + index])
  end
  if #KEYS > 1 then redis.call('PEXPIRE', KEYS[1], life) end
  return { 0, '' }`);

const release = luaScript(`
  for _, person in ipairs(redis.call('SMEMBERS', KEYS[1])) do
    redis.call('HDEL', ARGV[2] .. person, ARGV[1])
  end
  redis.call('DEL', KEYS[1])
  return 1`);

/** `Reservations` in Redis: one script checks and writes. */
export function createRedisReservations(client: RedisClient, namespace: string): Reservations {
  const holderKey = (holder: string): string => `{${namespace}}:reserved-by:${holder}`;
  const personPrefix = `{${namespace}}:reserved:`;

  return {
    async reserve({ holder, people, slot, ttlMs }) {
      const answer = await reserve(
        client,
        [holderKey(holder), ...people.map((person) => personPrefix + person)],
        [
          holder,
          Date.parse(slot.start),
          Date.parse(slot.end),
          Math.max(1, Math.ceil(ttlMs)),
          personPrefix,
          ...people,
        ],
      );
      const [position, other] = Array.isArray(answer) ? (answer as unknown[]) : [];
      const personId = people[Number(position) - 1];
      return personId === undefined ? { ok: true } : { ok: false, personId, holder: String(other) };
    },
    async release(holder) {
      await release(client, [holderKey(holder)], [holder, personPrefix]);
    },
  };
}
