import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import { migrateSqlite } from '../../../infra/runtime/migrate-sqlite.ts';
import { NewerVersionError } from '../../../infra/runtime/newer-version-error.ts';
import { ServiceError } from '../../../workflows/ports/service-error.ts';
import { migrations } from './migrations.ts';

const busyTimeoutMs = 5000;
const openAttempts = 50;

/**
 * Opens the file that the processes of one machine share, in the newest version; folders on the way are made. Throws
 * `NewerVersionError` for a file of a newer Assent, `unavailable` for one that cannot be opened.
 */
export function openDatabase(file: string): DatabaseSync {
  mkdirSync(dirname(file), { recursive: true });
  const database = new DatabaseSync(file, { timeout: busyTimeoutMs });
  // Changing the journal mode does not wait for other processes that open the file at the same moment.
  for (let attempt = 1; ; attempt += 1) {
    try {
      database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;');
      migrateSqlite(database, { file, migrations });
      return database;
    } catch (cause) {
      if (cause instanceof NewerVersionError || attempt === openAttempts) {
        database.close();
        throw cause instanceof NewerVersionError ? cause : unavailable(cause);
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
