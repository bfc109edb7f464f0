import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, describe, expect, it } from 'vitest';
import { Database } from '../../../infra/graph-emulator/storage/database.ts';
import { SavedGrants } from '../../../infra/local/identity/saved-grants.ts';
import { migrateSqlite } from '../../../infra/runtime/migrate-sqlite.ts';
import { createRedisClient } from '../../../workers/adapters/redis/connection.ts';
import { migrateRedis } from '../../../workers/adapters/redis/migrate.ts';
import { openRedisShared } from '../../../workers/adapters/redis/shared.ts';
import { openSqliteShared } from '../../../workers/adapters/sqlite/shared.ts';
import { redisServerIsInstalled, startRedisServer } from '../../support/redis-server.ts';

const folder = mkdtempSync(join(tmpdir(), 'assent-versions-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** A file as some earlier or later version left it. */
function written(name: string, sql: string): string {
  const file = join(folder, name);
  const database = new DatabaseSync(file);
  database.exec(sql);
  database.close();
  return file;
}

function versionIn(file: string): unknown {
  const database = new DatabaseSync(file);
  const version = database.prepare('PRAGMA user_version').get()?.['user_version'];
  database.close();
  return version;
}

const sharedBefore = `
  CREATE TABLE entries (key TEXT PRIMARY KEY, value TEXT NOT NULL, expires_at INTEGER) WITHOUT ROWID;
  CREATE TABLE counters (key TEXT PRIMARY KEY, count INTEGER NOT NULL, resets_at INTEGER NOT NULL) WITHOUT ROWID;
  INSERT INTO entries VALUES ('card:1', 'stored before', NULL);`;
const grantsBefore = `
  CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
  INSERT INTO setting VALUES ('keys', 'stored before');`;
const emulatorBefore = `
  CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
  INSERT INTO facts VALUES ('seed', 'stored before');`;

describe('a database from before versions were counted', () => {
  it('is opened with what it holds: the shared state', async () => {
    const file = written('shared.db', sharedBefore);
    const shared = openSqliteShared({ file });
    expect(await shared.store.get('card:1')).toBe('stored before');
    expect(await shared.store.increment('calls', 1000)).toMatchObject({ count: 1 });
    await shared.close();
    expect(versionIn(file)).toBe(1);
  });

  it('is opened with what it holds: the sign-in', async () => {
    const file = written('identity.db', grantsBefore);
    const grants = new SavedGrants(file);
    expect(await grants.setting('keys', () => 'made anew')).toBe('stored before');
    grants.close();
    expect(versionIn(file)).toBe(1);
  });

  it('is opened with what it holds: the Graph emulator', () => {
    const file = written('graph.db', emulatorBefore);
    const database = new Database(file);
    expect(database.get('SELECT value FROM facts')).toEqual({ value: 'stored before' });
    expect(database.all('SELECT * FROM events')).toEqual([]);
    database.close();
    expect(versionIn(file)).toBe(2);
  });
});

describe('a database of a newer version', () => {
  const newer = 'CREATE TABLE entries (something TEXT); PRAGMA user_version = 99;';
  const open: readonly (readonly [string, (file: string) => unknown, RegExp])[] = [
    ['the shared state', (file) => openSqliteShared({ file }), /Start the newer one again, or move the file/],
    ['the sign-in', (file) => new SavedGrants(file), /Start the newer one again, or move the file/],
    ['the Graph emulator', (file) => new Database(file), /Start the newer one again, or delete the file/],
  ];
  it.each(open)('is refused with what to do, and left as it is: %s', (name, openFile, advice) => {
    const file = written(`newer ${name}.db`, newer);
    expect(() => openFile(file)).toThrow(/newer .* \(version 99; this one knows up to \d\)/);
    expect(() => openFile(file)).toThrow(advice);
    expect(versionIn(file)).toBe(99);
  });
});

describe('migrations of a database', () => {
  const migrations = [
    'CREATE TABLE people (name TEXT); INSERT INTO people VALUES (1);',
    'ALTER TABLE people ADD COLUMN zone TEXT;',
  ];

  it('are those that were not run yet', () => {
    const database = new DatabaseSync(':memory:');
    migrateSqlite(database, { file: ':memory:', migrations: migrations.slice(0, 1) });
    migrateSqlite(database, { file: ':memory:', migrations });
    migrateSqlite(database, { file: ':memory:', migrations });
    expect(database.prepare('SELECT * FROM people').all()).toEqual([{ name: '1', zone: null }]);
    database.close();
  });

  it('leave everything as it was when one fails', () => {
    const file = written('failing.db', 'PRAGMA user_version = 0;');
    const database = new DatabaseSync(file);
    const bad = [...migrations, 'ALTER TABLE nowhere ADD COLUMN zone TEXT;'];
    expect(() => {
      migrateSqlite(database, { file, migrations: bad });
    }).toThrow(/nowhere/);
    expect(database.prepare('SELECT name FROM sqlite_master').all()).toEqual([]);
    database.close();
    expect(versionIn(file)).toBe(0);
  });
});

// redis.test.ts says how to get Redis.
describe.skipIf(!redisServerIsInstalled)('what Redis holds', () => {
  it('is opened when it is older, and refused with what to do when it is newer', async () => {
    const server = await startRedisServer();
    const client = createRedisClient(server.url, () => undefined);
    await client.connect();
    const settings = { url: server.url, namespace: 'test', onError: () => undefined };
    try {
      await client.set('{test}:entry:card:1', 'stored before');
      const shared = await openRedisShared(settings);
      expect(await shared.store.get('card:1')).toBe('stored before');
      await shared.close();
      expect(await client.get('{test}:schema-version')).toBe('1');

      const ran: number[] = [];
      const steps = [1, 2].map((step) => () => Promise.resolve(void ran.push(step)));
      await migrateRedis(client, 'test', steps.slice(0, 1));
      await migrateRedis(client, 'test', steps);
      expect(ran).toEqual([1, 2]);

      await expect(openRedisShared(settings)).rejects.toThrow(
        /“test” was written by a newer Assent \(version 3; this one knows up to \d\)\. .*REDIS_URL/,
      );
      expect(await client.get('{test}:schema-version')).toBe('3');
    } finally {
      client.destroy();
      await server.stop();
    }
  });
});
