import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { signIn } from '../../../mcp/clients/sign-in/sign-in.ts';
import { pickPerson } from '../../support/browser-less-sign-in.ts';
import { legacyClient, modernClient } from '../../support/mcp-clients.ts';
import { dayFromNow, freshKey, someone } from '../../support/meeting-world.ts';
import type { CompanyStack } from './company-stack.ts';
import { startCompanyStack } from './company-stack.ts';

const alice = someone('alice');
const bob = someone('bob');
const carol = someone('carol');
/** Far less than the day after which a booked meeting looks by itself. */
const soon = { timeout: 20_000, interval: 200 };

type Body = Readonly<Record<string, unknown>>;

describe('what is done in Outlook, over the processes of npm start', () => {
  let stack: CompanyStack;
  const tokens = new Map<string, string>();
  let weeks = 0;

  beforeAll(async () => {
    stack = await startCompanyStack();
    for (const person of [alice, bob]) {
      const { accessToken } = await signIn({
        serverUrl: `${stack.agentsUrl}/mcp`,
        scopes: ['meetings.read', 'meetings.write', 'meetings.respond', 'calendars.read'],
        show: (address) => void pickPerson(address, person.id),
      });
      tokens.set(person.id, accessToken);
    }
  }, 180_000);
  afterAll(() => stack.close(), 60_000);

  async function intent(name: string, who: string, body: object): Promise<Body> {
    const response = await fetch(`${stack.agentsUrl}/intents/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${tokens.get(who) ?? ''}` },
      body: JSON.stringify(body),
    });
    const answer = (await response.json()) as Body;
    if (answer['ok'] !== true) throw new Error(JSON.stringify(answer));
    return answer;
  }

  const meeting = (meetingId: string) =>
    intent('meeting.get', alice.id, { meetingId, timeZone: 'Europe/Berlin' });

  /** An appointment in somebody's calendar by its title, with what the stack's Graph says of it. */
  async function eventOf(ownerId: string, title: string): Promise<{ readonly id: string }> {
    const filter = encodeURIComponent(`subject eq '${title}'`);
    const { value } = (await stack.graph(`/users/${ownerId}/events?$filter=${filter}`)) as {
      value: { id: string }[];
    };
    const [event] = value;
    if (event === undefined) throw new Error(`There is no event "${title}".`);
    return event;
  }

  /** A meeting of Alice with Bob that is in the calendar, and told of. */
  async function booked(title: string): Promise<string> {
    weeks += 1;
    const { meetingId } = await intent('meeting.propose', alice.id, {
      title,
      durationMinutes: 30,
      timeZone: 'Europe/Berlin',
      attendees: [bob.mail],
      windows: [dayFromNow(7 * weeks + 21, 7, 9)],
      idempotencyKey: freshKey(),
    });
    const id = String(meetingId);
    await expect.poll(async () => (await meeting(id))['proposedSlots'], soon).not.toEqual([]);
    await intent('meeting.respond', bob.id, {
      meetingId: id,
      timeZone: 'Europe/Berlin',
      answer: 'yes',
      idempotencyKey: freshKey(),
    });
    await expect.poll(async () => (await meeting(id))['status'], soon).toBe('confirmed');
    return id;
  }

  async function subscriptions(): Promise<readonly { readonly resource: string }[]> {
    return ((await stack.graph('/subscriptions')) as { value: { resource: string }[] }).value;
  }

  it('a decline reaches the organizer', async () => {
    const meetingId = await booked('Declined in Outlook');
    const ofAlice = async () =>
      (await subscriptions()).filter(({ resource }) => resource.includes(alice.id)).length;
    await expect.poll(ofAlice, soon).toBe(1);
    const { id } = await eventOf(bob.id, 'Declined in Outlook');
    await stack.graph(`/users/${bob.id}/events/${id}/decline`, {
      method: 'POST',
      body: { sendResponse: true },
    });
    const startedMs = performance.now();
    await expect
      .poll(async () => JSON.stringify(await meeting(meetingId)), soon)
      .toContain('Bob Keller declined in their calendar.');
    console.log(`a decline in Outlook was told after ${Math.round(performance.now() - startedMs)} ms`);
  }, 120_000);

  it('the booking moves with its event, at the cost of no further subscription', async () => {
    const meetingId = await booked('Moved in Outlook');
    const { id } = await eventOf(alice.id, 'Moved in Outlook');
    const day = dayFromNow(7 * weeks + 23, 9, 1).start.slice(0, 10);
    await stack.graph(`/users/${alice.id}/events/${id}`, {
      method: 'PATCH',
      body: {
        start: { dateTime: `${day}T09:00:00`, timeZone: 'UTC' },
        end: { dateTime: `${day}T09:30:00`, timeZone: 'UTC' },
      },
    });
    await expect
      .poll(async () => (await meeting(meetingId))['confirmedSlot'], soon)
      .toMatchObject({ start: `${day}T09:00:00.000Z` });
    expect(await subscriptions()).toHaveLength(1);
  }, 120_000);

  it('subscribers of a calendar are told to read it again', async () => {
    const day = dayFromNow(9, 9, 1).start.slice(0, 10);
    const uri = `calendar://${carol.mail}/${day}`;
    const token = tokens.get(alice.id) ?? '';
    const heard = { modern: 0, legacy: 0 };
    const modern = await modernClient(stack.agentsUrl, token);
    modern.setNotificationHandler('notifications/resources/updated', ({ params }) => {
      if (params.uri === uri) heard.modern += 1;
    });
    const nowhere = `calendar://nobody@nowhere.example/${day}`;
    const listening = await modern.listen({ resourceSubscriptions: [uri, nowhere] });
    expect(listening.honoredFilter).toMatchObject({ resourceSubscriptions: [uri] });
    const legacy = await legacyClient(stack.agentsUrl, token);
    const { ResourceUpdatedNotificationSchema } = await import('@modelcontextprotocol/sdk/types.js');
    legacy.setNotificationHandler(ResourceUpdatedNotificationSchema, ({ params }) => {
      if (params.uri === uri) heard.legacy += 1;
    });
    await legacy.subscribeResource({ uri });
    await expect(legacy.subscribeResource({ uri: nowhere })).rejects.toThrow();

    const busy = async (): Promise<string> => {
      const { contents } = await modern.readResource({ uri });
      return JSON.stringify(contents);
    };
    expect(await busy()).not.toContain(`${day}T18:15`);
    await stack.graph(`/users/${carol.id}/events`, {
      method: 'POST',
      body: {
        subject: 'Dentist',
        start: { dateTime: `${day}T18:15:00`, timeZone: 'UTC' },
        end: { dateTime: `${day}T18:45:00`, timeZone: 'UTC' },
      },
    });
    await expect.poll(() => heard, soon).toEqual({ modern: 1, legacy: 1 });
    expect(await busy()).toContain(`${day}T18:15`);
    await listening.close();
    await modern.close();
    await legacy.close();
  }, 120_000);
});
