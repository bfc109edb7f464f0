import { DatabaseSync, type StatementSync } from 'node:sqlite';

const schema = `
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
  core TEXT PRIMARY KEY, owner TEXT NOT NULL, uid TEXT NOT NULL, kind TEXT NOT NULL, span INTEGER NOT NULL,
  startMs INTEGER NOT NULL, endMs INTEGER NOT NULL, master TEXT, originalMs INTEGER,
  showAs TEXT NOT NULL, subject TEXT NOT NULL, place TEXT NOT NULL, private INTEGER NOT NULL,
  cancelled INTEGER NOT NULL, transactionId TEXT, version INTEGER NOT NULL,
  created TEXT NOT NULL, modified TEXT NOT NULL, details TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS eventsByTime ON events (owner, span, startMs, endMs);
CREATE INDEX IF NOT EXISTS eventsByUid ON events (uid, owner);
CREATE INDEX IF NOT EXISTS eventsByVersion ON events (owner, version);
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
`;

const tables = [
  'mailboxes',
  'groups',
  'chats',
  'installations',
  'events',
  'goneEvents',
  'mails',
  'plannerItems',
  'subscriptions',
  'onlineMeetings',
  'facts',
] as const;

/** A value that SQLite stores here. */
export type Value = string | number | null;

/**
 * The emulator's SQLite database (a file or `:memory:`). Statements are prepared once; `transaction` makes
 * a write whole or not at all, and nested calls join the outer one.
 */
export class Database {
  readonly #connection: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();
  #version: number;
  #depth = 0;
  #afterCommit: (() => void)[] = [];

  constructor(file: string) {
    this.#connection = new DatabaseSync(file);
    // What the emulator holds is made up: speed before surviving a power cut.
    this.#connection.exec('PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF; PRAGMA cache_size=-32000;');
    this.#connection.exec(schema);
    const row = this.#connection
      .prepare(
        'SELECT max((SELECT coalesce(max(version), 0) FROM events), (SELECT coalesce(max(version), 0) FROM goneEvents), (SELECT coalesce(max(version), 0) FROM plannerItems)) AS version',
      )
      .get();
    this.#version = Number(row?.['version'] ?? 0);
  }

  /** The next change number; grows with every write of an event or a Planner item, over restarts too. */
  nextVersion(): number {
    this.#version += 1;
    return this.#version;
  }

  get version(): number {
    return this.#version;
  }

  #prepared(sql: string): StatementSync {
    let statement = this.#statements.get(sql);
    if (statement === undefined) {
      statement = this.#connection.prepare(sql);
      this.#statements.set(sql, statement);
    }
    return statement;
  }

  run(sql: string, ...values: Value[]): number {
    return Number(this.#prepared(sql).run(...values).changes);
  }

  get(sql: string, ...values: Value[]): Record<string, unknown> | undefined {
    return this.#prepared(sql).get(...values);
  }

  all(sql: string, ...values: Value[]): Record<string, unknown>[] {
    return this.#prepared(sql).all(...values);
  }

  /** Runs `work` in one transaction; `onCommit` callbacks of it run after the commit, or never. */
  transaction<T>(work: () => T): T {
    if (this.#depth > 0) return work();
    this.#connection.exec('BEGIN IMMEDIATE');
    this.#depth = 1;
    let result: T;
    try {
      result = work();
      this.#connection.exec('COMMIT');
    } catch (error) {
      this.#connection.exec('ROLLBACK');
      this.#afterCommit = [];
      throw error;
    } finally {
      this.#depth = 0;
    }
    const callbacks = this.#afterCommit;
    this.#afterCommit = [];
    for (const callback of callbacks) callback();
    return result;
  }

  onCommit(callback: () => void): void {
    if (this.#depth === 0) callback();
    else this.#afterCommit.push(callback);
  }

  /** Empties every table; change numbers go on growing, so that old delta links stay old. */
  clear(): void {
    this.transaction(() => {
      for (const table of tables) this.#connection.exec(`DELETE FROM ${table}`);
    });
  }

  close(): void {
    this.#connection.close();
  }
}
