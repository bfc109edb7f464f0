import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { migrate } from './migrations.ts';

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
  'calendarPermissions',
  'facts',
] as const;

/** A value that SQLite stores here. */
export type Value = string | number | null;

/**
 * The emulator's SQLite database (a file or `:memory:`). Statements are prepared once; `transaction` makes
 * a write whole or not at all; nested calls join the outer one.
 */
export class Database {
  readonly #connection: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();
  #version: number;
  #depth = 0;
  #afterCommit: (() => void)[] = [];
  #group: Promise<void> | undefined;
  #endGroup: () => void = () => undefined;

  constructor(file: string) {
    this.#connection = new DatabaseSync(file);
    // What the emulator holds is made up: speed before surviving a power cut.
    this.#connection.exec(
      'PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF; PRAGMA wal_autocheckpoint=4000; PRAGMA cache_size=-32000;',
    );
    migrate(this.#connection, file);
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

  /**
   * Runs `work` whole or not at all. Writes of requests that arrive together are committed together, at the end of
   * the turn of the event loop: `committed` tells when, and `onCommit` callbacks run then.
   */
  transaction<T>(work: () => T): T {
    if (this.#depth > 0) return work();
    this.#openGroup();
    this.run('SAVEPOINT one');
    this.#depth = 1;
    const callbacks = this.#afterCommit.length;
    try {
      const result = work();
      this.run('RELEASE one');
      return result;
    } catch (error) {
      this.run('ROLLBACK TO one');
      this.run('RELEASE one');
      this.#afterCommit.length = callbacks;
      throw error;
    } finally {
      this.#depth = 0;
    }
  }

  #openGroup(): void {
    if (this.#group !== undefined) return;
    this.run('BEGIN IMMEDIATE');
    this.#group = new Promise((resolve) => {
      this.#endGroup = resolve;
    });
    setImmediate(() => {
      this.flush();
    });
  }

  /** Commits what is written so far. */
  flush(): void {
    if (this.#group === undefined) return;
    this.run('COMMIT');
    this.#group = undefined;
    const callbacks = this.#afterCommit;
    this.#afterCommit = [];
    this.#endGroup();
    for (const callback of callbacks) callback();
  }

  /** Resolves when everything written so far is committed. */
  async committed(): Promise<void> {
    await this.#group;
  }

  onCommit(callback: () => void): void {
    if (this.#group === undefined) callback();
    else this.#afterCommit.push(callback);
  }

  /** Empties every table; change numbers go on growing, so that old delta links stay old. */
  clear(): void {
    this.transaction(() => {
      for (const table of tables) this.run(`DELETE FROM ${table}`);
    });
  }

  close(): void {
    this.flush();
    this.#connection.close();
  }
}
