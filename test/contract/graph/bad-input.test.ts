import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { companyGroups, companyPeople, type CompanyPerson } from '../../../infra/graph-emulator/company.ts';
import { graphRoutes } from '../../../infra/graph-emulator/routes.ts';
import { companyPlanId } from '../../../infra/graph-emulator/seed.ts';
import { startTestGraphEmulator, type TestGraphEmulator } from '../../support/graph-emulator.ts';
import { at, textAt } from '../../support/graph-json.ts';

const [alice, bob] = companyPeople as [CompanyPerson, CompanyPerson];

/** Names that handlers look for, so that generated bodies get past the first check now and then. */
const memberNames = [
  'subject',
  'start',
  'end',
  'dateTime',
  'timeZone',
  'attendees',
  'emailAddress',
  'address',
  'recurrence',
  'pattern',
  'range',
  'type',
  'interval',
  'isAllDay',
  'location',
  'schedules',
  'startTime',
  'endTime',
  'message',
  'toRecipients',
  'planId',
  'title',
  'assignments',
  'checklist',
  'requests',
  'resource',
  'expirationDateTime',
  'workingHours',
  'proposedNewTime',
  'comment',
  'meetingDuration',
  'timeConstraint',
  'transactionId',
  '@odata.type',
  '__proto__',
] as const;

const leaf = fc.oneof(
  fc.constantFrom(
    '',
    'UTC',
    '2026-03-02T09:00:00',
    '9999-12-31T23:59:59Z',
    '-1',
    'weekly',
    bob.mail,
    companyPlanId,
  ),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.double(),
  fc.boolean(),
  fc.constant(null),
);

const { value: anyBody } = fc.letrec((tie) => ({
  value: fc.oneof({ depthSize: 'small' }, leaf, fc.array(tie('value'), { maxLength: 3 }), tie('object')),
  object: fc
    .array(fc.tuple(fc.constantFrom(...memberNames), tie('value')), { maxLength: 6 })
    .map((entries) => Object.fromEntries(entries) as unknown),
}));

const eventLike = fc.record(
  {
    subject: leaf,
    start: fc.record({ dateTime: leaf, timeZone: leaf }, { requiredKeys: [] }),
    end: fc.record({ dateTime: leaf, timeZone: leaf }, { requiredKeys: [] }),
    attendees: fc.array(fc.record({ emailAddress: fc.record({ address: leaf }), type: leaf }), {
      maxLength: 2,
    }),
    recurrence: fc.record({
      pattern: fc.record({ type: leaf, interval: leaf }),
      range: fc.record({ type: leaf }),
    }),
  },
  { requiredKeys: ['start', 'end'] },
);

const query = fc.array(
  fc.tuple(
    fc.constantFrom(
      '$select',
      '$filter',
      '$top',
      '$skip',
      '$orderby',
      '$count',
      '$search',
      '$expand',
      '$skiptoken',
      '$deltatoken',
      'startDateTime',
      'endDateTime',
    ),
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.constantFrom("subject eq 'a'", '2026-03-02', 'id', '5', '((((', 'a/b eq'),
    ),
  ),
  { maxLength: 3 },
);

const headerSets = fc.constantFrom<Record<string, string>>(
  {},
  { Prefer: 'outlook.timezone="Nowhere/At all"' },
  { Prefer: 'odata.maxpagesize=x, IdType="ImmutableId"' },
  { 'If-Match': 'W/"%%%"' },
  { 'If-Match': '*' },
);

describe('bad input', () => {
  let graph: TestGraphEmulator;
  let names: Record<string, string>;

  beforeAll(async () => {
    graph = await startTestGraphEmulator({ people: [alice.id] });
    const time = (clock: string) => ({ dateTime: `2026-03-02T${clock}:00`, timeZone: 'UTC' });
    const event = await graph.call('POST', `/users/${alice.id}/events`, {
      body: { subject: 'Known', start: time('09:00'), end: time('10:00') },
    });
    const task = await graph.call('POST', '/planner/tasks', {
      body: { planId: companyPlanId, title: 'Known' },
    });
    names = {
      user: alice.id,
      event: textAt(event.body, 'id'),
      task: textAt(task.body, 'id'),
      plan: companyPlanId,
      group: companyGroups[0]?.id ?? '',
    };
  });

  afterAll(async () => {
    await graph.close();
  });

  const endpoints = [
    ...graphRoutes.map(({ method, path }) => ({ method, path })),
    { method: 'POST', path: '/$batch' },
  ];

  it.each(endpoints)('$method $path never answers 5xx, whatever is sent', async ({ method, path }) => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(anyBody, eventLike),
        query,
        headerSets,
        // A dot segment goes out of an address before it is sent (RFC 3986, 5.2.4).
        fc.webSegment().filter((segment) => !/^\.{1,2}$/.test(segment)),
        async (body, pairs, headers, id) => {
          const filled = path.replace(
            /\{(\w+)\}/g,
            (_whole, name: string) => names[name] ?? encodeURIComponent(id || 'x'),
          );
          const search = new URLSearchParams(pairs).toString();
          const answer = await graph.call(method, `${filled}${search === '' ? '' : `?${search}`}`, {
            token: graph.tokenOf(alice.id),
            headers,
            ...(method === 'GET' || method === 'DELETE' ? {} : { body }),
          });
          expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(500);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('takes text that is no JSON, no object or no UTF-8 for a 4xx', async () => {
    for (const body of [
      '{',
      '[]',
      '"x"',
      'null',
      '{"a":'.repeat(2_000),
      new Uint8Array([0xff, 0xfe, 0x00]),
    ]) {
      const response = await fetch(`${graph.baseUrl}/users/${alice.id}/events`, {
        method: 'POST',
        headers: { authorization: `Bearer ${graph.token}`, 'content-type': 'application/json' },
        body,
      });
      expect(response.status).toBeGreaterThanOrEqual(400);
      expect(response.status).toBeLessThan(500);
    }
  });

  it('leaves nothing half-written: a refused caller created no event anywhere', async () => {
    graph.reset();
    const count = async (owner: string): Promise<number> =>
      (at((await graph.call('GET', `/users/${owner}/events?$top=999`)).body, 'value') as unknown[]).length;
    await fc.assert(
      fc.asyncProperty(eventLike, async (draft) => {
        const before = [await count(alice.id), await count(bob.id)];
        const { status } = await graph.call('POST', `/users/${alice.id}/events`, { body: draft });
        const after = [await count(alice.id), await count(bob.id)];
        if (status === 201) expect(after[0]).toBe((before[0] ?? 0) + 1);
        else expect(after).toEqual(before);
      }),
      { numRuns: 60 },
    );
  });
});
