import { existsSync, readFileSync } from 'node:fs';
import type { Availability } from '../../workflows/domain/availability/availability.ts';
import { understand } from '../../bot/language/understand.ts';
import type { Person } from '../../workflows/domain/people/person.ts';
import { personId } from '../../workflows/domain/people/person.ts';
import { searchInput } from '../../workflows/domain/meeting/search/from-request.ts';
import { searchSlots } from '../../workflows/domain/slots/search.ts';
import { askedFile } from './asked-file.ts';
import type { BenchResult } from './result.ts';
import { atLeast } from './result.ts';

/** One calendar-scheduling problem of NATURAL PLAN; times in minutes since midnight. */
export interface SchedulingProblem {
  readonly id: string;
  readonly request: string;
  readonly people: readonly string[];
  readonly busy: Readonly<Record<string, readonly (readonly [day: string, start: number, end: number])[]>>;
  readonly acceptable: readonly { readonly day: string; readonly start: number; readonly end: number }[];
}

export const naturalPlanFile = '../shared/language/natural-plan.json';

export const description =
  'NATURAL PLAN calendar scheduling: the request as its sentence, the first candidate must be acceptable';

/** A Sunday, so that the days that follow are the week of the problem. */
const now = '2024-01-07T12:00:00.000Z';
const mondayMs = Date.parse('2024-01-08T00:00:00.000Z');
const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'];
const minuteMs = 60_000;

const person = (name: string): Person => ({
  id: personId(`id-${name}`),
  displayName: name,
  mail: `${name.toLowerCase()}@contoso.com`,
  timeZone: 'UTC',
});
const sender = person('Scheduler');

function instant(day: string, minutes: number): string {
  return new Date(mondayMs + (days.indexOf(day) * 1440 + minutes) * minuteMs).toISOString();
}

/** Whether the first candidate is one of the acceptable slots; else what came instead, for people. */
export function solve(problem: SchedulingProblem): { readonly solved: boolean; readonly answer: string } {
  const people = problem.people.map(person);
  const understood = understand({
    text: problem.request,
    now,
    timeZone: 'UTC',
    sender,
    directory: people,
    rooms: [],
    members: people,
    mentions: [],
  });
  if (understood.kind !== 'request') return { solved: false, answer: JSON.stringify(understood) };
  const availabilities: Availability[] = [
    { personId: sender.id, busy: [] },
    ...people.map(({ id, displayName }) => ({
      personId: id,
      busy: (problem.busy[displayName] ?? []).map(([day, start, end]) => ({
        start: instant(day, start),
        end: instant(day, end),
        status: 'busy' as const,
      })),
    })),
  ];
  const { candidates } = searchSlots(searchInput(understood.request, availabilities, now, 1));
  const [first] = candidates;
  const solved = problem.acceptable.some(
    ({ day, start, end }) => instant(day, start) === first?.start && instant(day, end) === first.end,
  );
  return {
    solved,
    answer: JSON.stringify({ first, wanted: problem.acceptable, request: understood.request }),
  };
}

export function run(): Promise<BenchResult> {
  const file = askedFile() ?? naturalPlanFile;
  if (!existsSync(file)) {
    return Promise.resolve({ rows: [], notes: [`Skipped: ${file} is not there.`] });
  }
  const problems = JSON.parse(readFileSync(file, 'utf8')) as SchedulingProblem[];
  const solved = problems.filter((problem) => solve(problem).solved).length;
  const rate = (100 * solved) / problems.length;
  return Promise.resolve({
    rows: [atLeast(`first candidate acceptable, ${String(problems.length)} problems`, rate, '%', 100)],
    notes: ['Published for text to answer: GPT-4o 43.7 %, o3-mini 91.8 %, gpt-oss-120b 91.9 %.'],
  });
}
