import { graphNotificationPath } from '../../../infra/runtime/graph-notification-address.ts';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import fastify from 'fastify';
import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { createBackground } from '../../../bot/teams/background.ts';
import type { Background } from '../../../bot/teams/background.ts';
import { graphNotificationRoutes } from '../../../bot/web/graph-notification-routes.ts';
import { createLog } from '../../../infra/runtime/log.ts';
import { createCalendarChanges } from '../../../workers/adapters/graph/notifications/calendar-changes.ts';
import { createGraph } from '../../../workers/adapters/graph/transport/graph.ts';
import { openSqliteShared } from '../../../workers/adapters/sqlite/shared.ts';
import type { CalendarChanges } from '../../../workflows/ports/calendar-changes.ts';
import { startTestGraphEmulator } from '../../support/graph-emulator.ts';
import type { TestGraphEmulator } from '../../support/graph-emulator.ts';
import { someone } from '../../support/meeting-world.ts';

const alice = someone('alice');
const bob = someone('bob');
const hourMs = 3_600_000;

interface Told {
  readonly kind: 'changed' | 'missed';
  readonly ownerId: string;
  readonly eventIds?: readonly string[];
}

describe('POST /graph/notifications', () => {
  let graph: TestGraphEmulator;
  let host: FastifyInstance;
  let background: Background;
  let shared: ReturnType<typeof openSqliteShared>;
  let changes: CalendarChanges;
  let folder: string;
  let url: string;
  let clockMs: number;
  let told: Told[];
  /** What telling waits for. */
  let gate: Promise<void>;

  beforeEach(async () => {
    told = [];
    gate = Promise.resolve();
    clockMs = Date.now();
    folder = await mkdtemp(join(tmpdir(), 'assent-notifications-'));
    shared = openSqliteShared({ file: join(folder, 'shared.sqlite') });
    graph = await startTestGraphEmulator({
      now: () => new Date(clockMs),
      delivery: { retryAfterMs: [5], watchMs: 10, answerMs: 3000 },
    });
    const log = createLog({ process: 'test', level: 'silent' });
    background = createBackground(log);
    host = fastify();
    const tell = async (one: Told): Promise<void> => {
      await gate;
      told.push(one);
    };
    // Taken when called: the address that the subscriptions name is known only then.
    const lazily: Pick<CalendarChanges, 'ownerOf' | 'reauthorize' | 'forget'> = {
      ownerOf: (notice) => changes.ownerOf(notice),
      reauthorize: (ownerId) => changes.reauthorize(ownerId),
      forget: (ownerId) => changes.forget(ownerId),
    };
    graphNotificationRoutes(host, {
      changes: lazily,
      news: {
        changed: ({ ownerId, eventIds }) => tell({ kind: 'changed', ownerId, eventIds }),
        missed: (ownerId) => tell({ kind: 'missed', ownerId }),
        flush: () => undefined,
      },
      inBackground: (name, work) => {
        background.run(name, work);
      },
      log,
    });
    await host.listen({ host: '127.0.0.1', port: 0 });
    url = `http://127.0.0.1:${(host.server.address() as AddressInfo).port}${graphNotificationPath}`;
    changes = createCalendarChanges(
      createGraph({ baseUrl: graph.baseUrl, tokenSource: { token: () => Promise.resolve(graph.token) } }),
      { store: shared.store, notificationUrl: url, nowMs: () => clockMs, log },
    );
  });
  afterEach(async () => {
    await graph.close();
    await host.close();
    await background.idle();
    await shared.close();
    await rm(folder, { recursive: true });
  });

  function post(body: string, query = '', type = 'application/json'): Promise<Response> {
    return fetch(`${url}${query}`, { method: 'POST', body, headers: { 'content-type': type } });
  }

  /** The subscription of somebody, as its notifications name it. */
  async function subscribed(ownerId = alice.id) {
    await changes.ensureSubscribed(ownerId);
    const { body } = await graph.call('GET', '/subscriptions');
    const made = (body as { value: { id: string; clientState: string; resource: string }[] }).value.find(
      ({ resource }) => resource.includes(ownerId),
    );
    return { subscriptionId: made?.id ?? '', clientState: made?.clientState ?? '' };
  }

  function change(more: object): object {
    return { changeType: 'updated', resourceData: { id: 'event-1' }, ...more };
  }

  it('sends a validation token back as it was, as plain text that no browser takes for a page', async () => {
    const token = 'Validation: <script>alert(1)</script> Request-Id: 1+2&3 ü';
    const answer = await post(
      '',
      `?validationToken=${encodeURIComponent(token)}`,
      'text/plain; charset=utf-8',
    );
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toMatch(/^text\/plain/);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(await answer.text()).toBe(token);
    expect((await post('', `?validationToken=${'x'.repeat(2001)}`)).status).toBe(400);
  });

  it('hears from Graph itself what was changed, made and removed', async () => {
    expect(await changes.ensureSubscribed(alice.id)).toBe(true);
    const { body } = await graph.call('POST', `/users/${alice.id}/events`, {
      headers: { prefer: 'IdType="ImmutableId"' },
      body: {
        subject: 'Watched',
        start: { dateTime: '2026-03-02T09:00:00', timeZone: 'UTC' },
        end: { dateTime: '2026-03-02T10:00:00', timeZone: 'UTC' },
      },
    });
    const { id } = body as { id: string };
    await expect.poll(() => told).toEqual([{ kind: 'changed', ownerId: alice.id, eventIds: [] }]);
    await graph.call('PATCH', `/users/${alice.id}/events/${id}`, { body: { subject: 'Renamed' } });
    await expect.poll(() => told).toHaveLength(2);
    await graph.call('DELETE', `/users/${alice.id}/events/${id}`);
    await expect.poll(() => told).toHaveLength(3);
    expect(told.slice(1)).toEqual(
      Array.from({ length: 2 }, () => ({ kind: 'changed', ownerId: alice.id, eventIds: [id] })),
    );
  });

  it('answers before anything is done, so that Graph never finds it slow', async () => {
    let open = (): void => undefined;
    gate = new Promise((resolve) => {
      open = resolve;
    });
    const source = await subscribed();
    const answer = await post(JSON.stringify({ value: [change(source)] }));
    expect([answer.status, await answer.text(), told]).toEqual([202, '', []]);
    open();
    await background.idle();
    expect(told).toEqual([{ kind: 'changed', ownerId: alice.id, eventIds: ['event-1'] }]);
  });

  it('takes several subscriptions in one request, each with its own proof', async () => {
    const [ofAlice, ofBob] = [await subscribed(alice.id), await subscribed(bob.id)];
    const stranger = { subscriptionId: ofAlice.subscriptionId, clientState: ofBob.clientState };
    await post(
      JSON.stringify({
        value: [
          change(ofAlice),
          change(stranger),
          change(ofBob),
          change({ ...ofAlice, resourceData: { id: 'event-2' } }),
        ],
      }),
    );
    await background.idle();
    expect(told).toEqual([
      { kind: 'changed', ownerId: alice.id, eventIds: ['event-1', 'event-2'] },
      { kind: 'changed', ownerId: bob.id, eventIds: ['event-1'] },
    ]);
  });

  it('rejects requests without the secret, and reveals no secret', async () => {
    const source = await subscribed();
    for (const forged of [
      { ...source, clientState: `${source.clientState.slice(0, -1)}_` },
      { ...source, clientState: undefined },
      { ...source, clientState: null },
      { ...source, subscriptionId: 'unknown' },
      { subscriptionId: 'unknown', clientState: 'unknown' },
    ]) {
      const answer = await post(JSON.stringify({ value: [change(forged)] }));
      expect([answer.status, await answer.text()]).toEqual([202, '']);
      await post(JSON.stringify({ value: [{ ...forged, lifecycleEvent: 'subscriptionRemoved' }] }));
    }
    await background.idle();
    expect(told).toEqual([]);
    const { clientState, subscriptionId } = source;
    expect(await changes.ownerOf({ clientState, subscriptionId })).toBe(alice.id);
  });

  it.each([
    ['no JSON', '{"value": [', 400],
    ['nothing', '', 400],
    ['no notifications', '{"value": "many"}', 400],
    ['null', 'null', 400],
    ['a notification of nothing', '{"value": [{}]}', 400],
    ['an endless id', JSON.stringify({ value: [{ subscriptionId: 'x'.repeat(10_000) }] }), 400],
    ['more than Graph sends', JSON.stringify({ value: Array(1001).fill({ subscriptionId: 'x' }) }), 400],
    ['a megabyte of noise', 'x'.repeat(1024 * 1024), 413],
    ['a megabyte in JSON', JSON.stringify({ value: 'x'.repeat(1024 * 1024) }), 413],
    ['deep nesting', '['.repeat(100_000), 400],
  ])('turns %s away', async (_, body, status) => {
    for (const type of ['application/json', 'text/plain', 'application/x-www-form-urlencoded', 'image/png']) {
      expect((await post(body, '', type)).status).toBe(status);
    }
    expect((await post(JSON.stringify({ value: [] }))).status).toBe(202);
    expect((await fetch(url)).status).toBe(404);
  });

  it('reauthorizes when Graph asks, and looks again at everything after a gap', async () => {
    await subscribed();
    clockMs += 7 * 24 * hourMs - hourMs - 10 * 60_000;
    await expect.poll(() => graph.log.summary().byOperation['POST /subscriptions/{id}/reauthorize']).toBe(1);
    expect(told).toEqual([]);
    clockMs += 15 * 60_000;
    await expect.poll(() => told).toEqual([{ kind: 'missed', ownerId: alice.id }]);
    graph.log.clear();
    expect(await changes.ensureSubscribed(alice.id)).toBe(true);
    expect(graph.log.summary().byOperation).toEqual({ 'POST /subscriptions': 1 });
  });

  it('looks again at everything when Graph could not deliver', async () => {
    const source = await subscribed();
    await post(JSON.stringify({ value: [{ ...source, lifecycleEvent: 'missed' }] }));
    await background.idle();
    expect(told).toEqual([{ kind: 'missed', ownerId: alice.id }]);
    expect(await changes.ownerOf(source)).toBe(alice.id);
  });
});
