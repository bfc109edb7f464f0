import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { companyPeople } from '../../infra/graph-emulator/company.ts';
import { crowdAddress } from '../../infra/graph-emulator/load-test-people.ts';
import { graphNodeOptions } from '../../infra/graph-emulator/node-options.ts';
import { loadHttp, type LoadResult } from '../support/http-load.ts';
import { residentMb, usedCpuMs } from '../support/process-figures.ts';
import { below, type BenchResult, type BenchRow } from './result.ts';
import { tied } from '../support/tied-process.ts';

export const description = 'the Graph emulator: getSchedule and event creation at 50 clients, and its memory';

const people = 1_000;
const eventsEach = 100;
const clients = 50;
const durationMs = 6_000;
const token = 'bench';
const dayMs = 86_400_000;

interface Emulator {
  readonly url: string;
  readonly child: ChildProcess;
}

async function start(dbFile: string): Promise<Emulator> {
  const child = tied(
    spawn(process.execPath, [path.resolve(import.meta.dirname, '../../infra/graph-emulator/main.ts')], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: {
        ...process.env,
        NODE_OPTIONS: graphNodeOptions,
        GRAPH_EMULATOR_PORT: '0',
        GRAPH_EMULATOR_DB: dbFile,
        GRAPH_EMULATOR_CROWD_PEOPLE: String(people),
        GRAPH_EMULATOR_CROWD_EVENTS: String(eventsEach),
        GRAPH_EMULATOR_TOKENS: JSON.stringify([{ token, kind: 'application', permissions: 'all' }]),
      },
    }),
  );
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  const { url } = JSON.parse(line) as { url: string };
  return { url, child };
}

/** 20 people, other ones each time, over the five days from `offsetDays` after today. */
function scheduleBody(count: number, offsetDays: number): string {
  const from = (Math.floor(Date.now() / dayMs) + offsetDays) * dayMs;
  return JSON.stringify({
    schedules: Array.from({ length: 20 }, (_unused, position) =>
      crowdAddress((count * 20 + position) % people),
    ),
    startTime: { dateTime: new Date(from).toISOString().slice(0, 19), timeZone: 'UTC' },
    endTime: { dateTime: new Date(from + 5 * dayMs).toISOString().slice(0, 19), timeZone: 'UTC' },
    availabilityViewInterval: 30,
  });
}

function eventBody(count: number): string {
  const startMs = Math.floor(Date.now() / dayMs) * dayMs + 9 * 3_600_000 + (count % 2_000) * 1_800_000;
  return JSON.stringify({
    subject: `Booked ${count}`,
    start: { dateTime: new Date(startMs).toISOString().slice(0, 19), timeZone: 'UTC' },
    end: { dateTime: new Date(startMs + 1_800_000).toISOString().slice(0, 19), timeZone: 'UTC' },
    attendees: [{ type: 'required', emailAddress: { address: crowdAddress(count % people), name: 'Guest' } }],
    transactionId: `bench-${count}`,
  });
}

interface Measured extends LoadResult {
  readonly cpuMsPerRequest: number;
}

function rowsOf(name: string, result: Measured): BenchRow[] {
  const { cpuMsPerRequest } = result;
  return [
    { name: `${name}: requests`, value: result.requestsPerSecond, unit: '/s' },
    { name: `${name}: p50`, value: result.p50Ms, unit: 'ms' },
    below(`${name}: p95 at ${clients} clients`, result.p95Ms, 'ms', 10),
    { name: `${name}: CPU of the emulator a request`, value: cpuMsPerRequest, unit: 'ms' },
    ...(result.failures === 0 ? [] : [{ name: `${name}: wrong answers`, value: result.failures, unit: '' }]),
  ];
}

async function measure({ url, child }: Emulator): Promise<BenchResult> {
  const organizer = companyPeople[0]?.id ?? '';
  const load = async (
    target: string,
    wantedStatus: number,
    body: (count: number) => string,
    lastingMs = durationMs,
  ): Promise<Measured> => {
    const before = await usedCpuMs(child.pid);
    const options = { url, clients, token, path: `/v1.0/users/${organizer}${target}`, wantedStatus, body };
    const result = await loadHttp({ ...options, durationMs: lastingMs });
    const cpuMsPerRequest = ((await usedCpuMs(child.pid)) - before) / result.requests;
    return { ...result, cpuMsPerRequest };
  };
  const schedule = '/calendar/getSchedule';
  const sameWindow = (count: number): string => scheduleBody(count, 0);
  await load(schedule, 200, sameWindow, 2_000);
  const known = await load(schedule, 200, sameWindow);
  const fresh = await load(schedule, 200, (count) => scheduleBody(count, (Math.floor(count / 50) % 30) - 15));
  const memory = await residentMb(child.pid);
  const created = await load('/events', 201, eventBody);
  const memoryAfter = await residentMb(child.pid);
  return {
    rows: [
      ...rowsOf('getSchedule, 20 people, 5 days', known),
      ...rowsOf('the same, a new window every 50 requests', fresh),
      ...rowsOf('event creation, one attendee', created),
      below(`resident memory, ${people} people, ${people * eventsEach} events`, memory, 'MB', 300),
      { name: 'the same after event creation', value: memoryAfter, unit: 'MB' },
    ],
    notes: [
      `${clients} keep-alive clients in a closed loop for ${durationMs / 1000} s each, in another process on the same machine: with 50 waiting, p95 is about 50 times the CPU of one request when the machine is otherwise idle.`,
      'What a mailbox is busy with is remembered over weeks until it changes: the first window of a mailbox is read from SQLite, others are cut from what is remembered.',
      ...(Number.isNaN(memory)
        ? ['CPU and resident memory are read from /proc, which this system does not have.']
        : []),
    ],
  };
}

export async function run(): Promise<BenchResult> {
  const folder = await mkdtemp(path.join(tmpdir(), 'assent-graph-bench-'));
  const emulator = await start(path.join(folder, 'graph.db'));
  try {
    return await measure(emulator);
  } finally {
    emulator.child.kill('SIGTERM');
    await once(emulator.child, 'exit');
    await rm(folder, { recursive: true, force: true });
  }
}
