import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { createLog } from '../../../infra/runtime/log.ts';
import { createCalendarChanges } from '../../../workers/adapters/graph/notifications/calendar-changes.ts';
import { createGraph } from '../../../workers/adapters/graph/transport/graph.ts';
import { openSqliteShared } from '../../../workers/adapters/sqlite/shared.ts';
import type { CalendarChanges } from '../../../workflows/ports/calendar-changes.ts';
import { startTestGraphEmulator } from '../../support/graph-emulator.ts';
import type { TestGraphEmulator } from '../../support/graph-emulator.ts';
import { monday, person } from './graph-world.ts';
import { eventually } from './waiting.ts';

const hourMs = 3_600_000;
const alice = person('Alice');
const bob = person('Bob');

interface Subscription {
  readonly id: string;
  readonly expirationDateTime: string;
  readonly clientState: string;
}

type Notification = Readonly<Record<string, unknown>> & {
  readonly subscriptionId: string;
  readonly clientState: string;
};

describe('subscriptions to the events of a mailbox', () => {
  let graph: TestGraphEmulator;
  let subscriber: Server;
  let url: string;
  let folder: string;
  let clockMs: number;
  const received: Notification[] = [];
  const warnings: Readonly<Record<string, unknown>>[] = [];
  const opened: ReturnType<typeof openSqliteShared>[] = [];

  beforeEach(async () => {
    received.length = 0;
    warnings.length = 0;
    clockMs = Date.parse(monday(0, 1).start);
    folder = await mkdtemp(join(tmpdir(), 'assent-changes-'));
    subscriber = createServer((request, response) => {
      void (async () => {
        const token = new URL(request.url ?? '', 'http://subscriber').searchParams.get('validationToken');
        const body = await text(request);
        if (token === null) {
          received.push(...(JSON.parse(body) as { value: Notification[] }).value);
          response.statusCode = 202;
        }
        response.setHeader('content-type', 'text/plain').end(token ?? '');
      })();
    }).listen(0, '127.0.0.1');
    await once(subscriber, 'listening');
    url = `http://127.0.0.1:${(subscriber.address() as AddressInfo).port}/graph/notifications`;
    graph = await startTestGraphEmulator({
      now: () => new Date(clockMs),
      delivery: { retryAfterMs: [5], watchMs: 10, answerMs: 500 },
    });
  });
  afterEach(async () => {
    await graph.close();
    subscriber.closeAllConnections();
    subscriber.close();
    await Promise.all(opened.splice(0).map((shared) => shared.close()));
    await rm(folder, { recursive: true });
  });

  /** One process's worth; all of them share one store. */
  function aProcess(notificationUrl = url): CalendarChanges {
    const shared = openSqliteShared({ file: join(folder, 'shared.sqlite') });
    opened.push(shared);
    return createCalendarChanges(
      createGraph({
        baseUrl: graph.baseUrl,
        tokenSource: { token: () => Promise.resolve(graph.token) },
        patienceMs: 0,
      }),
      {
        store: shared.store,
        notificationUrl,
        nowMs: () => clockMs,
        log: createLog({
          process: 'test',
          level: 'warn',
          destination: {
            write: (line) => {
              warnings.push(JSON.parse(line) as Readonly<Record<string, unknown>>);
            },
          },
        }),
      },
    );
  }

  async function subscriptions(): Promise<readonly Subscription[]> {
    const { body } = await graph.call('GET', '/subscriptions');
    return (body as { value: Subscription[] }).value;
  }

  /** The operations of Graph that the work came to, each with how often. */
  async function requestsOf(work: () => Promise<unknown>): Promise<Readonly<Record<string, number>>> {
    graph.log.clear();
    await work();
    return graph.log.summary().byOperation;
  }

  it('are made once for all processes, which then costs them nothing', async () => {
    const [one, other] = [aProcess(), aProcess()];
    const first = await requestsOf(() =>
      Promise.all([
        one.ensureSubscribed(alice.id),
        other.ensureSubscribed(alice.id),
        one.ensureSubscribed(alice.id),
      ]),
    );
    expect(first).toEqual({ 'POST /subscriptions': 1 });
    const again = await requestsOf(async () => {
      expect(await Promise.all([one.ensureSubscribed(alice.id), other.ensureSubscribed(alice.id)])).toEqual([
        true,
        true,
      ]);
    });
    expect(again).toEqual({});
    const [made] = await subscriptions();
    expect(made).toMatchObject({
      resource: `/users/${alice.id}/events`,
      changeType: 'created,updated,deleted',
      notificationUrl: url,
      lifecycleNotificationUrl: url,
    });
    const days = (Date.parse(made?.expirationDateTime ?? '') - clockMs) / (24 * hourMs);
    expect(days).toBeGreaterThan(6.9);
    expect(days).toBeLessThan(7);
    expect(await requestsOf(() => other.ensureSubscribed(bob.id))).toEqual({ 'POST /subscriptions': 1 });
  });

  it('tell what they were made with, by which the mailbox is known, and nobody else is believed', async () => {
    const changes = aProcess();
    await changes.ensureSubscribed(alice.id);
    await changes.ensureSubscribed(bob.id);
    const { start, end } = monday(9, 10);
    await graph.call('POST', `/users/${alice.id}/events`, {
      body: {
        subject: 'Watched',
        start: { dateTime: start.slice(0, 19), timeZone: 'UTC' },
        end: { dateTime: end.slice(0, 19), timeZone: 'UTC' },
      },
    });
    await eventually(() => {
      expect(received).toHaveLength(1);
    });
    const [notice] = received;
    if (notice === undefined) throw new Error('nothing came');
    const { subscriptionId, clientState } = notice;
    expect(await changes.ownerOf({ subscriptionId, clientState })).toBe(alice.id);
    expect(await aProcess().ownerOf({ subscriptionId, clientState })).toBe(alice.id);
    const [, secret = ''] = clientState.split('.');
    expect(secret).toHaveLength(43);
    for (const forged of [
      { subscriptionId, clientState: '' },
      { subscriptionId, clientState: `${alice.id}.` },
      { subscriptionId, clientState: `${alice.id}.${'x'.repeat(43)}` },
      { subscriptionId, clientState: `${bob.id}.${secret}` },
      { subscriptionId, clientState: `${clientState}x` },
      { subscriptionId, clientState: 'x'.repeat(100_000) },
      { subscriptionId: 'another', clientState },
    ]) {
      expect(await changes.ownerOf(forged)).toBeUndefined();
    }
  });

  it('are renewed by later callers, and expire when nobody asks', async () => {
    const [one, other] = [aProcess(), aProcess()];
    await one.ensureSubscribed(alice.id);
    clockMs += 11 * hourMs;
    expect(await requestsOf(() => other.ensureSubscribed(alice.id))).toEqual({});
    clockMs += 2 * hourMs;
    expect(
      await requestsOf(() => Promise.all([one.ensureSubscribed(alice.id), other.ensureSubscribed(alice.id)])),
    ).toEqual({
      'PATCH /subscriptions/{id}': 1,
    });
    const [renewed] = await subscriptions();
    expect((Date.parse(renewed?.expirationDateTime ?? '') - clockMs) / (24 * hourMs)).toBeGreaterThan(6.9);
    clockMs += 7 * 24 * hourMs;
    expect(await subscriptions()).toEqual([]);
  });

  it('are made anew when Graph no longer knows them', async () => {
    const changes = aProcess();
    await changes.ensureSubscribed(alice.id);
    const [first] = await subscriptions();
    await graph.call('DELETE', `/subscriptions/${first?.id ?? ''}`);
    clockMs += 24 * hourMs;
    expect(await requestsOf(() => changes.ensureSubscribed(alice.id))).toEqual({
      'PATCH /subscriptions/{id}': 1,
      'POST /subscriptions': 1,
    });
    const [second] = await subscriptions();
    expect(second?.clientState).not.toBe(first?.clientState);
    const old = { subscriptionId: first?.id ?? '', clientState: first?.clientState ?? '' };
    expect(await changes.ownerOf(old)).toBeUndefined();
  });

  it('are reauthorized, and forgotten once Graph has removed them', async () => {
    const changes = aProcess();
    await changes.ensureSubscribed(alice.id);
    clockMs += 7 * 24 * hourMs - 65 * 60_000;
    await eventually(() => {
      expect(received).toMatchObject([{ lifecycleEvent: 'reauthorizationRequired' }]);
    });
    expect(await requestsOf(() => changes.reauthorize(alice.id))).toEqual({
      'POST /subscriptions/{id}/reauthorize': 1,
    });
    await changes.forget(alice.id);
    expect(await requestsOf(() => changes.reauthorize(alice.id))).toEqual({});
    expect(await requestsOf(() => changes.ensureSubscribed(alice.id))).toEqual({ 'POST /subscriptions': 1 });
  });

  it.each([
    ['Graph forbids it', 403],
    ['Graph is away', 503],
  ])('are given up for a while, with one warning, when %s', async (_, status) => {
    graph.addFault({ method: 'POST', path: '/subscriptions$', status, times: 20 });
    const changes = aProcess();
    expect(await changes.ensureSubscribed(alice.id)).toBe(false);
    expect(await changes.ensureSubscribed(bob.id)).toBe(false);
    expect(warnings.map(({ msg }) => msg)).toEqual([
      'calendar changes are not reported; booked meetings are checked from time to time',
    ]);
    expect(await requestsOf(() => changes.ensureSubscribed(alice.id))).toEqual({});
    clockMs += hourMs / 4;
    graph.clearFaults();
    expect(await changes.ensureSubscribed(alice.id)).toBe(true);
    expect(await subscriptions()).toHaveLength(1);
  });

  it('are not made where nobody answers the handshake', async () => {
    const changes = aProcess('http://127.0.0.1:1/graph/notifications');
    expect(await changes.ensureSubscribed(alice.id)).toBe(false);
    expect(JSON.stringify(warnings)).toContain('Subscription validation request failed');
    expect(await subscriptions()).toEqual([]);
  });

  it('follow the address when it moves, and leave none behind', async () => {
    await aProcess().ensureSubscribed(alice.id);
    const moved = `${url}?moved`;
    await aProcess(moved).ensureSubscribed(alice.id);
    expect(await subscriptions()).toMatchObject([{ notificationUrl: moved }]);
  });

  it('of a process that took too long are taken back when another was quicker', async () => {
    const [slow, quick] = [aProcess(), aProcess()];
    graph.addFault({ method: 'POST', path: '/subscriptions$', latencyMs: 400 });
    const slowly = slow.ensureSubscribed(alice.id);
    await eventually(async () => {
      expect(await opened[0]?.store.get(`calendar-changes:${alice.id}`)).toContain('making');
    });
    clockMs += 3 * 60_000;
    await quick.ensureSubscribed(alice.id);
    await slowly;
    const left = await subscriptions();
    expect(left).toHaveLength(1);
    const { id, clientState } = left[0] ?? { id: '', clientState: '' };
    expect(await slow.ownerOf({ subscriptionId: id, clientState })).toBe(alice.id);
  });
});
