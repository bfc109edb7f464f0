import { setTimeout as pause } from 'node:timers/promises';
import type { MeetingWorld } from '../support/meeting-world.ts';
import {
  aRequest,
  answer,
  ask,
  dayFromNow,
  historiesOf,
  openMeetingWorld,
  required,
} from '../support/meeting-world.ts';
import { atOnce } from '../support/rates.ts';
import { organizer, others } from './meeting-bench/people.ts';
import { rateRows } from './meeting-bench/rates.ts';
import { waitingRows } from './meeting-bench/waiting.ts';
import type { BenchResult, BenchRow } from './result.ts';

export const description =
  'Full meetings beside a bare workflow, their cost in history, actions and Graph requests, and a worker with thousands waiting.';

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
  const runs = await historiesOf(world.client, five.meetingId);
  const events = runs.flatMap((run) => run.events ?? []);
  const actions = runs.length + events.filter(({ eventType }) => billed.has(Number(eventType))).length;
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
