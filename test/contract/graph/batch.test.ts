import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { companyPeople, type CompanyPerson } from '../../../infra/graph-emulator/company.ts';
import { startTestGraphEmulator, type TestGraphEmulator } from '../../support/graph-emulator.ts';
import { at } from '../../support/graph-json.ts';

const [alice] = companyPeople as [CompanyPerson];

describe('$batch', () => {
  let graph: TestGraphEmulator;

  beforeAll(async () => {
    graph = await startTestGraphEmulator();
  });

  afterAll(async () => {
    await graph.close();
  });

  async function statuses(requests: readonly object[]): Promise<unknown> {
    const { status, body } = await graph.call('POST', '/$batch', { body: { requests } });
    if (status !== 200) return status;
    const responses = at(body, 'responses') as unknown[];
    return Object.fromEntries(responses.map((response) => [at(response, 'id'), at(response, 'status')]));
  }

  it('judges each part alone, and fails what depends on a failed one with 424', async () => {
    expect(
      await statuses([
        { id: 'a', method: 'GET', url: `/users/${alice.id}` },
        { id: 'b', method: 'GET', url: '/users/nobody', dependsOn: ['a'] },
        { id: 'c', method: 'GET', url: '/users', dependsOn: ['b'] },
        { id: 'd', method: 'GET', url: '/users', dependsOn: ['c'] },
        { id: 'e', method: 'GET', url: 'users?$top=1' },
      ]),
    ).toEqual({ a: 200, b: 404, c: 424, d: 424, e: 200 });
  });

  it('writes what its parts say, with their own headers', async () => {
    const body = {
      subject: 'From a batch',
      start: { dateTime: '2026-03-02T09:00:00', timeZone: 'UTC' },
      end: { dateTime: '2026-03-02T10:00:00', timeZone: 'UTC' },
    };
    const url = `/users/${alice.id}/events`;
    const headers = { 'Content-Type': 'application/json', Prefer: 'outlook.timezone="India Standard Time"' };
    const answer = await graph.call('POST', '/$batch', {
      body: { requests: [{ id: '1', method: 'POST', url, headers, body }] },
    });
    expect(at(answer.body, 'responses', 0, 'body', 'start')).toEqual({
      dateTime: '2026-03-02T14:30:00.0000000',
      timeZone: 'India Standard Time',
    });
  });

  it('refuses more than 20 parts, repeated ids, unknown dependencies and other things with 400', async () => {
    const part = (id: string, extra: object = {}): object => ({ id, method: 'GET', url: '/users', ...extra });
    expect(await statuses(Array.from({ length: 21 }, (_unused, count) => part(String(count))))).toBe(400);
    expect(await statuses([part('1'), part('1')])).toBe(400);
    expect(await statuses([part('1', { dependsOn: ['2'] })])).toBe(400);
    expect(await statuses([])).toBe(400);
    expect((await graph.call('POST', '/$batch', { body: [] })).status).toBe(400);
  });

  it('does not nest', async () => {
    expect(await statuses([{ id: '1', method: 'POST', url: '/$batch', body: { requests: [] } }])).toEqual({
      1: 400,
    });
  });
});
