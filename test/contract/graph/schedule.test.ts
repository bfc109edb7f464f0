import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { companyPeople, type CompanyPerson } from '../../../infra/graph-emulator/company.ts';
import {
  startTestGraphEmulator,
  type TestAnswer,
  type TestGraphEmulator,
} from '../../support/graph-emulator.ts';
import { at, listed } from '../../support/graph-json.ts';

const [alice, bob] = companyPeople as [CompanyPerson, CompanyPerson];

function utc(dateTime: string): { dateTime: string; timeZone: string } {
  return { dateTime, timeZone: 'UTC' };
}

describe('getSchedule', () => {
  let graph: TestGraphEmulator;

  beforeAll(async () => {
    graph = await startTestGraphEmulator();
    const book = (from: string, to: string, extra: object) =>
      graph.call('POST', `/users/${bob.id}/events`, {
        body: { subject: 'Secret', start: utc(`2026-03-02T${from}`), end: utc(`2026-03-02T${to}`), ...extra },
      });
    await book('08:30', '09:30', {});
    await book('09:00', '10:00', { showAs: 'tentative' });
    await book('11:00', '12:00', { showAs: 'oof', sensitivity: 'private' });
    await book('13:00', '14:00', { showAs: 'free' });
    await book('14:00', '15:00', { showAs: 'workingElsewhere' });
  });

  afterAll(async () => {
    await graph.close();
  });

  function ask(schedules: readonly string[], more: object = {}, headers = {}): Promise<TestAnswer> {
    const window = { startTime: utc('2026-03-02T09:00:00'), endTime: utc('2026-03-02T18:00:00') };
    return graph.call('POST', `/users/${alice.id}/calendar/getSchedule`, {
      headers,
      body: { schedules, availabilityViewInterval: 60, ...window, ...more },
    });
  }

  it('shows one digit for each interval: overlaps count, busy hides tentative', async () => {
    const { body } = await ask([bob.mail]);
    expect(at(listed(body)[0], 'availabilityView')).toBe('203004000');
  });

  it('hides what is private and leaves out what is free', async () => {
    const items = at(listed((await ask([bob.mail])).body)[0], 'scheduleItems') as unknown[];
    expect(items.map((item) => [at(item, 'status'), at(item, 'subject'), at(item, 'isPrivate')])).toEqual([
      ['busy', 'Secret', false],
      ['tentative', 'Secret', false],
      ['oof', '', true],
      ['workingElsewhere', 'Secret', false],
    ]);
  });

  it('answers 200 with an error for an unknown person beside the others', async () => {
    const { status, body } = await ask([bob.mail, 'nobody@contoso.example']);
    expect(status).toBe(200);
    expect(at(listed(body)[0], 'error')).toBeUndefined();
    expect(at(listed(body)[1], 'error', 'responseCode')).toBe('ErrorMailRecipientNotFound');
  });

  it('sees a change at once', async () => {
    const before = at(listed((await ask([alice.mail])).body)[0], 'availabilityView');
    await graph.call('POST', `/users/${alice.id}/events`, {
      body: { subject: 'New', start: utc('2026-03-02T10:00'), end: utc('2026-03-02T11:00') },
    });
    expect(before).toBe('000000000');
    expect(at(listed((await ask([alice.mail])).body)[0], 'availabilityView')).toBe('020000000');
  });

  it.each(['Europe/Berlin', 'W. Europe Standard Time'])(
    'writes times in the zone of Prefer: %s',
    async (zone) => {
      const answer = await ask([bob.mail], {}, { Prefer: `outlook.timezone="${zone}"` });
      expect(at(listed(answer.body)[0], 'scheduleItems', 0, 'start')).toEqual({
        dateTime: '2026-03-02T09:30:00.0000000',
        timeZone: zone,
      });
      expect(answer.headers.get('preference-applied')).toBe(`outlook.timezone="${zone}"`);
    },
  );

  it.each([
    [
      'more than 20 people',
      { schedules: Array.from({ length: 21 }, (_unused, count) => `p${count}@contoso.example`) },
    ],
    ['more than 62 days', { endTime: utc('2026-05-04T09:00:00') }],
    ['an end before the start', { endTime: utc('2026-03-01T09:00:00') }],
    ['an interval under 5 minutes', { availabilityViewInterval: 4 }],
    [
      'a zone that nobody knows',
      { startTime: { dateTime: '2026-03-02T09:00:00', timeZone: 'Mars/Olympus' } },
    ],
    ['an unknown parameter', { schedule: [] }],
  ])('refuses %s with 400', async (_title, more) => {
    expect((await ask([bob.mail], more)).status).toBe(400);
  });
});
