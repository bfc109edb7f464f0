import type { Database } from '../storage/database.ts';
import { occurrenceAt, readOccurrenceCore, seriesOf, type EventRecord } from './event-record.ts';
import {
  busyTimeOf,
  busyTimeOfRecord,
  isPrivate,
  placeOf,
  recordOf,
  seriesSpan,
  spanOf,
  windowQuery,
  type BusyTime,
} from './event-rows.ts';
import { occurrenceStarts } from '../time/recurrence.ts';

const dayMs = 86_400_000;
/** How far around now delta remembers occurrences that a series has lost. */
const buriedPastMs = 400 * dayMs;
const buriedFutureMs = 800 * dayMs;

/** What happened to one event in one mailbox. */
export interface EventChange {
  readonly type: 'created' | 'updated' | 'deleted';
  readonly owner: string;
  readonly core: string;
  readonly version: number;
}

/** The events of all mailboxes in SQLite. Every write gets a new change number and is passed to listeners after the commit. */
export class EventStore {
  readonly #database: Database;
  readonly #listeners = new Set<(change: EventChange) => void>();
  readonly #mailboxVersions = new Map<string, number>();

  constructor(database: Database) {
    this.#database = database;
  }

  /** Is called for each change after its commit; the result unsubscribes. */
  listen(listener: (change: EventChange) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Grows with every change in a mailbox; good for telling whether something remembered still holds. */
  mailboxVersion(owner: string): number {
    return this.#mailboxVersions.get(owner) ?? 0;
  }

  forgetVersions(): void {
    for (const owner of this.#mailboxVersions.keys())
      this.#mailboxVersions.set(owner, this.#database.nextVersion());
  }

  #tell(change: EventChange): void {
    this.#mailboxVersions.set(change.owner, change.version);
    this.#database.onCommit(() => {
      for (const listener of this.#listeners) listener(change);
    });
  }

  insert(record: Omit<EventRecord, 'version'>): EventRecord {
    const written = { ...record, version: this.#database.nextVersion() };
    this.#database.run(
      'INSERT INTO events (core, owner, uid, kind, span, startMs, endMs, master, originalMs, showAs, subject, place, private, cancelled, transactionId, version, created, modified, details) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
      written.core,
      written.owner,
      written.uid,
      written.kind,
      spanOf(written),
      written.startMs,
      written.endMs,
      written.master,
      written.originalMs,
      written.showAs,
      written.subject,
      placeOf(written),
      isPrivate(written) ? 1 : 0,
      written.cancelled ? 1 : 0,
      written.transactionId,
      written.version,
      written.created,
      written.modified,
      JSON.stringify(written.details),
    );
    this.#tell({ type: 'created', owner: written.owner, core: written.core, version: written.version });
    return written;
  }

  update(before: EventRecord, record: EventRecord): EventRecord {
    const written = { ...record, version: this.#database.nextVersion() };
    this.#database.run(
      'UPDATE events SET kind = ?, span = ?, startMs = ?, endMs = ?, showAs = ?, subject = ?, place = ?, private = ?, cancelled = ?, version = ?, modified = ?, details = ? WHERE core = ?',
      written.kind,
      spanOf(written),
      written.startMs,
      written.endMs,
      written.showAs,
      written.subject,
      placeOf(written),
      isPrivate(written) ? 1 : 0,
      written.cancelled ? 1 : 0,
      written.version,
      written.modified,
      JSON.stringify(written.details),
      written.core,
    );
    if (
      before.kind !== 'seriesMaster' &&
      (before.startMs !== written.startMs || before.endMs !== written.endMs)
    ) {
      this.#bury(before.owner, before.core, before.startMs, before.endMs);
    }
    if (before.kind === 'seriesMaster') this.#changeSeries(before, written);
    this.#tell({ type: 'updated', owner: written.owner, core: written.core, version: written.version });
    return written;
  }

  /** A series that is laid out again loses its exceptions, and delta must report which occurrences are gone. */
  #changeSeries(before: EventRecord, after: EventRecord): void {
    const moved = before.startMs !== after.startMs || before.endMs !== after.endMs;
    if (!moved && JSON.stringify(before.details.recurrence) === JSON.stringify(after.details.recurrence))
      return;
    for (const exception of this.exceptionsOf(before.core)) this.remove(exception);
    const series = seriesOf(after);
    const nowMs = Date.parse(after.modified);
    const [fromMs, toMs] = [nowMs - buriedPastMs, nowMs + buriedFutureMs];
    const kept = new Set(series === undefined ? [] : occurrenceStarts(series, fromMs, toMs));
    this.buryOccurrences(before, fromMs, toMs, kept);
  }

  remove(record: EventRecord): void {
    this.#database.run('DELETE FROM events WHERE core = ?', record.core);
    if (record.kind === 'seriesMaster') {
      for (const exception of this.exceptionsOf(record.core)) this.remove(exception);
      const nowMs = Date.parse(record.modified);
      this.buryOccurrences(record, nowMs - buriedPastMs, nowMs + buriedFutureMs);
    }
    const version = this.#bury(record.owner, record.core, record.startMs, record.endMs);
    this.#tell({ type: 'deleted', owner: record.owner, core: record.core, version });
  }

  /** Remembers, for delta, that something is no longer where it was. */
  #bury(owner: string, core: string, startMs: number, endMs: number): number {
    const version = this.#database.nextVersion();
    this.#database.run(
      'INSERT INTO goneEvents (version, owner, core, startMs, endMs) VALUES (?, ?, ?, ?, ?)',
      version,
      owner,
      core,
      startMs,
      endMs,
    );
    return version;
  }

  /** Remembers that the occurrences of a series in a window are gone, save those that are `kept`. */
  buryOccurrences(
    master: EventRecord,
    fromMs: number,
    toMs: number,
    kept: ReadonlySet<number> = new Set(),
  ): void {
    const series = seriesOf(master);
    if (series === undefined) return;
    for (const startMs of occurrenceStarts(series, fromMs, toMs)) {
      if (kept.has(startMs)) continue;
      const occurrence = occurrenceAt(master, startMs);
      this.#bury(master.owner, occurrence.core, occurrence.startMs, occurrence.endMs);
    }
  }

  /** An event of a mailbox by its core; an occurrence of a series is made up where it is not an exception. */
  find(owner: string, core: string): EventRecord | undefined {
    const row = this.#database.get('SELECT * FROM events WHERE core = ? AND owner = ?', core, owner);
    if (row !== undefined) return recordOf(row);
    const occurrence = readOccurrenceCore(core);
    if (occurrence === undefined) return undefined;
    const masterRow = this.#database.get(
      'SELECT * FROM events WHERE core = ? AND owner = ?',
      occurrence.master,
      owner,
    );
    if (masterRow === undefined) return undefined;
    const master = recordOf(masterRow);
    const series = seriesOf(master);
    if (series === undefined || master.details.cancelledStarts.includes(occurrence.originalMs))
      return undefined;
    const starts = occurrenceStarts(series, occurrence.originalMs, occurrence.originalMs + 1);
    return starts.includes(occurrence.originalMs) ? occurrenceAt(master, occurrence.originalMs) : undefined;
  }

  byTransaction(owner: string, transactionId: string): EventRecord | undefined {
    const row = this.#database.get(
      'SELECT * FROM events WHERE owner = ? AND transactionId = ?',
      owner,
      transactionId,
    );
    return row === undefined ? undefined : recordOf(row);
  }

  /** All rows of one meeting in one mailbox: the event or master first, then its exceptions. */
  ofMeeting(uid: string, owner: string): EventRecord[] {
    return this.#database
      .all(
        'SELECT * FROM events WHERE uid = ? AND owner = ? ORDER BY master IS NOT NULL, originalMs',
        uid,
        owner,
      )
      .map(recordOf);
  }

  exceptionsOf(masterCore: string): EventRecord[] {
    return this.#database
      .all('SELECT * FROM events WHERE master = ? ORDER BY originalMs', masterCore)
      .map(recordOf);
  }

  /** Single events and series masters of a mailbox, by start. */
  listed(owner: string): EventRecord[] {
    return this.#database
      .all('SELECT * FROM events WHERE owner = ? AND master IS NULL ORDER BY startMs DESC, core', owner)
      .map(recordOf);
  }

  /** Occurrences of a series in a window: made-up ones and stored exceptions, by start. */
  instances(master: EventRecord, fromMs: number, toMs: number): EventRecord[] {
    const series = seriesOf(master);
    if (series === undefined) return [];
    const exceptions = this.exceptionsOf(master.core);
    const replaced = new Set([
      ...exceptions.map((entry) => entry.originalMs),
      ...master.details.cancelledStarts,
    ]);
    return [
      ...occurrenceStarts(series, fromMs, toMs)
        .filter((startMs) => !replaced.has(startMs))
        .map((startMs) => occurrenceAt(master, startMs)),
      ...exceptions.filter((entry) => entry.startMs < toMs && entry.endMs > fromMs),
    ].sort((one, other) => one.startMs - other.startMs);
  }

  /** Everything that overlaps `[fromMs, toMs)` in a mailbox, series expanded, by start. */
  inWindow(owner: string, fromMs: number, toMs: number): EventRecord[] {
    const found = this.#database.all(windowQuery('*'), owner, fromMs, toMs).map(recordOf);
    found.push(...this.#occurrences(owner, fromMs, toMs));
    return found.sort((one, other) => one.startMs - other.startMs || (one.core < other.core ? -1 : 1));
  }

  /** What a mailbox is busy with in `[fromMs, toMs)`, by start; what is shown as free is left out. */
  busyTimes(owner: string, fromMs: number, toMs: number): BusyTime[] {
    const busy = this.#database
      .all(windowQuery('startMs, endMs, showAs, subject, place, private'), owner, fromMs, toMs)
      .map(busyTimeOf);
    busy.push(...this.#occurrences(owner, fromMs, toMs).map(busyTimeOfRecord));
    return busy
      .filter(({ status, endMs }) => status !== 'free' && endMs > fromMs)
      .sort((one, other) => one.startMs - other.startMs);
  }

  #occurrences(owner: string, fromMs: number, toMs: number): EventRecord[] {
    return this.#database
      .all(
        `SELECT * FROM events WHERE owner = ? AND span = ${seriesSpan} AND startMs < ?`,
        owner,
        // An exception may lie before the series' first occurrence, by up to a year.
        toMs + 366 * dayMs,
      )
      .flatMap((row) => this.instances(recordOf(row), fromMs, toMs));
  }

  /** Rows of a mailbox written in `(sinceVersion, untilVersion]`, oldest change first. */
  changedBetween(owner: string, sinceVersion: number, untilVersion: number): EventRecord[] {
    return this.#database
      .all(
        'SELECT * FROM events INDEXED BY eventsByChange WHERE owner = ? AND version > ? AND version <= ? ORDER BY version',
        owner,
        sinceVersion,
        untilVersion,
      )
      .map(recordOf);
  }

  goneBetween(
    owner: string,
    sinceVersion: number,
    untilVersion: number,
  ): { core: string; version: number; startMs: number; endMs: number }[] {
    return this.#database
      .all(
        'SELECT core, version, startMs, endMs FROM goneEvents WHERE owner = ? AND version > ? AND version <= ? ORDER BY version',
        owner,
        sinceVersion,
        untilVersion,
      )
      .map((row) => ({
        core: String(row['core']),
        version: Number(row['version']),
        startMs: Number(row['startMs']),
        endMs: Number(row['endMs']),
      }));
  }
}
