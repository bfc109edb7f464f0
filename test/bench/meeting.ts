import type { ChildProcess } from 'node:child_process';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { NativeConnection, Worker, bundleWorkflowCode } from '@temporalio/worker';
import { companyPeople } from '../../infra/local/graph/company.ts';
import { createMeetings } from '../../workers/client/create-meetings.ts';
import { createMeetingWorker } from '../../workers/runtime/create-worker.ts';
import type { MeetingView } from '../../workflows/domain/meeting/view.ts';
import { slotKey } from '../../workflows/domain/time/slot.ts';
import type { MeetingWorld } from '../support/meeting-world.ts';
import {
  aRequest,
  answer,
  ask,
  asPerson,
  dayFromNow,
  freshKey,
  openMeetingWorld,
  required,
  someone,
  valueOf,
} from '../support/meeting-world.ts';
import { atOnce, measure } from '../support/rates.ts';
import type { Rate } from '../support/rates.ts';
import { createMemoryPorts } from '../support/memory-ports.ts';
import { atLeast } from './result.ts';
import { isGrpcDeadlineError } from '@temporalio/client';
import type { BenchResult, BenchRow } from './result.ts';

export const description =
  'Full meetings beside a bare workflow, their cost in history, actions and Graph requests, and a worker with thousands waiting.';

const people = companyPeople.map(({ givenName }) => someone(givenName.toLowerCase()));
const [organizer = someone('alice'), ...others] = people.filter(
  (person, index) => people.findIndex(({ id }) => id === person.id) === index,
);
const bundleFolder = join(import.meta.dirname, '../../.assent/bundles');
const waitingWorker = join(import.meta.dirname, '../support/waiting-worker-process.ts');
/** Smaller for a quick look: `ASSENT_BENCH_WAITING=200 npm run bench meeting`. */
const waitingCount = Number(process.env['ASSENT_BENCH_WAITING'] ?? '5000');

async function meetingRates(world: MeetingWorld, attendees: number, count: number): Promise<Rate> {
  const listeners = new Map<string, (view: MeetingView) => void>();
  const ports = createMemoryPorts((view) => listeners.get(view.meetingId)?.(view));
  const connection = await NativeConnection.connect({ address: world.temporal.address });
  const worker = await createMeetingWorker({
    connection,
    namespace: 'default',
    ports,
    bundleFolder,
    options: { shutdownGraceTime: 0 },
  });
  const meetings = createMeetings({ ...ports, temporal: world.client });
  const who = others.slice(0, attendees);
  const request = aRequest(organizer, who.map(required), dayFromNow(7, 8, 9));
  const untilPublished = (meetingId: string, isSo: (view: MeetingView) => boolean) =>
    new Promise<MeetingView>((resolve) => {
      listeners.set(meetingId, (view) => {
        if (isSo(view)) resolve(view);
      });
    });
  const one = async (): Promise<void> => {
    const key = freshKey();
    const { meetingId } = valueOf(
      await meetings.propose(asPerson(organizer), { request, idempotencyKey: key }),
    );
    const handle = world.client.workflow.getHandle(meetingId);
    let asked = await handle.query<MeetingView>('view');
    if (asked.status !== 'proposed') {
      asked = await untilPublished(meetingId, ({ status }) => status === 'proposed');
    }
    const booked = untilPublished(meetingId, ({ status }) => status === 'confirmed');
    const answers = Object.fromEntries(
      (asked.proposal?.slots ?? []).map((slot) => [slotKey(slot), 'yes' as const]),
    );
    for (const person of who) {
      valueOf(
        await meetings.respond(asPerson(person), {
          meetingId,
          round: 1,
          answers,
          idempotencyKey: person.id,
        }),
      );
    }
    await booked;
    listeners.delete(meetingId);
  };
  try {
    return await worker.runUntil(async () => {
      await measure(10, one, 5);
      return measure(count, one);
    });
  } finally {
    await connection.close();
  }
}

async function bareRates(world: MeetingWorld, updates: number, count: number): Promise<Rate> {
  const connection = await NativeConnection.connect({ address: world.temporal.address });
  const worker = await Worker.create({
    connection,
    taskQueue: 'bare',
    workflowBundle: await bundleWorkflowCode({
      workflowsPath: join(import.meta.dirname, '../support/bare-workflow.ts'),
    }),
    activities: { nothing: () => Promise.resolve() },
    shutdownGraceTime: 0,
  });
  const one = async (): Promise<void> => {
    const handle = await world.client.workflow.start('bare', {
      workflowId: freshKey(),
      taskQueue: 'bare',
      args: [{ updates }],
    });
    await handle.query('__temporal_workflow_metadata');
    for (let n = 0; n < updates; n += 1) {
      await handle.executeUpdate('touch', { args: [1], updateId: String(n) });
    }
    await handle.result();
  };
  try {
    return await worker.runUntil(async () => {
      await measure(10, one, 5);
      return measure(count, one);
    });
  } finally {
    await connection.close();
  }
}

/** Event types that Temporal Cloud bills (https://docs.temporal.io/cloud/actions), beside the start. */
const billed = new Map([
  [10, 'activities'],
  [17, 'timers'],
  [26, 'signals'],
  [40, 'search attributes'],
  [41, 'updates'],
]);

async function costRows(world: MeetingWorld): Promise<readonly BenchRow[]> {
  const five = await ask(
    world,
    aRequest(organizer, others.slice(0, 5).map(required), dayFromNow(8, 14, 3), { title: 'Five' }),
  );
  for (const person of others.slice(0, 5)) {
    await answer(world, person, five, 'yes');
    await pause(150);
  }
  await world.until(five.meetingId, ({ status }) => status === 'confirmed');
  await pause(1000);
  const history = await world.client.workflow.getHandle(five.meetingId).fetchHistory();
  const events = history.events ?? [];
  const actions = 1 + events.filter(({ eventType }) => billed.has(Number(eventType))).length;
  const guests = others.slice(0, 10);
  world.graph.log.clear();
  const ten = await ask(
    world,
    aRequest(organizer, guests.map(required), dayFromNow(12, 14, 3), { title: 'Ten' }),
    [{ start: dayFromNow(12, 14, 3).start, end: dayFromNow(12, 14, 1).end }],
  );
  for (const person of guests) await answer(world, person, ten, 'yes');
  await world.until(ten.meetingId, ({ status }) => status === 'confirmed');
  await pause(1500);
  const requests = world.graph.log.summary().total;
  return [
    { name: 'history events, 5 attendees, booked', value: events.length, unit: 'events' },
    {
      name: 'billable actions, 5 attendees, to the booking',
      value: actions,
      unit: 'actions',
      aim: '<= 20',
      reached: actions <= 20,
    },
    {
      name: 'Graph requests, 10 attendees, hold and Planner',
      value: requests,
      unit: 'requests',
      aim: '<= 8',
      reached: requests <= 8,
    },
  ];
}

async function startWaitingWorker(world: MeetingWorld): Promise<ChildProcess> {
  const child = fork(waitingWorker, [world.temporal.address], {
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  await once(child, 'message');
  return child;
}

async function stop(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}

async function residentMb({ pid }: ChildProcess): Promise<number> {
  const status = await readFile(`/proc/${pid ?? 0}/status`, 'utf8').catch(() => '');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? '0') / 1024;
}

/** Undefined where the worker did not come to it in time: it is asked again, and the time goes on. */
async function viewInTime(world: MeetingWorld, id: string): Promise<MeetingView | undefined> {
  try {
    return await world.client.workflow.getHandle(id).query<MeetingView>('view');
  } catch (error) {
    if (isGrpcDeadlineError(error)) return undefined;
    throw error;
  }
}

async function waitingRows(world: MeetingWorld): Promise<readonly BenchRow[]> {
  let worker = await startWaitingWorker(world);
  const emptyMb = await residentMb(worker);
  const meetings = createMeetings({ ...createMemoryPorts(() => undefined), temporal: world.client });
  const request = aRequest(organizer, others.slice(0, 3).map(required), dayFromNow(7, 8, 9));
  const ids: string[] = [];
  await measure(
    waitingCount,
    async () => {
      const { meetingId } = valueOf(
        await meetings.propose(asPerson(organizer), { request, idempotencyKey: freshKey() }),
      );
      ids.push(meetingId);
    },
    50,
  );
  const serveAll = async (): Promise<number> => {
    const waiting = [...ids];
    const startedMs = performance.now();
    await measure(
      waiting.length,
      async () => {
        const id = waiting.pop();
        if (id === undefined) return;
        for (;;) {
          const view = await viewInTime(world, id);
          if (view?.status === 'proposed') return;
          await pause(20);
        }
      },
      50,
    );
    return (performance.now() - startedMs) / 1000;
  };
  await serveAll();
  const fullMb = await residentMb(worker);
  await stop(worker);
  const restartedMs = performance.now();
  worker = await startWaitingWorker(world);
  await serveAll();
  const backSeconds = (performance.now() - restartedMs) / 1000;
  await stop(worker);
  return [
    { name: `worker with ${waitingCount} waiting meetings`, value: fullMb, unit: 'MB' },
    { name: 'worker with none', value: emptyMb, unit: 'MB' },
    { name: 'until all are served again after its restart', value: backSeconds, unit: 's' },
  ];
}

async function rateRows(
  world: MeetingWorld,
  peopleCount: number,
  count: number,
): Promise<readonly BenchRow[]> {
  const updates = peopleCount - 1;
  const bare = await bareRates(world, updates, count);
  const meeting = await meetingRates(world, updates, count);
  return [
    { name: `${peopleCount}-person meetings`, value: meeting.perSecond, unit: '/s' },
    { name: `${peopleCount}-person meetings, p95`, value: meeting.p95Ms, unit: 'ms' },
    { name: `bare, as many updates and activities`, value: bare.perSecond, unit: '/s' },
    { name: `bare, p95`, value: bare.p95Ms, unit: 'ms' },
    atLeast(`${peopleCount}-person meetings beside bare`, meeting.perSecond / bare.perSecond, '', 0.85),
  ];
}

export async function run(): Promise<BenchResult> {
  const costWorld = await openMeetingWorld();
  let costs: readonly BenchRow[];
  try {
    costs = await costRows(costWorld);
  } finally {
    await costWorld.close();
  }
  const world = await openMeetingWorld({ withWorker: false });
  try {
    const three = await rateRows(world, 3, 80);
    const ten = await rateRows(world, 10, 24);
    const waiting = await waitingRows(world);
    return {
      rows: [...three, ...ten, ...costs, ...waiting],
      notes: [
        `Server, worker and client on one machine, ${atOnce} meetings at a time, from the proposal to the booking.`,
        'Rates and memory are over ports in memory, so that they show the workflow; Graph requests are those of the emulator.',
      ],
    };
  } finally {
    await world.close();
  }
}
