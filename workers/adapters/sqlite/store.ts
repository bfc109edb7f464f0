import type { DatabaseSync } from 'node:sqlite';

import type { Store } from '../../../workflows/ports/store.ts';
import { run } from './database.ts';

const purgeEveryMs = 30_000;
/** Sorts after every key that begins with the same text: the highest code point. */
const lastCharacter = '\u{10FFFF}';

/** A `Store` in tables of the shared file. Counters live apart from entries: `get` does not see them. */
export function createSqliteStore(database: DatabaseSync): Store {
  const alive = '(expires_at IS NULL OR expires_at > ?)';
  const select = database.prepare(`SELECT value FROM entries WHERE key = ? AND ${alive}`);
  const upsert = database.prepare(
    `INSERT INTO entries (key, value, expires_at) VALUES (?, ?, ?)
     ON CONFLICT (key) DO UPDATE SET value = excluded.value, expires_at = excluded.expires_at`,
  );
  const insertAbsent = database.prepare(
    `INSERT INTO entries (key, value, expires_at) VALUES (?, ?, ?)
     ON CONFLICT (key) DO UPDATE SET value = excluded.value, expires_at = excluded.expires_at
     WHERE entries.expires_at <= ?`,
  );
  const replace = database.prepare(
    `UPDATE entries SET value = ?, expires_at = ? WHERE key = ? AND value = ? AND ${alive}`,
  );
  const remove = database.prepare('DELETE FROM entries WHERE key = ?');
  const count = database.prepare(
    `INSERT INTO counters (key, count, resets_at) VALUES (?1, 1, ?2 + ?3)
     ON CONFLICT (key) DO UPDATE SET
       count = CASE WHEN resets_at <= ?2 THEN 1 ELSE count + 1 END,
       resets_at = CASE WHEN resets_at <= ?2 THEN ?2 + ?3 ELSE resets_at END
     RETURNING count, resets_at`,
  );
  const selectRange = database.prepare(
    `SELECT key, value FROM entries WHERE key >= ? AND key < ? AND key > ? AND ${alive} ORDER BY key LIMIT ?`,
  );
  const purgeEntries = database.prepare('DELETE FROM entries WHERE expires_at <= ?');
  const purgeCounters = database.prepare('DELETE FROM counters WHERE resets_at <= ?');

  let purgedAt = Date.now();
  const purgeSometimes = (now: number): void => {
    if (now - purgedAt < purgeEveryMs) return;
    purgedAt = now;
    purgeEntries.run(now);
    purgeCounters.run(now);
  };
  const expiry = (now: number, life: { readonly ttlMs: number } | undefined): number | null =>
    life === undefined ? null : now + Math.ceil(life.ttlMs);

  const setIfAbsent = (key: string, value: string, now: number, expiresAt: number | null): boolean =>
    insertAbsent.run(key, value, expiresAt, now).changes > 0;

  return {
    get: (key) =>
      run(() => {
        const value = select.get(key, Date.now())?.['value'];
        return typeof value === 'string' ? value : undefined;
      }),
    set: (key, value, life) =>
      run(() => {
        const now = Date.now();
        upsert.run(key, value, expiry(now, life));
        purgeSometimes(now);
      }),
    setIfAbsent: (key, value, life) =>
      run(() => {
        const now = Date.now();
        purgeSometimes(now);
        return setIfAbsent(key, value, now, expiry(now, life));
      }),
    compareAndSet: (key, expected, next, life) =>
      run(() => {
        const now = Date.now();
        purgeSometimes(now);
        const expiresAt = expiry(now, life);
        return expected === undefined
          ? setIfAbsent(key, next, now, expiresAt)
          : replace.run(next, expiresAt, key, expected, now).changes > 0;
      }),
    delete: (key) =>
      run(() => {
        remove.run(key);
      }),
    increment: (key, windowMs) =>
      run(() => {
        const now = Date.now();
        purgeSometimes(now);
        const row = count.get(key, now, Math.ceil(windowMs));
        return { count: Number(row?.['count']), resetsInMs: Number(row?.['resets_at']) - now };
      }),
    list: ({ prefix, limit, after }) =>
      run(() =>
        selectRange
          .all(prefix, `${prefix}${lastCharacter}`, after ?? '', Date.now(), limit)
          .map((row) => ({ key: String(row['key']), value: String(row['value']) })),
      ),
  };
}
