/** Run with `TZ` set: prints as JSON the corpus' cases that the core answers otherwise, and what it answered. */
import { readFileSync } from 'node:fs';
import { personId } from '../../workflows/domain/people/person.ts';
import { searchSlots } from '../../workflows/domain/slots/search.ts';
import type { DstCase } from './dst-corpus.ts';

const path = new URL('../unit/workflows/domain/slots/dst-corpus.jsonl', import.meta.url);
const lines = readFileSync(path, 'utf8').trimEnd().split('\n');
const cases = lines.map((line) => JSON.parse(line) as DstCase);

function answer({ window, attendees, organizerZone, ...limits }: DstCase): number[] {
  const { candidates } = searchSlots({
    now: '1970-01-01T00:00:00.000Z',
    minimumNoticeMinutes: 0,
    windows: [window],
    durationMinutes: limits.durationMinutes,
    granularityMinutes: limits.granularityMinutes,
    bufferBeforeMinutes: 0,
    bufferAfterMinutes: 0,
    timeZone: organizerZone,
    attendees: attendees.map(({ zone, days, hours }, index) => ({
      id: personId(`p${index}`),
      type: 'required',
      busy: {},
      workingHours: {
        timeZone: zone,
        days: days.map((dayOfWeek) => ({
          dayOfWeek,
          intervals: hours.map(([startTime, endTime]) => ({ startTime, endTime })),
        })),
        exceptions: [],
      },
      wishes: [],
    })),
    oneOfRooms: [],
    tentativeCounts: 'busy',
    workingElsewhereCounts: 'busy',
    workingHours: 'hard',
    ranking: 'earliest',
    maxResults: 1_000,
  });
  return candidates.map(({ start }) => (Date.parse(start) - Date.parse(window.start)) / 60_000);
}

const differences = cases
  .map((each) => ({ name: each.name, expected: each.starts, answered: answer(each) }))
  .filter(({ expected, answered }) => expected.join() !== answered.join());

console.log(
  JSON.stringify({
    cases: cases.length,
    machineOffsetMinutes: new Date(2026, 0, 1).getTimezoneOffset(),
    differences,
  }),
);
