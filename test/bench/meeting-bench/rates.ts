import { join } from 'node:path';
import { NativeConnection, Worker, bundleWorkflowCode } from '@temporalio/worker';
import { createMeetings } from '../../../workers/client/create-meetings.ts';
import type { MeetingView } from '../../../workflows/domain/meeting/view.ts';
import { slotKey } from '../../../workflows/domain/time/slot.ts';
import { createMemoryPorts } from '../../support/memory-ports.ts';
import type { MeetingWorld } from '../../support/meeting-world.ts';
import {
  aRequest,
  asPerson,
  dayFromNow,
  freshKey,
  historiesOf,
  required,
  valueOf,
} from '../../support/meeting-world.ts';
import { runTestBuild } from '../../support/run-test-build.ts';
import { inTurns, mean, measure, together } from '../../support/rates.ts';
import type { Rate } from '../../support/rates.ts';
import type { BenchRow } from '../result.ts';
import { atLeast } from '../result.ts';
import { organizer, others } from './people.ts';

interface MeetingRate extends Rate {
  /** Activities of a meeting to its booking, on average. */
  readonly activities: number;
}

const activityScheduled = 10;

async function activitiesOf(world: MeetingWorld, meetingId: string): Promise<number> {
  const runs = await historiesOf(world.client, meetingId);
  const events = runs.flatMap((run) => run.events ?? []);
  return events.filter(({ eventType }) => Number(eventType) === activityScheduled).length;
}

async function meetingRates(world: MeetingWorld, attendees: number, count: number): Promise<MeetingRate> {
  const listeners = new Map<string, (view: MeetingView) => void>();
  const ports = createMemoryPorts((view) => listeners.get(view.meetingId)?.(view));
  const connection = await NativeConnection.connect({ address: world.temporal.address });
  const worker = await runTestBuild({
    connection,
    namespace: 'default',
    ports,
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
  const booked: string[] = [];
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
    const booking = untilPublished(meetingId, ({ status }) => status === 'confirmed');
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
    await booking;
    listeners.delete(meetingId);
    booked.push(meetingId);
  };
  try {
    await measure(10, one, 5);
    booked.length = 0;
    const rate = await measure(count, one);
    const activities = await Promise.all(booked.map((meetingId) => activitiesOf(world, meetingId)));
    return { ...rate, activities: mean(activities) };
  } finally {
    await worker.shutdown();
    await connection.close();
  }
}

async function bareRates(
  world: MeetingWorld,
  { updates, activities }: { readonly updates: number; readonly activities: number },
  count: number,
): Promise<Rate> {
  const connection = await NativeConnection.connect({ address: world.temporal.address });
  const worker = await Worker.create({
    connection,
    taskQueue: 'bare',
    workflowBundle: await bundleWorkflowCode({
      workflowsPath: join(import.meta.dirname, '../../support/bare-workflow.ts'),
    }),
    activities: { nothing: () => Promise.resolve() },
    shutdownGraceTime: 0,
  });
  const one = async (): Promise<void> => {
    const handle = await world.client.workflow.start('bare', {
      workflowId: freshKey(),
      taskQueue: 'bare',
      args: [{ updates, activities }],
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

/** Meetings with so many people, the organizer among them, in turns with a bare workflow that does as much. */
export async function rateRows(
  world: MeetingWorld,
  peopleCount: number,
  count: number,
): Promise<readonly BenchRow[]> {
  const updates = peopleCount - 1;
  const activities: number[] = [];
  const turns = await inTurns<Rate>(
    async () => {
      const rate = await meetingRates(world, updates, count);
      activities.push(rate.activities);
      return rate;
    },
    () => bareRates(world, { updates, activities: Math.round(activities.at(-1) ?? updates) }, count),
  );
  const meeting = together(turns.one);
  const bare = together(turns.other);
  return [
    { name: `${peopleCount}-person meetings`, value: meeting.perSecond, unit: '/s' },
    { name: `${peopleCount}-person meetings, p95`, value: meeting.p95Ms, unit: 'ms' },
    { name: `activities of each, on average`, value: mean(activities), unit: '' },
    { name: `bare, as many updates and activities`, value: bare.perSecond, unit: '/s' },
    { name: `bare, p95`, value: bare.p95Ms, unit: 'ms' },
    atLeast(`${peopleCount}-person meetings beside bare`, meeting.perSecond / bare.perSecond, '', 0.85),
  ];
}
