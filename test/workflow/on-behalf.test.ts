import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeMeeting } from '../../bot/words/describe-meeting.ts';
import { createMeetings } from '../../workers/client/create-meetings.ts';
import { createOperations } from '../../workers/client/operations/operations.ts';
import type { MeetingWorld } from '../support/meeting-world.ts';
import {
  aRequest,
  answer,
  asPerson,
  dayFromNow,
  freshKey,
  isAsked,
  keepHistory,
  openMeetingWorld,
  required,
  someone,
  valueOf,
} from '../support/meeting-world.ts';

const alice = someone('alice');
const bob = someone('bob');
const dan = someone('dan');

let world: MeetingWorld;
beforeAll(async () => {
  world = await openMeetingWorld();
});
afterAll(async () => {
  await world.close();
});

const permissions = `/users/${dan.id}/calendar/calendarPermissions`;

async function makeDelegate(): Promise<string> {
  const { body } = await world.graph.call('POST', permissions, {
    body: {
      role: 'delegateWithoutPrivateEventAccess',
      emailAddress: { name: alice.displayName, address: alice.mail },
      isInsideOrganization: true,
      isRemovable: true,
    },
  });
  return String((body as { readonly id: unknown }).id);
}

function forDan(days: number, title: string) {
  const request = aRequest(dan, [required(bob)], dayFromNow(days, 8, 9), { title });
  return world.meetings.propose(asPerson(alice), { request, idempotencyKey: freshKey() });
}

it('who is no delegate proposes nothing in another’s name', async () => {
  expect(await forDan(7, 'Not allowed')).toMatchObject({
    ok: false,
    problem: { code: 'forbidden', reason: 'notDelegate', organizer: dan.displayName },
  });
  expect(await world.meetings.mayArrangeFor(asPerson(alice), { organizer: dan })).toBe(false);
});

it('a delegate asks in the organizer’s name and commands, for as long as they are one', async () => {
  const permissionId = await makeDelegate();
  const { meetingId } = valueOf(await forDan(8, 'For Dan'));
  const asked = await world.until(meetingId, isAsked(1));
  expect(asked).toMatchObject({ organizer: { id: dan.id }, requestedBy: { id: alice.id } });
  expect(asked.history[0]).toMatchObject({ action: 'requested', personId: alice.id });
  const listed = valueOf(await world.meetings.list(asPerson(alice), { which: 'all', pageSize: 10 }));
  expect(listed.meetings.map((one) => one.meetingId)).toEqual([meetingId]);
  await answer(world, bob, asked, 'yes');
  await expect
    .poll(async () => (await world.ports.projections.snapshot(meetingId))?.status)
    .toBe('confirmed');
  expect(await world.eventsOf(dan, 'For Dan')).toMatchObject([{ isOrganizer: true }]);
  expect(await world.eventsOf(alice, 'For Dan')).toEqual([]);
  const edited = valueOf(
    await world.meetings.edit(asPerson(alice), {
      meetingId,
      title: 'For Dan too',
      idempotencyKey: freshKey(),
    }),
  );
  expect(edited.history.at(-1)).toMatchObject({ action: 'edited', personId: alice.id });
  await world.graph.call('DELETE', `${permissions}/${permissionId}`);
  expect(
    await world.meetings.cancel(asPerson(alice), { meetingId, idempotencyKey: freshKey() }),
  ).toMatchObject({ ok: false, problem: { reason: 'notDelegate' } });
  expect(await world.meetings.cancel(asPerson(bob), { meetingId, idempotencyKey: freshKey() })).toMatchObject(
    { ok: false, problem: { reason: 'onlyOrganizer' } },
  );
  expect((await world.meetings.get(asPerson(alice), { meetingId })).ok).toBe(true);
  valueOf(await world.meetings.cancel(asPerson(dan), { meetingId, idempotencyKey: freshKey() }));
  await world.client.workflow.getHandle(meetingId).result();
  await keepHistory(world, 'for-somebody-else', meetingId);
});

it('an organizer who does not attend is neither looked at nor kept busy', async () => {
  const window = dayFromNow(9, 11, 1);
  await world.graph.call('POST', `/users/${alice.id}/events`, {
    body: {
      subject: 'Busy',
      start: { dateTime: window.start.slice(0, 19), timeZone: 'UTC' },
      end: { dateTime: window.end.slice(0, 19), timeZone: 'UTC' },
    },
  });
  const operations = createOperations({
    ...world.ports,
    meetings: world.meetings,
    describe: describeMeeting,
  });
  const proposed = valueOf(
    await operations.execute('propose', asPerson(alice), {
      title: 'Without Alice',
      durationMinutes: 60,
      timeZone: 'UTC',
      attendees: [bob.mail, dan.mail],
      windows: [window],
      organizerAttends: false,
      withoutAsking: true,
    }),
  ) as { readonly meetingId: string };
  const view = await world.until(proposed.meetingId, ({ status }) => status === 'confirmed');
  expect(view).toMatchObject({ organizerAttends: false, booking: { slot: { start: window.start } } });
  expect(await world.eventsOf(bob, 'Without Alice')).toHaveLength(1);
});

it('an installation may list delegates itself', async () => {
  const delegates = [`${alice.mail} = ${bob.mail.toUpperCase()}`];
  const meetings = createMeetings({ ...world.ports, temporal: world.client, delegates });
  expect(await meetings.mayArrangeFor(asPerson(alice), { organizer: bob })).toBe(true);
  expect(await meetings.mayArrangeFor(asPerson(bob), { organizer: alice })).toBe(false);
});
