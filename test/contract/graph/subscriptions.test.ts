import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { companyPeople, type CompanyPerson } from '../../../infra/graph-emulator/company.ts';
import { notificationProblems } from '../../support/graph-contract.ts';
import {
  startTestGraphEmulator,
  type TestAnswer,
  type TestGraphEmulator,
} from '../../support/graph-emulator.ts';
import { at, textAt } from '../../support/graph-json.ts';

const [alice] = companyPeople as [CompanyPerson];
const minuteMs = 60_000;

const event = {
  subject: 'Watched',
  start: { dateTime: '2026-03-02T09:00:00', timeZone: 'UTC' },
  end: { dateTime: '2026-03-02T10:00:00', timeZone: 'UTC' },
};

describe('subscriptions', () => {
  let graph: TestGraphEmulator;
  let subscriber: Server;
  let url: string;
  let received: { path: string; notification: unknown }[];
  /** Statuses of the next deliveries; 202 when used up. */
  let statuses: number[];
  let echo: boolean;
  let clockMs: number;

  beforeEach(async () => {
    received = [];
    statuses = [];
    echo = true;
    clockMs = Date.parse('2026-03-01T08:00:00Z');
    subscriber = createServer((request, response) => {
      void (async () => {
        const target = new URL(request.url ?? '', 'http://subscriber');
        const token = target.searchParams.get('validationToken');
        const body = await text(request);
        if (token !== null) {
          response.setHeader('content-type', 'text/plain').end(echo ? token : 'something else');
          return;
        }
        const parsed: unknown = JSON.parse(body);
        expect(notificationProblems(parsed)).toEqual([]);
        response.statusCode = statuses.shift() ?? 202;
        if (response.statusCode < 300) {
          received.push({ path: target.pathname + target.search, notification: at(parsed, 'value', 0) });
        }
        response.end();
      })();
    });
    await new Promise<void>((resolve) => subscriber.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(subscriber.address() as AddressInfo).port}`;
    graph = await startTestGraphEmulator({
      now: () => new Date(clockMs),
      delivery: { retryAfterMs: [5, 5], watchMs: 10, answerMs: 500 },
    });
  });

  afterEach(async () => {
    await graph.close();
    subscriber.closeAllConnections();
    subscriber.close();
  });

  function expiry(minutes: number): string {
    return new Date(clockMs + minutes * minuteMs).toISOString();
  }

  function subscribe(extra: object = {}): Promise<TestAnswer> {
    return graph.call('POST', '/subscriptions', {
      body: {
        changeType: 'created,updated,deleted',
        notificationUrl: `${url}/changes?keep=1`,
        lifecycleNotificationUrl: `${url}/lifecycle`,
        resource: `users/${alice.id}/events`,
        expirationDateTime: expiry(120),
        clientState: 'secret',
        ...extra,
      },
    });
  }

  it('validates the address, then reports creation, change and deletion with the client state', async () => {
    const subscription = await subscribe();
    expect(subscription.status).toBe(201);
    const id = textAt((await graph.call('POST', `/users/${alice.id}/events`, { body: event })).body, 'id');
    await graph.call('PATCH', `/users/${alice.id}/events/${id}`, { body: { subject: 'Changed' } });
    await graph.call('DELETE', `/users/${alice.id}/events/${id}`);
    await expect.poll(() => received).toHaveLength(3);
    expect(received.map(({ notification }) => at(notification, 'changeType')).sort()).toEqual([
      'created',
      'deleted',
      'updated',
    ]);
    expect(received[0]).toMatchObject({
      path: '/changes?keep=1',
      notification: {
        clientState: 'secret',
        subscriptionId: textAt(subscription.body, 'id'),
        resourceData: { id },
      },
    });
  });

  it('makes no subscription where the handshake fails', async () => {
    echo = false;
    const answer = await subscribe();
    expect([answer.status, at(answer.body, 'error', 'code')]).toEqual([400, 'ValidationError']);
    expect(at((await graph.call('GET', '/subscriptions')).body, 'value')).toEqual([]);
  });

  it('tries again when the subscriber fails, and says "missed" when it gives up', async () => {
    await subscribe({ changeType: 'created' });
    statuses = [503];
    await graph.call('POST', `/users/${alice.id}/events`, { body: event });
    await expect.poll(() => received).toHaveLength(1);
    statuses = [500, 500, 500];
    await graph.call('POST', `/users/${alice.id}/events`, { body: event });
    await expect.poll(() => received).toHaveLength(2);
    expect(received[1]).toMatchObject({ path: '/lifecycle', notification: { lifecycleEvent: 'missed' } });
  });

  it('asks for renewal before the expiry, and says when a subscription is gone', async () => {
    const id = textAt((await subscribe()).body, 'id');
    const told = (): unknown[] => received.map(({ notification }) => at(notification, 'lifecycleEvent'));
    clockMs += 110 * minuteMs;
    await expect.poll(told).toEqual(['reauthorizationRequired']);
    expect((await graph.call('POST', `/subscriptions/${id}/reauthorize`)).status).toBe(204);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(told()).toEqual(['reauthorizationRequired']);
    const renewed = await graph.call('PATCH', `/subscriptions/${id}`, {
      body: { expirationDateTime: expiry(60) },
    });
    expect([renewed.status, at(renewed.body, 'expirationDateTime')]).toEqual([200, expiry(60)]);
    clockMs += 61 * minuteMs;
    await expect.poll(told).toEqual(['reauthorizationRequired', 'subscriptionRemoved']);
    expect((await graph.call('GET', `/subscriptions/${id}`)).status).toBe(404);
  });

  it('raises a short life to 45 minutes and refuses more than seven days, the past and other resources', async () => {
    expect(at((await subscribe({ expirationDateTime: expiry(5) })).body, 'expirationDateTime')).toBe(
      expiry(45),
    );
    for (const extra of [
      { expirationDateTime: expiry(10_081) },
      { expirationDateTime: expiry(-1) },
      { resource: `users/${alice.id}/messages` },
      { changeType: 'created,moved' },
      { clientState: 'x'.repeat(129) },
    ]) {
      expect((await subscribe(extra)).status).toBe(400);
    }
  });

  it('stops when it is deleted', async () => {
    const id = textAt((await subscribe()).body, 'id');
    expect((await graph.call('POST', `/subscriptions/${id}/reauthorize`)).status).toBe(204);
    expect((await graph.call('DELETE', `/subscriptions/${id}`)).status).toBe(204);
    await graph.call('POST', `/users/${alice.id}/events`, { body: event });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(received).toEqual([]);
  });
});
