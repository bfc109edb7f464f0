import { isPrivate, placeOf } from './event-store.ts';
import type { EventRecord, FreeBusyStatus } from './event-record.ts';
import type { World } from './world.ts';

/** One stretch of somebody's calendar as free/busy shows it. */
export interface BusyTime {
  readonly startMs: number;
  readonly endMs: number;
  readonly status: FreeBusyStatus;
  readonly isPrivate: boolean;
  readonly subject: string;
  readonly location: string;
}

function busyTime(record: EventRecord): BusyTime {
  const hidden = isPrivate(record);
  return {
    startMs: record.startMs,
    endMs: record.endMs,
    status: record.showAs,
    isPrivate: hidden,
    subject: hidden ? '' : record.subject,
    location: hidden ? '' : placeOf(record),
  };
}

/** What a mailbox is busy with in `[fromMs, toMs)`, by start; what is shown as free is left out. */
export function busyTimes(world: World, owner: string, fromMs: number, toMs: number): BusyTime[] {
  return world.events
    .inWindow(owner, fromMs, toMs)
    .filter((record) => record.showAs !== 'free' && record.endMs > fromMs)
    .map(busyTime);
}
