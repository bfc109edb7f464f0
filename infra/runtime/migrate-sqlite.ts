import type { DatabaseSync } from 'node:sqlite';
import { NewerVersionError } from './newer-version-error.ts';

function versionOf(database: DatabaseSync): number {
  return Number(database.prepare('PRAGMA user_version').get()?.['user_version']);
}

/**
 * Brings a database to the newest version, all or nothing; `PRAGMA user_version` counts the migrations that were run
 * (https://sqlite.org/pragma.html#pragma_user_version). Several processes may do so at once. Throws `NewerVersionError`.
 */
export function migrateSqlite(
  database: DatabaseSync,
  input: {
    /** A path, for people. */
    readonly file: string;
    /** SQL from each version to the next, the first from nothing; what has been published never changes. */
    readonly migrations: readonly string[];
  },
): void {
  const known = input.migrations.length;
  if (versionOf(database) === known) return;
  database.exec('BEGIN IMMEDIATE');
  try {
    const found = versionOf(database);
    if (found > known) {
      const orElse = 'move the file away to begin with an empty one';
      throw new NewerVersionError({ what: `The database ${input.file}`, found, known, orElse });
    }
    for (const migration of input.migrations.slice(found)) database.exec(migration);
    database.exec(`PRAGMA user_version = ${known}; COMMIT`);
  } catch (error) {
    database.exec('ROLLBACK');
    throw error;
  }
}
