import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import { ServiceError } from '../../../workflows/ports/service-error.ts';

const schema = `
  CREATE TABLE IF NOT EXISTS entries (
    key TEXT PRIMARY KEY, value TEXT NOT NULL, expires_at INTEGER
  ) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS entries_expiry ON entries (expires_at) WHERE expires_at IS NOT NULL;
  CREATE TABLE IF NOT EXISTS counters (
    key TEXT PRIMARY KEY, count INTEGER NOT NULL, resets_at INTEGER NOT NULL
  ) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS reservations (
    holder TEXT NOT NULL, person_id TEXT NOT NULL,
    start_ms INTEGER NOT NULL, end_ms INTEGER NOT NULL, expires_at INTEGER NOT NULL,
    PRIMARY KEY (person_id, holder)
  ) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS reservations_holder ON reservations (holder);
  CREATE TABLE IF NOT EXISTS messages (
    id INTEGER PRIMARY KEY AUTOINCREMENT, channel TEXT NOT NULL, message TEXT NOT NULL, sent_at INTEGER NOT NULL
  );
`;

const busyTimeoutMs = 5000;
const openAttempts = 50;

/** Opens the file that the processes of one machine share, and creates its tables; folders on the way are made. */
export function openDatabase(file: string): DatabaseSync {
  mkdirSync(dirname(file), { recursive: true });
  const database = new DatabaseSync(file, { timeout: busyTimeoutMs });
  // Changing the journal mode does not wait for other processes that open the file at the same moment.
  for (let attempt = 1; ; attempt += 1) {
    try {
      database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;');
      database.exec(schema);
      return database;
    } catch (cause) {
      if (attempt === openAttempts) {
        database.close();
        throw unavailable(cause);
      }
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
    }
  }
}

function unavailable(cause: unknown): ServiceError {
  return new ServiceError({
    reason: 'unavailable',
    service: 'assent',
    message: 'The shared store could not be read or written.',
    cause,
  });
}

/** Runs synchronous work on the database as a promise; whatever SQLite throws becomes `unavailable`. */
export function run<Value>(work: () => Value): Promise<Value> {
  try {
    return Promise.resolve(work());
  } catch (cause) {
    return Promise.reject(unavailable(cause));
  }
}

/** All or nothing, and alone among all processes; waits for the lock up to the busy timeout. */
export function exclusively<Value>(database: DatabaseSync, work: () => Value): Value {
  database.exec('BEGIN IMMEDIATE');
  try {
    const value = work();
    database.exec('COMMIT');
    return value;
  } catch (error) {
    database.exec('ROLLBACK');
    throw error;
  }
}
