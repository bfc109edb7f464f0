import { DatabaseSync } from 'node:sqlite';
import type { Adapter, AdapterPayload } from 'oidc-provider';
import { migrateSqlite } from '../../runtime/migrate-sqlite.ts';

/** Files from before versions were counted have these tables already. */
const migrations = [
  `
  CREATE TABLE IF NOT EXISTS entry (
    model TEXT NOT NULL, id TEXT NOT NULL, payload TEXT NOT NULL,
    expires_at INTEGER, grant_id TEXT, uid TEXT, PRIMARY KEY (model, id)
  ) STRICT;
  CREATE INDEX IF NOT EXISTS entry_by_grant ON entry (grant_id);
  CREATE INDEX IF NOT EXISTS entry_by_uid ON entry (uid);
  CREATE TABLE IF NOT EXISTS setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
`,
];

const nowSeconds = () => Math.floor(Date.now() / 1000);

/** What the provider keeps: registered clients, grants, sessions, codes, refresh tokens, and its keys. */
export class SavedGrants {
  readonly #database: DatabaseSync;

  /** `file` is a path, or `:memory:`; throws `NewerVersionError` for one of a newer Assent. */
  constructor(file: string) {
    this.#database = new DatabaseSync(file);
    this.#database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;');
    migrateSqlite(this.#database, { file, migrations });
    this.#database.prepare('DELETE FROM entry WHERE expires_at < ?').run(nowSeconds());
  }

  /** The value kept under `name`, made by `make` the first time. */
  async setting(name: string, make: () => Promise<string> | string): Promise<string> {
    const row = this.#database.prepare('SELECT value FROM setting WHERE name = ?').get(name);
    if (typeof row?.['value'] === 'string') return row['value'];
    const value = await make();
    this.#database.prepare('INSERT INTO setting (name, value) VALUES (?, ?)').run(name, value);
    return value;
  }

  #payload(row: Record<string, unknown> | undefined): AdapterPayload | undefined {
    return typeof row?.['payload'] === 'string' ? (JSON.parse(row['payload']) as AdapterPayload) : undefined;
  }

  /** Storage for one of the provider's models, in the shape that it asks for. */
  readonly adapter = (model: string): Adapter => {
    const database = this.#database;
    const alive = 'model = ? AND (expires_at IS NULL OR expires_at > ?)';
    const findBy = (column: 'id' | 'uid', value: string) =>
      this.#payload(
        database
          .prepare(`SELECT payload FROM entry WHERE ${alive} AND ${column} = ?`)
          .get(model, nowSeconds(), value),
      );
    return {
      upsert: (id, payload, expiresIn) => {
        database
          .prepare(
            `INSERT INTO entry (model, id, payload, expires_at, grant_id, uid) VALUES (?, ?, ?, ?, ?, ?)
             ON CONFLICT (model, id) DO UPDATE SET
               payload = excluded.payload, expires_at = excluded.expires_at, uid = excluded.uid`,
          )
          .run(
            model,
            id,
            JSON.stringify(payload),
            expiresIn === undefined ? null : nowSeconds() + expiresIn,
            payload.grantId ?? null,
            payload.uid ?? null,
          );
        return Promise.resolve();
      },
      find: (id) => Promise.resolve(findBy('id', id)),
      findByUid: (uid) => Promise.resolve(findBy('uid', uid)),
      // Codes typed on another device are not offered.
      findByUserCode: () => Promise.resolve(undefined),
      consume: (id) => {
        database
          .prepare(`UPDATE entry SET payload = json_set(payload, '$.consumed', ?) WHERE model = ? AND id = ?`)
          .run(nowSeconds(), model, id);
        return Promise.resolve();
      },
      destroy: (id) => {
        database.prepare('DELETE FROM entry WHERE model = ? AND id = ?').run(model, id);
        return Promise.resolve();
      },
      revokeByGrantId: (grantId) => {
        database.prepare('DELETE FROM entry WHERE grant_id = ?').run(grantId);
        return Promise.resolve();
      },
    };
  };

  close(): void {
    this.#database.close();
  }
}
