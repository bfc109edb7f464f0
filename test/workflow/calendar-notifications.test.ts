import { NativeConnection } from '@temporalio/worker';
import fastify from 'fastify';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createBackground } from '../../bot/teams/background.ts';
import type { Background } from '../../bot/teams/background.ts';
import { graphNotificationPath } from '../../infra/runtime/graph-notification-address.ts';
import { graphNotificationRoutes } from '../../bot/web/graph-notification-routes.ts';
import { companyPeople } from '../../infra/graph-emulator/company.ts';
import { freePort } from '../../infra/local/ports.ts';
import { createLog } from '../../infra/runtime/log.ts';
import { createCalendarChanges } from '../../workers/adapters/graph/notifications/calendar-changes.ts';
import { createGraph } from '../../workers/adapters/graph/transport/graph.ts';
import { openSqliteShared } from '../../workers/adapters/sqlite/shared.ts';
import { createCalendarNotifications } from '../../workers/client/calendar-notifications.ts';
import { runTestBuild } from '../support/run-test-build.ts';
import type { MeetingWorld } from '../support/meeting-world.ts';
import {
  aRequest,
  answer,
  ask,
  dayFromNow,
  openMeetingWorld,
  required,
  someone,
} from '../support/meeting-world.ts';

const alice = someone('alice');
const guests = companyPeople
  .map(({ givenName }) => someone(givenName.toLowerCase()))
  .filter(({ id }, index, all) => id !== alice.id && all.findIndex((one) => one.id === id) === index)
  .slice(0, 10);

let world: MeetingWorld;
let background: Background;
const opened: (() => unknown)[] = [];

/** A worker and a webhook, with a Graph that tells the one by the other. */
beforeAll(async () => {
  world = await openMeetingWorld({ withWorker: false });
  const log = createLog({ process: 'test', level: 'silent' });
  const shared = openSqliteShared({ file: world.sqliteFile });
  const port = await freePort();
  const changes = createCalendarChanges(
    createGraph({
      baseUrl: world.graph.baseUrl,
      tokenSource: { token: () => Promise.resolve(world.graph.token) },
    }),
    {
      store: shared.store,
      notificationUrl: `http://127.0.0.1:${port}${graphNotificationPath}`,
      log,
    },
  );
  background = createBackground(log);
  const host = fastify();
  graphNotificationRoutes(host, {
    changes,
    // Longer than usual, for ten acceptances on a busy machine.
    news: createCalendarNotifications({ temporal: world.client, ...shared, settleMs: 1500 }),
    inBackground: (name, work) => {
      background.run(name, work);
    },
    log,
  });
  await host.listen({ host: '127.0.0.1', port });
  const connection = await NativeConnection.connect({ address: world.temporal.address });
  const worker = await runTestBuild({
    connection,
    namespace: world.temporal.namespace,
    ports: { ...world.ports, changes },
    options: { shutdownGraceTime: 0 },
  });
  opened.push(
    async () => {
      await worker.shutdown();
      await connection.close();
    },
    () => host.close(),
    () => background.idle(),
    () => shared.close(),
  );
});
afterAll(async () => {
  for (const close of opened) await close();
  await world.close();
});

/** What Temporal's history of a meeting says of its looks. */
async function looksOf(meetingId: string): Promise<{ readonly begun: number; readonly done: number }> {
  const { events } = await world.client.workflow.getHandle(meetingId).fetchHistory();
  const begun = (events ?? []).flatMap(({ eventId, activityTaskScheduledEventAttributes: scheduled }) =>
    scheduled?.activityType?.name === 'checkCalendar' ? [String(eventId)] : [],
  );
  const done = (events ?? []).filter(({ activityTaskCompletedEventAttributes: completed }) =>
    begun.includes(String(completed?.scheduledEventId)),
  );
  return { begun: begun.length, done: done.length };
}

it.each([
  ['the first meeting of a mailbox', 12, 1],
  ['every further one', 13, 0],
])('for %s, being told of ten acceptances costs one look', async (_, days, subscriptions) => {
  world.graph.log.clear();
  const { start } = dayFromNow(days, 14, 3);
  const request = aRequest(alice, guests.map(required), dayFromNow(days, 14, 3), { title: `Ten in ${days}` });
  const asked = await ask(world, request, [{ start, end: dayFromNow(days, 14, 1).end }]);
  for (const guest of guests) await answer(world, guest, asked, 'yes');
  await world.until(asked.meetingId, ({ status }) => status === 'confirmed');
  await expect.poll(() => looksOf(asked.meetingId)).toEqual({ begun: 1, done: 1 });
  // Whatever else was told by now has been brought to the meeting then.
  await background.idle();
  expect((await looksOf(asked.meetingId)).begun).toBe(1);
  const { byOperation } = world.graph.log.summary();
  expect(byOperation['GET /users/{id}/events/{id}']).toBe(1);
  expect(byOperation['POST /subscriptions'] ?? 0).toBe(subscriptions);
});
