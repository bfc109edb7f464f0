/** From each version of the shared file to the next. Files from before versions were counted have these tables already. */
export const migrations: readonly string[] = [
  `
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
`,
];
