import { afterEach, describe, expect, it } from 'vitest';

import { readAvailability } from '../../../workers/adapters/graph/calendar/schedules.ts';
import { guestId, personId } from '../../../workflows/domain/people/person.ts';
import { startGraphLikeServer } from './graph-like-server.ts';

let server: Awaited<ReturnType<typeof startGraphLikeServer>>;
afterEach(() => server.close());

interface AskedSchedule {
  readonly schedules: readonly string[];
}

const window = { start: '2027-01-11T00:00:00.000Z', end: '2027-01-18T00:00:00.000Z' };
const someone = (name: string) => ({ id: personId(`${name}-id`), mail: `${name}@contoso.example` });
const at = (dateTime: string) => ({ dateTime, timeZone: 'UTC' });

async function availabilityOf(told: Record<string, unknown>) {
  server = await startGraphLikeServer(() => ({ value: [{ scheduleId: 'Bob@contoso.example', ...told }] }));
  const [found] = await readAvailability(server.graph, { people: [someone('bob')], window });
  return found;
}

describe('what getSchedule reports about a person', () => {
  it('is unknown, never free, when the answer leaves them out', async () => {
    server = await startGraphLikeServer(() => ({
      value: [{ scheduleId: 'carol@contoso.example', availabilityView: '0', scheduleItems: [] }],
    }));
    const found = await readAvailability(server.graph, {
      people: [someone('bob'), someone('carol')],
      window,
    });
    expect(found.map(({ error }) => error !== undefined)).toEqual([true, false]);
  });

  it('is unknown when it has neither items nor a view', async () => {
    expect((await availabilityOf({}))?.error).toBeDefined();
    await server.close();
    expect((await availabilityOf({ scheduleItems: [], availabilityView: null }))?.error).toBeDefined();
  });

  it('keeps every status but free, and reads one that is new as unknown', async () => {
    const item = (status: string, hour: string) => ({
      status,
      start: at(`2027-01-11T${hour}:00:00.0000000`),
      end: at(`2027-01-11T${hour}:30:00.0000000`),
    });
    const found = await availabilityOf({
      availabilityView: '0',
      scheduleItems: ['free', 'tentative', 'busy', 'oof', 'workingElsewhere', 'dreaming'].map((status, n) =>
        item(status, String(10 + n)),
      ),
    });
    expect(found?.busy.map(({ status }) => status)).toEqual([
      'tentative',
      'busy',
      'oof',
      'workingElsewhere',
      'unknown',
    ]);
    expect(found?.busy[0]).toMatchObject({
      start: '2027-01-11T11:00:00.000Z',
      end: '2027-01-11T11:30:00.000Z',
    });
  });

  it('comes from the merged view where items are hidden', async () => {
    const found = await availabilityOf({ availabilityView: '0022201', scheduleItems: [] });
    expect(found).toMatchObject({
      busy: [
        { start: '2027-01-11T00:30:00.000Z', end: '2027-01-11T01:15:00.000Z', status: 'busy' },
        { start: '2027-01-11T01:30:00.000Z', end: '2027-01-11T01:45:00.000Z', status: 'tentative' },
      ],
    });
  });

  it('has working hours in the zone that a custom zone’s rules mean', async () => {
    const found = await availabilityOf({
      availabilityView: '0',
      scheduleItems: [],
      workingHours: {
        daysOfWeek: ['Monday', 'friday'],
        startTime: '08:30:00.0000000',
        endTime: '17:00:00.0000000',
        timeZone: {
          '@odata.type': '#microsoft.graph.customTimeZone',
          name: 'Customized Time Zone',
          bias: 300,
          standardOffset: { time: '02:00:00.0000000', dayOccurrence: 1, dayOfWeek: 'sunday', month: 11 },
          daylightOffset: {
            daylightBias: -60,
            time: '02:00:00.0000000',
            dayOccurrence: 2,
            dayOfWeek: 'sunday',
            month: 3,
          },
        },
      },
    });
    expect(found?.workingHours).toEqual({
      timeZone: 'America/New_York',
      days: [
        { dayOfWeek: 'monday', intervals: [{ startTime: '08:30', endTime: '17:00' }] },
        { dayOfWeek: 'friday', intervals: [{ startTime: '08:30', endTime: '17:00' }] },
      ],
      exceptions: [],
    });
  });

  it('is not asked for at all when no mailbox of the organisation can be asked', async () => {
    server = await startGraphLikeServer(() => ({}));
    const [found] = await readAvailability(server.graph, {
      people: [{ id: guestId('guest@elsewhere.example'), mail: 'guest@elsewhere.example' }],
      window,
    });
    expect(found?.error).toBeDefined();
    expect(server.heard).toEqual([]);
  });
});

describe('the free/busy of a thousand people', () => {
  it('never holds up the event loop, and never has more than four requests in one mailbox', async () => {
    const working = new Map<string, number>();
    let most = 0;
    const scheduleOf = (mail: string) => ({
      scheduleId: mail,
      availabilityView: '0'.repeat(96 * 7),
      scheduleItems: Array.from({ length: 35 }, (_, n) => ({
        isPrivate: false,
        status: 'busy',
        subject: 'A meeting with a subject of usual length',
        location: 'Somewhere',
        start: at(`2027-01-${11 + Math.floor(n / 5)}T${10 + (n % 5)}:00:00.0000000`),
        end: at(`2027-01-${11 + Math.floor(n / 5)}T${10 + (n % 5)}:45:00.0000000`),
      })),
      workingHours: {
        daysOfWeek: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
        startTime: '09:00:00.0000000',
        endTime: '17:00:00.0000000',
        timeZone: { name: 'Pacific Standard Time' },
      },
    });
    // Written once and beforehand: this server shares the process whose delay is measured.
    const people = Array.from({ length: 1000 }, (_, n) => someone(`p${n}`));
    const texts = new Map(people.map(({ mail }) => [mail, JSON.stringify(scheduleOf(mail))]));
    server = await startGraphLikeServer(({ body }, response) => {
      const { requests } = body as { requests: { id: string; url: string; body: AskedSchedule }[] };
      for (const { url } of requests) {
        const mailbox = url.split('/')[2] ?? '';
        working.set(mailbox, (working.get(mailbox) ?? 0) + 1);
        most = Math.max(most, working.get(mailbox) ?? 0);
      }
      const parts = requests.map(
        ({ id, body: asked }) =>
          `{"id":"${id}","status":200,"headers":{},"body":{"value":[${asked.schedules
            .map((mail) => texts.get(mail) ?? '')
            .join(',')}]}}`,
      );
      response.setHeader('content-type', 'application/json');
      for (const { url } of requests) {
        const mailbox = url.split('/')[2] ?? '';
        working.set(mailbox, (working.get(mailbox) ?? 0) - 1);
      }
      response.end(`{"responses":[${parts.join(',')}]}`);
    });
    // In this thread's processor time, so that others on the machine do not count.
    let longestTurnMs = 0;
    let before = process.threadCpuUsage();
    let timer = setImmediate(function turn() {
      const used = process.threadCpuUsage(before);
      longestTurnMs = Math.max(longestTurnMs, (used.user + used.system) / 1000);
      before = process.threadCpuUsage();
      timer = setImmediate(turn);
    });
    const startedAt = performance.now();
    const found = await readAvailability(server.graph, { people, window });
    const durationMs = performance.now() - startedAt;
    clearImmediate(timer);
    console.log(
      `1,000 people: ${durationMs.toFixed(0)} ms, ${server.heard.length} requests, longest turn ${longestTurnMs.toFixed(0)} ms of processor`,
    );
    expect(found).toHaveLength(1000);
    expect(found.every(({ busy, error }) => busy.length === 35 && error === undefined)).toBe(true);
    expect(most).toBeLessThanOrEqual(4);
    expect(longestTurnMs).toBeLessThan(100);
  });
});
