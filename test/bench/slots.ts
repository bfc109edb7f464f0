import slotCalculator from 'slot-calculator';
import timeSlotsFinder from 'time-slots-finder';
import { packBusy } from '../../workflows/domain/slots/pack-busy.ts';
import { searchSlots } from '../../workflows/domain/slots/search.ts';
import type { SlotSearchInput, SlotSearchResult } from '../../workflows/domain/slots/search-input.ts';
import { instantToLocal } from '../../workflows/domain/time/zone.ts';
import type { Workload } from '../support/synthetic-search.ts';
import { availabilitiesOf, pairsOf, syntheticSearch, syntheticZones } from '../support/synthetic-search.ts';
import type { BenchResult, BenchRow } from './result.ts';
import { below } from './result.ts';

export const description =
  'Slot search, ranking and reasons of the ten best: our medians, and two npm packages on the same input';

const minuteMs = 60_000;

/** Attendees, days, busy a day; our aim in ms; who else is asked, as far as they get there in seconds. */
const workloads: readonly {
  readonly size: readonly [number, number, number];
  readonly aimMs?: number;
  readonly peers: readonly Peer[];
}[] = [
  { size: [2, 14, 6], peers: ['slot-calculator', 'time-slots-finder'] },
  { size: [8, 14, 4], peers: ['slot-calculator', 'time-slots-finder'] },
  { size: [20, 28, 3], peers: ['slot-calculator'] },
  { size: [50, 28, 1], peers: ['slot-calculator'] },
  { size: [100, 60, 1], aimMs: 1, peers: ['slot-calculator'] },
  { size: [500, 60, 8], aimMs: 8, peers: [] },
];

type Peer = 'slot-calculator' | 'time-slots-finder';

export function run(): Promise<BenchResult> {
  const rows: BenchRow[] = [coldFirstCall()];
  const notes: string[] = [];
  for (const { size, aimMs, peers } of workloads) {
    const [attendees, days, busyPerDay] = size;
    const name = size.join('×');
    const workload: Workload = { attendees, days, busyPerDay, commonGaps: 2 };
    const input = syntheticSearch(workload);
    const rounds = attendees >= 500 ? 60 : 200;
    const ours = medianMs(rounds, () => searchSlots(input));
    rows.push(aimMs === undefined ? told(`${name} ours`, ours) : below(`${name} ours`, ours, 'ms', aimMs));
    const full = syntheticSearch({ ...workload, commonGaps: 0 });
    const outcome = describeFull(searchSlots(full));
    rows.push(
      told(
        `${name} ours, no half-hour kept free (${outcome})`,
        medianMs(rounds, () => searchSlots(full)),
      ),
    );
    rows.push(...readingAndHashing(name, input, Math.min(rounds, 20)));
    for (const peer of peers) {
      const ask = peer === 'slot-calculator' ? prepareSlotCalculator(input) : prepareTimeSlotsFinder(input);
      notes.push(`${name} ${peer}: ${comparison(allStarts(input), ask())}`);
      rows.push(told(`${name} ${peer}`, medianMs(attendees > 8 ? 1 : 3, ask)));
    }
  }
  return Promise.resolve({ rows, notes: [...notes, ...explanations] });
}

const explanations = [
  `Required people in ${syntheticZones.join(', ')}, 30 minutes, Monday to Friday 9 to 17, busy half-hours at random inside working`,
  'hours; two half-hours a day that all zones work are kept free, or there would be nothing to rank. Medians, warm.',
  'Our input has busy times as arrays of epoch minutes, 240,000 intervals in the largest; all is validated, expanded, swept,',
  'ranked and explained within the figure. From ISO instants, as the ports give them, add the row "reading ISO availabilities".',
  'The hash is computed when it is first read; the row "hash" is what that costs.',
  'An empty result includes its obstacles and concessions. The packages get the same busy times, with off-hours as busy;',
  'neither ranks nor gives reasons. time-slots-finder is given everybody in one calendar, as it takes only one, and only small workloads: the third takes it 9 s.',
];

function told(name: string, value: number): BenchRow {
  return { name, value, unit: 'ms' };
}

function medianMs(rounds: number, task: () => unknown): number {
  const times = Array.from({ length: rounds }, () => timeMs(task)).sort((one, other) => one - other);
  return times[Math.floor(rounds / 2)] ?? 0;
}

function timeMs(task: () => unknown): number {
  const start = performance.now();
  task();
  return performance.now() - start;
}

/** Zones not asked for yet in this process, so that `Intl` has its work to do; the code is cold as well. */
function coldFirstCall(): BenchRow {
  const input = syntheticSearch({ attendees: 2, days: 14, busyPerDay: 6, commonGaps: 2 }, 9, [
    'Europe/Vienna',
    'Europe/Dublin',
    'America/Toronto',
  ]);
  return told(
    '2×14×6 ours, cold first call',
    timeMs(() => searchSlots(input)),
  );
}

function describeFull({ candidates, concessions }: SlotSearchResult): string {
  return candidates.length > 0
    ? `${candidates.length} found`
    : `none found, explained, ${concessions.length} concessions`;
}

function readingAndHashing(name: string, input: SlotSearchInput, rounds: number): BenchRow[] {
  const availabilities = availabilitiesOf(input);
  return [
    told(
      `${name} reading ISO availabilities`,
      medianMs(rounds, () => availabilities.map(({ busy }) => packBusy(busy))),
    ),
    told(
      `${name} hash`,
      medianMs(rounds, () => searchSlots(input).inputHash) - medianMs(rounds, () => searchSlots(input)),
    ),
  ];
}

function allStarts(input: SlotSearchInput): string[] {
  return searchSlots({ ...input, ranking: 'earliest', maxResults: 1_000 }).candidates.map(
    ({ start }) => start,
  );
}

function comparison(ours: readonly string[], theirs: readonly string[]): string {
  const missing = ours.filter((start) => !theirs.includes(start));
  const more = theirs.filter((start) => !ours.includes(start));
  return missing.length + more.length === 0
    ? `the same ${ours.length} slots`
    : `${ours.length} of ours, ${theirs.length} of theirs, ${missing.length} not among theirs (${missing[0] ?? ''}), ` +
        `${more.length} not among ours (${more[0] ?? ''})`;
}

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'];

/** Everything that somebody cannot is "unavailability"; what remains is cut into slots from the window's start. */
function prepareSlotCalculator(input: SlotSearchInput): () => string[] {
  const [window] = input.windows;
  const offHours = syntheticZones.flatMap((timezone) => [
    ...weekdays.flatMap((day) => [
      { day, from: '00:00', to: '09:00', timezone },
      { day, from: '17:00', to: '24:00', timezone },
    ]),
    ...['Saturday', 'Sunday'].map((day) => ({ day, from: '00:00', to: '24:00', timezone })),
  ]);
  const zonesUsed = new Set(input.attendees.map(({ workingHours }) => workingHours?.timeZone));
  const busy = availabilitiesOf(input).flatMap((availability) =>
    availability.busy.map(({ start, end }) => ({ from: start, to: end })),
  );
  return () =>
    slotCalculator
      .getSlots({
        ...(window === undefined ? {} : { from: window.start, to: window.end }),
        unavailability: [...offHours.filter(({ timezone }) => zonesUsed.has(timezone)), ...busy],
        duration: input.durationMinutes,
        outputTimezone: 'utc',
      })
      .availableSlots.map(({ from }) => new Date(from).toISOString());
}

/** One calendar with everybody's busy times, in the first zone's shifts; the other zones' off-hours are busy too. */
function prepareTimeSlotsFinder(input: SlotSearchInput): () => string[] {
  const [window] = input.windows;
  const from = new Date(window?.start ?? 0);
  const to = new Date(window?.end ?? 0);
  const period = ([start, end]: readonly [number, number]) => ({
    startAt: wallClock(input.timeZone, start * minuteMs),
    endAt: wallClock(input.timeZone, end * minuteMs),
  });
  const unavailablePeriods = [
    ...input.attendees.flatMap(({ busy }) => pairsOf(busy.busy ?? []).map(period)),
    ...offHoursOf(input).map(period),
  ];
  return () =>
    timeSlotsFinder
      .getAvailableTimeSlotsInCalendar({
        configuration: {
          timeSlotDuration: input.durationMinutes,
          slotStartMinuteStep: input.granularityMinutes,
          availablePeriods: [1, 2, 3, 4, 5].map((isoWeekDay) => ({
            isoWeekDay,
            shifts: [{ startTime: '09:00', endTime: '17:00' }],
          })),
          unavailablePeriods,
          timeZone: input.timeZone,
        },
        from,
        to,
      })
      .map(({ startAt }) => startAt.toISOString());
}

/** Half-hours of the window in which some attendee's zone is before 9 or after 17 o'clock. */
function offHoursOf(input: SlotSearchInput): [number, number][] {
  const zones = [
    ...new Set(input.attendees.map(({ workingHours }) => workingHours?.timeZone ?? input.timeZone)),
  ];
  const off: [number, number][] = [];
  for (const { start, end } of input.windows) {
    for (let minute = Date.parse(start) / minuteMs; minute < Date.parse(end) / minuteMs; minute += 30) {
      const times = zones.map((zone) => instantToLocal(zone, minute * minuteMs).time);
      if (times.every((time) => time >= '09:00' && time < '17:00')) continue;
      const last = off.at(-1);
      if (last?.[1] === minute) last[1] = minute + 30;
      else off.push([minute, minute + 30]);
    }
  }
  return off;
}

function wallClock(
  timeZone: string,
  ms: number,
): { year: number; month: number; day: number; hour: number; minute: number } {
  const { date, time } = instantToLocal(timeZone, ms);
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return { year, month: month - 1, day, hour, minute };
}
