import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { companyPeople } from '../../../infra/graph-emulator/company.ts';
import { startTestGraphEmulator, type TestGraphEmulator } from '../../support/graph-emulator.ts';
import { at, listed, textAt } from '../../support/graph-json.ts';

const [alice, bob, carol] = companyPeople as [
  (typeof companyPeople)[0],
  (typeof companyPeople)[0],
  (typeof companyPeople)[0],
];
const day = 'startDateTime=2026-03-02T00:00:00Z&endDateTime=2026-03-03T00:00:00Z';

function time(clock: string, timeZone = 'UTC', date = '2026-03-02'): { dateTime: string; timeZone: string } {
  return { dateTime: `${date}T${clock}:00`, timeZone };
}

const meeting = {
  subject: 'Q3 budget',
  start: time('09:00'),
  end: time('10:00'),
  attendees: [
    { type: 'required', emailAddress: { address: bob.mail, name: 'Bob' } },
    { type: 'optional', emailAddress: { address: 'guest@partner.example', name: 'Guest' } },
  ],
};

describe('events', () => {
  let graph: TestGraphEmulator;

  beforeEach(async () => {
    graph = await startTestGraphEmulator({ people: companyPeople.map(({ id }) => id) });
  });

  afterEach(async () => {
    await graph.close();
  });

  async function book(body: unknown = meeting): Promise<string> {
    const answer = await graph.call('POST', `/users/${alice.id}/events`, { body });
    expect(answer.status).toBe(201);
    return textAt(answer.body, 'id');
  }

  async function view(owner: string, query = day): Promise<unknown[]> {
    return listed((await graph.call('GET', `/users/${owner}/calendarView?${query}&$top=100`)).body);
  }

  it('gives every attendee of the directory a copy that is not answered yet', async () => {
    await book();
    const [copy] = await view(bob.id);
    expect(copy).toMatchObject({
      subject: 'Q3 budget',
      isOrganizer: false,
      showAs: 'tentative',
      responseStatus: { response: 'notResponded' },
      organizer: { emailAddress: { address: alice.mail } },
    });
  });

  it.each([
    ['accept', 'accepted', 'busy'],
    ['tentativelyAccept', 'tentativelyAccepted', 'tentative'],
    ['decline', 'declined', 'free'],
  ])('%s shows in the own copy and in the organizer’s list', async (action, response, showAs) => {
    const id = await book();
    const copyId = textAt((await view(bob.id))[0], 'id');
    const answer = await graph.call('POST', `/users/${bob.id}/events/${copyId}/${action}`, {
      body: { comment: 'so' },
    });
    expect(answer.status).toBe(202);
    expect((await view(bob.id))[0]).toMatchObject({ responseStatus: { response }, showAs });
    const organizers = await graph.call('GET', `/users/${alice.id}/events/${id}`);
    expect(at(organizers.body, 'attendees', 0, 'status', 'response')).toBe(response);
    expect(at(organizers.body, 'attendees', 1, 'status', 'response')).toBe('none');
  });

  it('tells the organizer which new time was proposed, in the zone that the organizer asks for', async () => {
    const id = await book();
    const copyId = textAt((await view(bob.id))[0], 'id');
    const proposedNewTime = {
      start: time('14:00', 'W. Europe Standard Time'),
      end: time('15:00', 'Europe/Berlin'),
    };
    await graph.call('POST', `/users/${bob.id}/events/${copyId}/decline`, { body: { proposedNewTime } });
    const organizers = await graph.call('GET', `/users/${alice.id}/events/${id}`);
    expect(at(organizers.body, 'attendees', 0, 'proposedNewTime')).toEqual({
      start: { dateTime: '2026-03-02T13:00:00.0000000', timeZone: 'UTC' },
      end: { dateTime: '2026-03-02T14:00:00.0000000', timeZone: 'UTC' },
    });
  });

  it('refuses answers from the organizer, and new times that are not allowed or not sent', async () => {
    const id = await book({ ...meeting, allowNewTimeProposals: false });
    expect((await graph.call('POST', `/users/${alice.id}/events/${id}/accept`, { body: {} })).status).toBe(
      400,
    );
    const copyId = textAt((await view(bob.id))[0], 'id');
    const proposedNewTime = { start: time('14:00'), end: time('15:00') };
    const decline = `/users/${bob.id}/events/${copyId}/decline`;
    expect((await graph.call('POST', decline, { body: { proposedNewTime } })).status).toBe(400);
    expect(
      (await graph.call('POST', decline, { body: { proposedNewTime, sendResponse: false } })).status,
    ).toBe(400);
  });

  it('answers a repeated transactionId with the first event and creates nothing', async () => {
    const body = { ...meeting, transactionId: 'meeting-1/round-1' };
    const first = await book(body);
    expect(await book({ ...body, subject: 'Another' })).toBe(first);
    expect(await view(alice.id)).toHaveLength(1);
    expect(await view(bob.id)).toHaveLength(1);
  });

  it('moves the copies with the event and forgets what was answered', async () => {
    const id = await book();
    const copyId = textAt((await view(bob.id))[0], 'id');
    await graph.call('POST', `/users/${bob.id}/events/${copyId}/accept`, { body: {} });
    const patch = { start: time('11:00'), end: time('12:00') };
    expect((await graph.call('PATCH', `/users/${alice.id}/events/${id}`, { body: patch })).status).toBe(200);
    expect((await view(bob.id))[0]).toMatchObject({
      start: { dateTime: '2026-03-02T11:00:00.0000000' },
      responseStatus: { response: 'notResponded' },
    });
  });

  it('refuses a change with an old ETag, and takes the current one', async () => {
    const id = await book();
    const path = `/users/${alice.id}/events/${id}`;
    const etag = textAt((await graph.call('GET', path)).body, '@odata.etag');
    const change = (subject: string) =>
      graph.call('PATCH', path, { body: { subject }, headers: { 'If-Match': etag } });
    expect((await change('One')).status).toBe(200);
    const late = await change('Two');
    expect(late.status).toBe(412);
    expect(at(late.body, 'error', 'code')).toBe('ErrorIrresolvableConflict');
  });

  it('cancels: the organizer’s event goes, the copies are cancelled and free', async () => {
    const id = await book();
    const copyId = textAt((await view(bob.id))[0], 'id');
    expect((await graph.call('POST', `/users/${bob.id}/events/${copyId}/cancel`, { body: {} })).status).toBe(
      400,
    );
    expect((await graph.call('POST', `/users/${alice.id}/events/${id}/cancel`, { body: {} })).status).toBe(
      202,
    );
    expect((await graph.call('GET', `/users/${alice.id}/events/${id}`)).status).toBe(404);
    expect((await view(bob.id))[0]).toMatchObject({ isCancelled: true, showAs: 'free' });
  });

  it('lets a room accept when it is free and decline when it is not', async () => {
    const room = 'room.spree@contoso.example';
    const body = {
      ...meeting,
      attendees: [{ type: 'resource', emailAddress: { address: room, name: 'Spree' } }],
    };
    const status = async (id: string): Promise<unknown> =>
      at(
        (await graph.call('GET', `/users/${alice.id}/events/${id}`)).body,
        'attendees',
        0,
        'status',
        'response',
      );
    expect(await status(await book(body))).toBe('accepted');
    expect(await status(await book(body))).toBe('declined');
  });

  it('writes immutable ids on request, and finds the event by either id', async () => {
    const id = await book();
    const headers = { Prefer: 'IdType="ImmutableId"' };
    const immutable = textAt(
      (await graph.call('GET', `/users/${alice.id}/events/${id}`, { headers })).body,
      'id',
    );
    expect(immutable).not.toBe(id);
    expect((await graph.call('GET', `/users/${alice.id}/events/${immutable}`)).status).toBe(200);
    expect((await graph.call('GET', `/users/${alice.id}/events/${immutable.toLowerCase()}`)).status).toBe(
      404,
    );
  });

  it('gives an online meeting a link, which cannot be taken back', async () => {
    const id = await book({ ...meeting, isOnlineMeeting: true });
    const path = `/users/${alice.id}/events/${id}`;
    expect(textAt((await graph.call('GET', path)).body, 'onlineMeeting', 'joinUrl')).toMatch(
      /^https:\/\/teams\./,
    );
    expect((await graph.call('PATCH', path, { body: { isOnlineMeeting: false } })).status).toBe(400);
  });

  it('reports in delta what was added, changed and removed, a page at a time', async () => {
    const path = `/users/${bob.id}/calendarView/delta`;
    const headers = { Prefer: 'odata.maxpagesize=2' };
    const round = async (start: string): Promise<{ items: unknown[]; link: string }> => {
      const items: unknown[] = [];
      for (let next = start; ;) {
        const { body, status } = await graph.call('GET', next, { headers });
        expect(status).toBe(200);
        expect(listed(body).length).toBeLessThanOrEqual(2);
        items.push(...listed(body));
        const link = at(body, '@odata.nextLink');
        if (typeof link !== 'string')
          return { items, link: textAt(body, '@odata.deltaLink').slice(graph.baseUrl.length) };
        next = link.slice(graph.baseUrl.length);
      }
    };
    const ids = [await book(), await book(), await book({ ...meeting, subject: 'To go' })];
    const first = await round(`${path}?${day}`);
    expect(first.items).toHaveLength(3);
    const none = await round(first.link);
    expect(none.items).toEqual([]);
    await graph.call('PATCH', `/users/${alice.id}/events/${ids[0] ?? ''}`, { body: { subject: 'Renamed' } });
    const moved = { start: time('09:00', 'UTC', '2026-04-01'), end: time('10:00', 'UTC', '2026-04-01') };
    await graph.call('PATCH', `/users/${alice.id}/events/${ids[1] ?? ''}`, { body: moved });
    const copyId = textAt(
      first.items.find((item) => at(item, 'subject') === 'To go'),
      'id',
    );
    await graph.call('DELETE', `/users/${bob.id}/events/${copyId}`);
    const second = await round(none.link);
    expect(second.items.map((item) => at(item, 'subject') ?? at(item, '@removed', 'reason')).sort()).toEqual([
      'Renamed',
      'deleted',
      'deleted',
    ]);
    expect((await round(second.link)).items).toEqual([]);
  });

  it('filters, orders and picks as asked, and refuses what it does not know', async () => {
    await book();
    await book({
      ...meeting,
      subject: "Carol's day",
      attendees: [],
      start: time('07:00'),
      end: time('08:00'),
    });
    const path = `/users/${alice.id}/events`;
    const subjects = async (query: string): Promise<unknown[]> =>
      listed((await graph.call('GET', `${path}?${query}`)).body).map((item) => at(item, 'subject'));
    expect(await subjects("$filter=subject eq 'Carol''s day'")).toEqual(["Carol's day"]);
    expect(await subjects("$filter=start/dateTime ge '2026-03-02T08:30:00'")).toEqual(['Q3 budget']);
    expect(await subjects(`$filter=attendees/any(a:a/emailAddress/address eq '${bob.mail}')`)).toEqual([
      'Q3 budget',
    ]);
    expect(await subjects('$orderby=start/dateTime&$top=1')).toEqual(["Carol's day"]);
    const picked = listed((await graph.call('GET', `${path}?$select=subject&$top=1`)).body)[0];
    expect(Object.keys(picked as object).sort()).toEqual(['@odata.etag', 'id', 'subject']);
    for (const bad of [
      '$filter=subject eq',
      '$filter=foo(subject)',
      '$expand=calendar',
      '$top=-1',
      '$nonsense=1',
    ]) {
      expect((await graph.call('GET', `${path}?${bad}`)).status).toBe(400);
    }
  });

  it('keeps an application token out of /me and a person out of others’ calendars', async () => {
    expect((await graph.call('GET', '/me/events')).status).toBe(400);
    expect((await graph.call('GET', '/me/events', { token: graph.tokenOf(carol.id) })).status).toBe(200);
  });
});
