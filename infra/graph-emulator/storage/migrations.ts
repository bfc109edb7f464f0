import type { DatabaseSync } from 'node:sqlite';

/** SQL from each version to the next; files from before versions were counted have these tables already. */
const migrations: readonly string[] = [
  `
CREATE TABLE IF NOT EXISTS facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS mailboxes (
  id TEXT PRIMARY KEY, kind TEXT NOT NULL, mail TEXT NOT NULL UNIQUE, position INTEGER NOT NULL,
  profile TEXT NOT NULL, settings TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS groups (id TEXT PRIMARY KEY, profile TEXT NOT NULL, members TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS chats (id TEXT PRIMARY KEY, profile TEXT NOT NULL, members TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS installations (
  id TEXT PRIMARY KEY, user TEXT NOT NULL, app TEXT NOT NULL, chat TEXT NOT NULL, UNIQUE (user, app)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS events (
  core TEXT NOT NULL UNIQUE, owner TEXT NOT NULL, uid TEXT NOT NULL, kind TEXT NOT NULL, span INTEGER NOT NULL,
  startMs INTEGER NOT NULL, endMs INTEGER NOT NULL, master TEXT, originalMs INTEGER,
  showAs TEXT NOT NULL, subject TEXT NOT NULL, place TEXT NOT NULL, private INTEGER NOT NULL,
  cancelled INTEGER NOT NULL, transactionId TEXT, version INTEGER NOT NULL,
  created TEXT NOT NULL, modified TEXT NOT NULL, details TEXT NOT NULL
);
-- Free/busy reads this index alone.
CREATE INDEX IF NOT EXISTS eventsByTime ON events (owner, span, startMs, endMs, showAs, private, subject, place);
CREATE INDEX IF NOT EXISTS eventsByUid ON events (uid, owner);
CREATE INDEX IF NOT EXISTS eventsByChange ON events (version, owner);
CREATE INDEX IF NOT EXISTS eventsByMaster ON events (master) WHERE master IS NOT NULL;
CREATE UNIQUE INDEX IF NOT EXISTS eventsByTransaction ON events (owner, transactionId) WHERE transactionId IS NOT NULL;
CREATE TABLE IF NOT EXISTS goneEvents (
  version INTEGER NOT NULL, owner TEXT NOT NULL, core TEXT NOT NULL, startMs INTEGER NOT NULL, endMs INTEGER NOT NULL,
  PRIMARY KEY (owner, version, core)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS mails (
  id INTEGER PRIMARY KEY, sender TEXT NOT NULL, sent TEXT NOT NULL, message TEXT NOT NULL, saved INTEGER NOT NULL
);
CREATE TABLE IF NOT EXISTS plannerItems (
  id TEXT PRIMARY KEY, kind TEXT NOT NULL, parent TEXT NOT NULL, version INTEGER NOT NULL, body TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS plannerItemsByParent ON plannerItems (kind, parent);
CREATE TABLE IF NOT EXISTS subscriptions (
  id TEXT PRIMARY KEY, expiresMs INTEGER NOT NULL, body TEXT NOT NULL, facts TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS onlineMeetings (id TEXT PRIMARY KEY, owner TEXT NOT NULL, body TEXT NOT NULL) WITHOUT ROWID;
`,
  'CREATE TABLE calendarPermissions (id TEXT PRIMARY KEY, owner TEXT NOT NULL, body TEXT NOT NULL) WITHOUT ROWID;',
];

/** The file was written by a newer emulator; nothing was changed. */
export class NewerDatabaseError extends Error {
  override readonly name = 'NewerDatabaseError';
}

/** Brings a database to the newest version, which is stored in `PRAGMA user_version`. Throws `NewerDatabaseError`. */
export function migrate(connection: DatabaseSync, file: string): void {
  const known = migrations.length;
  const found = Number(connection.prepare('PRAGMA user_version').get()?.['user_version']);
  if (found > known) {
    throw new NewerDatabaseError(
      `The database ${file} was written by a newer Graph emulator (version ${found}; this one knows up to ${known}). Start the newer one again, or delete the file to begin with a fresh company.`,
    );
  }
  if (found === known) return;
  const steps = migrations.slice(found).join('');
  connection.exec(`BEGIN IMMEDIATE; ${steps} PRAGMA user_version = ${known}; COMMIT;`);
}
