import type { DatabaseSync } from 'node:sqlite';

import { personId } from '../../../workflows/domain/people/person.ts';
import type { Reservations } from '../../../workflows/ports/store.ts';
import { exclusively, run } from './database.ts';

/** `Reservations` in the shared file: check and write happen under the file's one write lock. */
export function createSqliteReservations(database: DatabaseSync): Reservations {
  const overlapping = database.prepare(
    `SELECT holder FROM reservations
     WHERE person_id = ? AND holder <> ? AND start_ms < ? AND end_ms > ? AND expires_at > ? LIMIT 1`,
  );
  const insert = database.prepare(
    'INSERT OR REPLACE INTO reservations (holder, person_id, start_ms, end_ms, expires_at) VALUES (?, ?, ?, ?, ?)',
  );
  const removeHolder = database.prepare('DELETE FROM reservations WHERE holder = ?');
  const removeExpired = database.prepare('DELETE FROM reservations WHERE expires_at <= ?');

  return {
    reserve: ({ holder, people, slot, ttlMs }) =>
      run(() =>
        exclusively(database, () => {
          const now = Date.now();
          const startMs = Date.parse(slot.start);
          const endMs = Date.parse(slot.end);
          for (const person of people) {
            const row = overlapping.get(person, holder, endMs, startMs, now);
            if (row !== undefined) {
              return { ok: false, personId: personId(person), holder: String(row['holder']) } as const;
            }
          }
          removeExpired.run(now);
          removeHolder.run(holder);
          for (const person of people) insert.run(holder, person, startMs, endMs, now + Math.ceil(ttlMs));
          return { ok: true } as const;
        }),
      ),
    release: (holder) =>
      run(() => {
        removeHolder.run(holder);
      }),
  };
}
