import type { EventDetails, EventRecord, FreeBusyStatus } from './event-record.ts';

const dayMs = 86_400_000;

/** Rows are found by how long they last: most events are short, and then a window needs few index steps. */
const shortSpan = 0;
const longSpan = 1;
export const seriesSpan = 2;
/** Exceptions are found through their series. */
const exceptionSpan = 3;

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

export function recordOf(row: Record<string, unknown>): EventRecord {
  return {
    core: String(row['core']),
    owner: String(row['owner']),
    uid: String(row['uid']),
    kind: row['kind'] as EventRecord['kind'],
    startMs: Number(row['startMs']),
    endMs: Number(row['endMs']),
    master: textOrNull(row['master']),
    originalMs: row['originalMs'] === null ? null : Number(row['originalMs']),
    showAs: row['showAs'] as EventRecord['showAs'],
    subject: String(row['subject']),
    cancelled: row['cancelled'] === 1,
    transactionId: textOrNull(row['transactionId']),
    version: Number(row['version']),
    created: String(row['created']),
    modified: String(row['modified']),
    details: JSON.parse(String(row['details'])) as EventDetails,
  };
}

export function windowQuery(columns: string): string {
  const from = `SELECT ${columns} FROM events WHERE owner = ?1 AND span =`;
  return `${from} ${shortSpan} AND startMs >= ?2 - ${dayMs} AND startMs < ?3 AND (endMs > ?2 OR startMs >= ?2)
    UNION ALL ${from} ${longSpan} AND startMs < ?3 AND endMs > ?2`;
}

export function spanOf(record: EventRecord): number {
  if (record.kind === 'seriesMaster') return seriesSpan;
  if (record.master !== null) return exceptionSpan;
  return record.endMs - record.startMs > dayMs ? longSpan : shortSpan;
}

/** One stretch of somebody's calendar as free/busy shows it. */
export interface BusyTime {
  readonly startMs: number;
  readonly endMs: number;
  readonly status: FreeBusyStatus;
  readonly isPrivate: boolean;
  readonly subject: string;
  readonly location: string;
}

export function busyTimeOf(row: Record<string, unknown>): BusyTime {
  const isPrivate = row['private'] === 1;
  return {
    startMs: row['startMs'] as number,
    endMs: row['endMs'] as number,
    status: row['showAs'] as FreeBusyStatus,
    isPrivate,
    subject: isPrivate ? '' : (row['subject'] as string),
    location: isPrivate ? '' : (row['place'] as string),
  };
}

export function busyTimeOfRecord(record: EventRecord): BusyTime {
  const { startMs, endMs, showAs, subject } = record;
  return busyTimeOf({
    startMs,
    endMs,
    showAs,
    subject,
    place: placeOf(record),
    private: isPrivate(record) ? 1 : 0,
  });
}

export function placeOf(record: EventRecord): string {
  const name = record.details.location['displayName'];
  return typeof name === 'string' ? name : '';
}

export function isPrivate(record: EventRecord): boolean {
  return record.details.sensitivity === 'private' || record.details.sensitivity === 'confidential';
}
