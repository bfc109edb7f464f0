import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { companyPeople, type CompanyPerson } from '../../../infra/graph-emulator/company.ts';
import { startTestGraphEmulator, type TestGraphEmulator } from '../../support/graph-emulator.ts';
import { at, listed } from '../../support/graph-json.ts';

const [alice] = companyPeople as [CompanyPerson];
const path = `/users/${alice.id}/events`;
const body = {
  subject: 'Only once',
  start: { dateTime: '2026-03-02T09:00:00', timeZone: 'UTC' },
  end: { dateTime: '2026-03-02T10:00:00', timeZone: 'UTC' },
};

describe('faults and counters', () => {
  let graph: TestGraphEmulator;

  beforeAll(async () => {
    graph = await startTestGraphEmulator();
  });

  afterEach(() => {
    graph.reset();
    graph.clearFaults();
  });

  afterAll(async () => {
    await graph.close();
  });

  async function arm(rule: object): Promise<number> {
    const response = await fetch(`${graph.url}/_emulator/faults`, {
      method: 'POST',
      body: JSON.stringify(rule),
    });
    return response.status;
  }

  async function count(): Promise<number> {
    return listed((await graph.call('GET', path)).body).length;
  }

  it('answers 429 with Retry-After the requested number of times, then as usual', async () => {
    expect(await arm({ path: '/users$', status: 429, retryAfterSeconds: 2, times: 2 })).toBe(201);
    const first = await graph.call('GET', '/users');
    expect([first.status, first.headers.get('retry-after')]).toEqual([429, '2']);
    expect(at(first.body, 'error', 'code')).toBe('TooManyRequests');
    expect((await graph.call('GET', '/users')).status).toBe(429);
    expect((await graph.call('GET', '/users')).status).toBe(200);
  });

  it.each([503, 504])('answers %i and does nothing', async (status) => {
    await arm({ method: 'POST', path: '/events', status });
    expect((await graph.call('POST', path, { body })).status).toBe(status);
    expect(await count()).toBe(0);
  });

  it('cuts the connection before the write: nothing is there', async () => {
    await arm({ method: 'post', path: '/events$', cut: 'before' });
    await expect(graph.call('POST', path, { body })).rejects.toThrow();
    expect(await count()).toBe(0);
  });

  it('cuts the connection after the write: the event is there, and its transactionId finds it', async () => {
    await arm({ method: 'POST', path: '/events$', cut: 'after' });
    const repeated = { ...body, transactionId: 'one' };
    await expect(graph.call('POST', path, { body: repeated })).rejects.toThrow();
    expect(await count()).toBe(1);
    expect((await graph.call('POST', path, { body: repeated })).status).toBe(201);
    expect(await count()).toBe(1);
  });

  it('adds latency', async () => {
    await arm({ path: '/users', latencyMs: 120 });
    const startedMs = performance.now();
    expect((await graph.call('GET', '/users')).status).toBe(200);
    expect(performance.now() - startedMs).toBeGreaterThanOrEqual(115);
  });

  it('refuses a rule that says nothing or nonsense', async () => {
    expect(await arm({ path: '/users' })).toBe(400);
    expect(await arm({ path: '(', status: 500 })).toBe(400);
    expect(await arm({ path: '/users', status: 200 })).toBe(400);
  });

  it('counts requests by operation, names each request, and forgets on demand', async () => {
    await fetch(`${graph.url}/_emulator/requests`, { method: 'DELETE' });
    const headers = { 'client-request-id': 'mine' };
    const answer = await graph.call('GET', path, { headers });
    await graph.call('GET', '/users/nobody');
    const log: unknown = await (await fetch(`${graph.url}/_emulator/requests`)).json();
    expect(log).toMatchObject({ total: 2, byStatus: { 200: 1, 404: 1 } });
    expect(at(log, 'byOperation')).toEqual({ 'GET /users/{id}/events': 1, 'GET /users/{id}': 1 });
    expect(at(log, 'latest', 0, 'requestId')).toBe(answer.headers.get('request-id'));
    expect(answer.headers.get('client-request-id')).toBe('mine');
  });

  it('serves its page and what the page shows', async () => {
    const page = await fetch(graph.url);
    expect(page.headers.get('content-type')).toContain('text/html');
    const state: unknown = await (await fetch(`${graph.url}/_emulator/state?week=2026-03-04`)).json();
    expect(at(state, 'monday')).toBe('2026-03-02');
    expect(at(state, 'calendars')).toHaveLength(15);
  });
});
