import type { Availability, WorkingHours } from '../../workflows/domain/availability/availability.ts';
import { personId } from '../../workflows/domain/people/person.ts';
import type { SlotSearchInput } from '../../workflows/domain/slots/search-input.ts';
import { localToInstants } from '../../workflows/domain/time/zone.ts';

/** How big a synthetic search is. */
export interface Workload {
  readonly attendees: number;
  readonly days: number;
  readonly busyPerDay: number;
  /** Half-hours a day that nobody's calendar takes, so that there is something to find. */
  readonly commonGaps: number;
}

export const syntheticZones = ['Europe/Berlin', 'Europe/London', 'America/New_York'] as const;
/** A Monday; the window of up to 60 days from here holds no DST change of the three zones. */
const firstMs = Date.UTC(2027, 3, 5);
const dayMs = 86_400_000;
const halfHourMinutes = 30;
/** When all three zones work: 13:00 to 15:00 UTC. */
const sharedHalfHours = [26, 27, 28, 29] as const;

/** Marsaglia's xorshift: the same numbers on every machine. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

function nineToFive(timeZone: string): WorkingHours {
  const workdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'] as const;
  return {
    timeZone,
    days: workdays.map((dayOfWeek) => ({ dayOfWeek, intervals: [{ startTime: '09:00', endTime: '17:00' }] })),
    exceptions: [],
  };
}

/**
 * Required people in three zones, Monday to Friday 9 to 17, each with their own random busy half-hours inside
 * their working hours every day.
 */
export function syntheticSearch(
  workload: Workload,
  seed = 4,
  zones: readonly string[] = syntheticZones,
): SlotSearchInput {
  const random = randomNumbers(seed);
  const gaps = Array.from(
    { length: workload.days },
    () => new Set(sharedHalfHours.filter((_half, index) => index < workload.commonGaps)),
  );
  return {
    now: new Date(firstMs - dayMs).toISOString(),
    minimumNoticeMinutes: 0,
    windows: [
      {
        start: new Date(firstMs).toISOString(),
        end: new Date(firstMs + workload.days * dayMs).toISOString(),
      },
    ],
    durationMinutes: halfHourMinutes,
    granularityMinutes: halfHourMinutes,
    bufferBeforeMinutes: 0,
    bufferAfterMinutes: 0,
    timeZone: zones[0] ?? 'UTC',
    attendees: Array.from({ length: workload.attendees }, (_none, index) => {
      const timeZone = zones[index % zones.length] ?? 'UTC';
      return {
        id: personId(`person-${index}`),
        type: 'required',
        busy: { busy: busyTimes(timeZone) },
        workingHours: nineToFive(timeZone),
        wishes: [],
      };
    }),
    oneOfRooms: [],
    tentativeCounts: 'ifNeedBe',
    workingElsewhereCounts: 'free',
    workingHours: 'hard',
    ranking: 'best',
    maxResults: 10,
  };

  function busyTimes(timeZone: string): number[] {
    const busy: number[] = [];
    for (let day = 0; day < workload.days; day++) {
      const date = new Date(firstMs + day * dayMs).toISOString().slice(0, 10);
      const nineMs = localToInstants(timeZone, date, '09:00')[0] ?? 0;
      const nineMinute = nineMs / 60_000;
      const midnightMinute = (firstMs + day * dayMs) / 60_000;
      const halves = Array.from(
        { length: 16 },
        (_half, index) => nineMinute + index * halfHourMinutes,
      ).filter((minute) => !gaps[day]?.has(((minute - midnightMinute) / halfHourMinutes) as 26));
      const chosen = new Set<number>();
      while (chosen.size < Math.min(workload.busyPerDay, halves.length)) {
        chosen.add(halves[Math.floor(random() * halves.length)] ?? nineMinute);
      }
      for (const minute of [...chosen].sort((one, other) => one - other)) {
        busy.push(minute, minute + halfHourMinutes);
      }
    }
    return busy;
  }
}

/** The same calendars as the ports give them, with ISO instants. */
export function availabilitiesOf({ attendees }: SlotSearchInput): Availability[] {
  return attendees.map(({ id, busy, workingHours }) => ({
    personId: id,
    busy: pairsOf(busy.busy ?? []).map(([start, end]) => ({
      start: new Date(start * 60_000).toISOString(),
      end: new Date(end * 60_000).toISOString(),
      status: 'busy',
    })),
    workingHours,
  }));
}

export function pairsOf(flat: readonly number[]): [number, number][] {
  return Array.from({ length: flat.length / 2 }, (_none, index) => [
    flat[2 * index] ?? 0,
    flat[2 * index + 1] ?? 0,
  ]);
}
