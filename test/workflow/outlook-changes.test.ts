import { afterAll, beforeAll, expect, it } from 'vitest';
import { openSqliteShared } from '../../workers/adapters/sqlite/shared.ts';
import type { CalendarNotifications } from '../../workers/client/calendar-notifications.ts';
import { createCalendarNotifications } from '../../workers/client/calendar-notifications.ts';
import { calendarChannel } from '../../workflows/contract/calendar-channel.ts';
import { personId } from '../../workflows/domain/people/person.ts';
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

const alice = someone('alice');
const bob = someone('bob');
/** Of Temporal's history, where a signal stands as soon as no task of the workflow is under way. */
const signaled = 26;

let world: MeetingWorld;
let shared: ReturnType<typeof openSqliteShared>;
let days = 6;
beforeAll(async () => {
  world = await openMeetingWorld();
  shared = openSqliteShared({ file: world.sqliteFile });
});
afterAll(async () => {
  await shared.close();
  await world.close();
});

/** One process's worth. */
function aProcess(settleMs: number): CalendarNotifications {
  return createCalendarNotifications({ temporal: world.client, ...shared, settleMs });
}

async function booked(title: string, organizer = alice): Promise<{ meetingId: string; eventId: string }> {
  days += 1;
  const request = aRequest(organizer, [required(bob)], dayFromNow(days, 8, 9), { title });
  const asked = await ask(world, request);
  await answer(world, bob, asked, 'yes');
  const { booking } = await world.until(asked.meetingId, ({ status }) => status === 'confirmed');
  const { meetingId } = asked;
  await expect.poll(() => shared.store.get(`event:${booking?.eventId ?? ''}`)).toBe(meetingId);
  return { meetingId, eventId: booking?.eventId ?? '' };
}

async function signalsTo(meetingId: string): Promise<number> {
  const { events } = await world.client.workflow.getHandle(meetingId).fetchHistory();
  return (events ?? []).filter(({ eventType }) => Number(eventType) === signaled).length;
}

it('a burst that reaches two processes is one check of the meeting, and one notification to subscribers', async () => {
  const { meetingId, eventId } = await booked('Burst');
  let told = 0;
  const stop = await shared.pubSub.subscribe(calendarChannel(alice.id), () => {
    told += 1;
  });
  const [one, other] = [aProcess(300), aProcess(300)];
  await Promise.all(
    Array.from({ length: 40 }, (_, index) =>
      (index % 2 === 0 ? one : other).changed({ ownerId: alice.id, eventIds: [eventId, 'of nobody'] }),
    ),
  );
  await expect.poll(() => signalsTo(meetingId)).toBe(1);
  await expect.poll(() => told).toBe(1);
  await stop();
});

it('what comes after a look is news again, told ever more slowly', async () => {
  const { meetingId, eventId } = await booked('Restless');
  const news = aProcess(50);
  const tookMs: number[] = [];
  for (let turn = 0; turn < 4; turn += 1) {
    const startedMs = performance.now();
    await news.changed({ ownerId: bob.id, eventIds: [eventId] });
    tookMs.push(performance.now() - startedMs);
  }
  await expect.poll(() => signalsTo(meetingId)).toBe(4);
  expect(tookMs[3]).toBeGreaterThan(400);
});

it('a meeting that is over is no fault of the news', async () => {
  const { meetingId, eventId } = await booked('Over');
  valueOf(await world.meetings.cancel(asPerson(alice), { meetingId, idempotencyKey: freshKey() }));
  await world.client.workflow.getHandle(meetingId).result();
  await aProcess(1).changed({ ownerId: personId('somebody'), eventIds: [eventId] });
  expect(await signalsTo(meetingId)).toBe(0);
});

it('after a gap every booked meeting of the organizer looks again, and no other', async () => {
  const carol = someone('carol');
  const [one, two] = [await booked('Missed', carol), await booked('Missed too', carol)];
  const other = await booked('Of somebody else');
  const open = await ask(world, aRequest(carol, [required(bob)], dayFromNow(30, 8, 9)));
  const looked = async () => Promise.all([one, two].map(({ meetingId }) => signalsTo(meetingId)));
  const query = `AssentOrganizer = '${carol.id}' AND AssentStatus = 'confirmed' AND ExecutionStatus = 'Running'`;
  await expect.poll(async () => (await world.client.workflow.count(query)).count).toBe(2);
  await aProcess(1).missed(carol.id);
  await expect.poll(looked).toEqual([1, 1]);
  expect(await signalsTo(other.meetingId)).toBe(0);
  expect(await signalsTo(open.meetingId)).toBe(0);
});

it('at the end of a process nothing is waited for any more', async () => {
  const { meetingId, eventId } = await booked('Last words');
  const news = aProcess(600_000);
  const telling = news.changed({ ownerId: personId('nobody'), eventIds: [eventId] });
  news.flush();
  await telling;
  await expect.poll(() => signalsTo(meetingId)).toBe(1);
});
