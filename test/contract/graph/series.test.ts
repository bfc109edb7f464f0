import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { companyPeople, type CompanyPerson } from '../../../infra/graph-emulator/company.ts';
import { startTestGraphEmulator, type TestGraphEmulator } from '../../support/graph-emulator.ts';
import { at, listed, textAt } from '../../support/graph-json.ts';

const [alice, bob] = companyPeople as [CompanyPerson, CompanyPerson];
function time(clock: string, timeZone = 'UTC', date = '2026-03-02'): { dateTime: string; timeZone: string } {
  return { dateTime: `${date}T${clock}:00`, timeZone };
}

const meeting = {
  subject: 'Series',
  attendees: [{ type: 'required', emailAddress: { address: bob.mail, name: 'Bob' } }],
};

describe('series', () => {
  let graph: TestGraphEmulator;

  beforeEach(async () => {
    graph = await startTestGraphEmulator();
  });

  afterEach(async () => {
    await graph.close();
  });

  async function book(body: unknown): Promise<string> {
    const answer = await graph.call('POST', `/users/${alice.id}/events`, { body });
    expect(answer.status).toBe(201);
    return textAt(answer.body, 'id');
  }

  async function view(owner: string, query: string): Promise<unknown[]> {
    return listed((await graph.call('GET', `/users/${owner}/calendarView?${query}&$top=100`)).body);
  }

  it('expands a weekly series over a change of the clocks, with its exceptions and gaps', async () => {
    const recurrence = {
      pattern: { type: 'weekly', interval: 1, daysOfWeek: ['monday'] },
      range: { type: 'numbered', startDate: '2026-03-16', numberOfOccurrences: 4 },
    };
    const zone = 'W. Europe Standard Time';
    const series = await book({
      ...meeting,
      start: time('09:00', zone, '2026-03-16'),
      end: time('10:00', zone, '2026-03-16'),
      recurrence,
    });
    const month = 'startDateTime=2026-03-01T00:00:00Z&endDateTime=2026-05-01T00:00:00Z';
    const starts = async (owner: string): Promise<string[]> =>
      (await view(owner, month)).map((item) => textAt(item, 'start', 'dateTime').slice(0, 16));
    expect(await starts(bob.id)).toEqual([
      '2026-03-16T08:00',
      '2026-03-23T08:00',
      '2026-03-30T07:00',
      '2026-04-06T07:00',
    ]);
    const [, second, third] = await view(alice.id, month);
    expect(at(second, 'seriesMasterId')).toBe(series);
    await graph.call('PATCH', `/users/${alice.id}/events/${textAt(second, 'id')}`, {
      body: { start: time('12:00', 'UTC', '2026-03-23'), end: time('13:00', 'UTC', '2026-03-23') },
    });
    await graph.call('DELETE', `/users/${alice.id}/events/${textAt(third, 'id')}`);
    expect(await starts(alice.id)).toEqual(['2026-03-16T08:00', '2026-03-23T12:00', '2026-04-06T07:00']);
    const copies = await view(bob.id, month);
    expect(copies.map((item) => [textAt(item, 'type'), at(item, 'isCancelled')])).toEqual([
      ['occurrence', false],
      ['exception', false],
      ['exception', true],
      ['occurrence', false],
    ]);
    const instances = await graph.call('GET', `/users/${alice.id}/events/${series}/instances?${month}`);
    expect(listed(instances.body)).toHaveLength(3);
  });

  it.each([
    ['daily', { type: 'daily', interval: 2 }, ['2026-01-31', '2026-02-02', '2026-02-04']],
    [
      'absoluteMonthly',
      { type: 'absoluteMonthly', interval: 1, dayOfMonth: 31 },
      ['2026-01-31', '2026-02-28', '2026-03-31'],
    ],
    [
      'relativeMonthly',
      { type: 'relativeMonthly', interval: 1, daysOfWeek: ['saturday'], index: 'last' },
      ['2026-01-31', '2026-02-28', '2026-03-28'],
    ],
    [
      'absoluteYearly',
      { type: 'absoluteYearly', interval: 1, dayOfMonth: 31, month: 1 },
      ['2026-01-31', '2027-01-31', '2028-01-31'],
    ],
    [
      'relativeYearly',
      { type: 'relativeYearly', interval: 1, daysOfWeek: ['monday'], index: 'first', month: 3 },
      ['2026-03-02', '2027-03-01', '2028-03-06'],
    ],
  ])('expands a %s series', async (_type, pattern, dates) => {
    const start = time('09:00', 'UTC', '2026-01-31');
    const end = time('10:00', 'UTC', '2026-01-31');
    const range = { type: 'numbered', startDate: '2026-01-31', numberOfOccurrences: 3 };
    await book({ subject: 'Series', start, end, recurrence: { pattern, range } });
    const items = await view(alice.id, 'startDateTime=2026-01-01T00:00:00Z&endDateTime=2029-01-01T00:00:00Z');
    expect(items.map((item) => textAt(item, 'start', 'dateTime').slice(0, 10))).toEqual(dates);
  });

  it('reports in delta which occurrences a changed pattern lost, and frees their time', async () => {
    const range = { type: 'numbered', startDate: '2026-03-16', numberOfOccurrences: 4 };
    const pattern = { type: 'weekly', interval: 1, daysOfWeek: ['monday'] };
    const id = await book({
      ...meeting,
      start: time('09:00', 'UTC', '2026-03-16'),
      end: time('10:00', 'UTC', '2026-03-16'),
      recurrence: { pattern, range },
    });
    // Delta remembers lost occurrences around now; the emulator's clock is the machine's.
    const month = 'startDateTime=2026-03-01T00:00:00Z&endDateTime=2026-05-01T00:00:00Z';
    const first = await graph.call('GET', `/users/${bob.id}/calendarView/delta?${month}`);
    expect(listed(first.body)).toHaveLength(4);
    const fewer = { pattern, range: { ...range, numberOfOccurrences: 2 } };
    expect(
      (await graph.call('PATCH', `/users/${alice.id}/events/${id}`, { body: { recurrence: fewer } })).status,
    ).toBe(200);
    const link = textAt(first.body, '@odata.deltaLink').slice(graph.baseUrl.length);
    const second = listed((await graph.call('GET', link)).body);
    expect(second.filter((item) => at(item, '@removed') !== undefined)).toHaveLength(2);
    expect(await view(bob.id, month)).toHaveLength(2);
  });
});
