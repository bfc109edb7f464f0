import { afterAll, beforeAll, expect, it } from 'vitest';
import type { MeetingWorld } from '../support/meeting-world.ts';
import {
  aRequest,
  asPerson,
  dayFromNow,
  freshKey,
  keepHistory,
  openMeetingWorld,
  required,
  someone,
  valueOf,
} from '../support/meeting-world.ts';

const alice = someone('alice');
const bob = someone('bob');
const carol = someone('carol');

let world: MeetingWorld;
beforeAll(async () => {
  world = await openMeetingWorld();
});
afterAll(async () => {
  await world.close();
});

it('without asking, the chosen time is booked at once, and nobody but the calendar tells', async () => {
  const request = aRequest(alice, [required(bob), required(carol)], dayFromNow(7, 8, 9), {
    title: 'Just booked',
    policy: { approval: { kind: 'none' } },
  });
  const { meetingId } = valueOf(
    await world.meetings.propose(asPerson(alice), { request, idempotencyKey: freshKey() }),
  );
  const view = await world.until(meetingId, ({ status }) => status === 'confirmed');
  expect(view.history.map(({ action }) => action)).toEqual(['requested', 'confirmed']);
  expect(await world.eventsOf(bob, 'Just booked')).toMatchObject([
    { responseStatus: { response: 'notResponded' } },
  ]);
  expect(world.messages.told(meetingId, bob.id)).toEqual([]);
  await expect
    .poll(async () => (await world.ports.projections.snapshot(meetingId))?.status)
    .toBe('confirmed');
  valueOf(await world.meetings.cancel(asPerson(alice), { meetingId, idempotencyKey: freshKey() }));
  await world.client.workflow.getHandle(meetingId).result();
  await keepHistory(world, 'booked-unasked', meetingId);
});

it('agents have to ask, unless the installation says otherwise', async () => {
  const request = aRequest(alice, [required(bob)], dayFromNow(8, 8, 9), {
    title: 'By an agent',
    policy: { approval: { kind: 'none' } },
  });
  const agent = { kind: 'agent', clientId: 'agent', onBehalfOf: alice.id, surface: 'mcp' } as const;
  expect(await world.meetings.propose(agent, { request, idempotencyKey: freshKey() })).toMatchObject({
    ok: false,
    problem: { code: 'requires_approval', reason: 'askFirst' },
  });
  expect(await world.eventsOf(alice, 'By an agent')).toEqual([]);
});
