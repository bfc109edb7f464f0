import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CommandInput } from '../../workflows/contract/commands/commands.ts';
import { minuteMs } from '../../workflows/domain/time/instant.ts';
import { later } from '../../workflows/domain/time/later.ts';
import type { MeetingWorld } from '../support/meeting-world.ts';
import {
  aRequest,
  answer,
  ask,
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

let world: MeetingWorld;
beforeAll(async () => {
  world = await openMeetingWorld();
});
afterAll(async () => {
  await world.close();
});

async function booked(title: string, days: number) {
  const asked = await ask(world, aRequest(alice, [required(bob)], dayFromNow(days, 8, 9), { title }));
  await answer(world, bob, asked, 'yes');
  await expect
    .poll(async () => (await world.ports.projections.snapshot(asked.meetingId))?.status)
    .toBe('confirmed');
  return world.until(asked.meetingId, () => true);
}

function edit(meetingId: string, edits: Partial<CommandInput<'edit'>>) {
  return world.meetings.edit(asPerson(alice), { idempotencyKey: freshKey(), ...edits, meetingId });
}

const blockedAfter = async (title: string, start: string) =>
  world.graph.call('POST', `/users/${bob.id}/events`, {
    body: {
      subject: title,
      start: { dateTime: start.slice(0, 19), timeZone: 'UTC' },
      end: { dateTime: later(start, 30).slice(0, 19), timeZone: 'UTC' },
    },
  });

it('a booked event is changed in place, and what others changed in it stays', async () => {
  const { meetingId, booking } = await booked('Budget', 7);
  const [event] = await world.eventsOf(alice, 'Budget');
  const path = `/users/${alice.id}/events/${String(event?.['id'])}`;
  const body = { contentType: 'text', content: 'Bring your figures.' };
  await world.graph.call('PATCH', path, { body: { body, importance: 'high' } });
  const view = valueOf(
    await edit(meetingId, { title: 'Plan', place: 'the lobby', isOnlineMeeting: true, durationMinutes: 60 }),
  );
  const end = later(booking?.slot.start ?? '', 60);
  expect(view).toMatchObject({ title: 'Plan', place: 'the lobby', booking: { slot: { end } } });
  expect(view.booking?.joinUrl).toMatch(/^https?:/);
  expect(await world.eventsOf(alice, 'Budget')).toEqual([]);
  expect(await world.eventsOf(alice, 'Plan')).toMatchObject([
    { iCalUId: booking?.iCalUId, location: { displayName: 'the lobby' }, importance: 'high' },
  ]);
  expect(await world.eventsOf(bob, 'Plan')).toMatchObject([
    { end: { dateTime: expect.stringContaining(end.slice(0, 19)) as unknown }, bodyPreview: body.content },
  ]);
  const meeting = world.client.workflow.getHandle(meetingId);
  expect((await meeting.describe()).memo).toEqual({ title: 'Plan' });
  const entry = view.history.find(({ action }) => action === 'edited');
  valueOf(
    await edit(meetingId, entry?.action === 'edited' ? { ...entry.before, isOnlineMeeting: undefined } : {}),
  );
  expect(await world.eventsOf(bob, 'Budget')).toMatchObject([{ location: { displayName: '' } }]);
  await keepHistory(world, 'edited', meetingId);
});

it('a longer booked meeting is refused where somebody is busy after it, and nothing changes', async () => {
  const { meetingId, booking } = await booked('Long', 8);
  await blockedAfter('Next', booking?.slot.end ?? '');
  const idempotencyKey = freshKey();
  const refused = await edit(meetingId, { durationMinutes: 60, title: 'Longer', idempotencyKey });
  expect(refused).toMatchObject({
    ok: false,
    problem: { reason: 'notFreeThatLong', names: bob.displayName, path: 'durationMinutes' },
  });
  const view = await world.until(meetingId, () => true);
  expect(view).toMatchObject({ title: 'Long', booking: { slot: booking?.slot } });
  expect(await world.eventsOf(bob, 'Long')).toHaveLength(1);
  // The answer has said it.
  expect(world.messages.told(meetingId, alice.id).filter((news) => /no longer free/.test(news))).toEqual([]);
  // What was refused was not done: it may be asked for again, when Bob has time.
  const [next] = await world.eventsOf(bob, 'Next');
  await world.graph.call('DELETE', `/users/${bob.id}/events/${String(next?.['id'])}`);
  const again = valueOf(await edit(meetingId, { durationMinutes: 60, seenVersion: view.version }));
  expect(again.durationMinutes).toBe(60);
});

it('a proposed meeting that gets longer is asked about again at the same start', async () => {
  const request = aRequest(alice, [required(bob)], dayFromNow(9, 8, 9), { title: 'Grows' });
  const asked = await ask(world, request);
  const { meetingId } = asked;
  valueOf(await edit(meetingId, { durationMinutes: 90, place: 'Café Central' }));
  const second = await world.until(meetingId, isAsked(2));
  const [before, now] = [asked.proposal?.slots[0], second.proposal?.slots[0]];
  expect(now?.start).toBe(before?.start);
  expect((Date.parse(now?.end ?? '') - Date.parse(now?.start ?? '')) / minuteMs).toBe(90);
  await answer(world, bob, second, 'yes');
  await world.until(meetingId, ({ status }) => status === 'confirmed');
  expect(await world.eventsOf(bob, 'Grows')).toMatchObject([{ location: { displayName: 'Café Central' } }]);
});

it('a change whose answer was lost is no conflict with itself when it is repeated', async () => {
  const { meetingId } = await booked('Repeated', 10);
  world.graph.addFault({ method: 'PATCH', path: '/events/', cut: 'after' });
  expect(valueOf(await edit(meetingId, { durationMinutes: 60 })).durationMinutes).toBe(60);
});

it('is made as soon as a calendar that is away is back, and says so meanwhile', async () => {
  const { meetingId } = await booked('Patient', 11);
  world.graph.addFault({ method: 'PATCH', path: '/events/', status: 503, times: 1000 });
  const waiting = await edit(meetingId, { title: 'Patience' });
  expect(waiting).toMatchObject({ ok: false, problem: { reason: 'editUnderWay' } });
  expect((await world.until(meetingId, () => true)).title).toBe('Patient');
  world.graph.clearFaults();
  await world.until(meetingId, ({ title }) => title === 'Patience');
  expect(await world.eventsOf(bob, 'Patience')).toHaveLength(1);
}, 60_000);

it('a meeting that is cancelled while it is being edited ends, whoever waits', async () => {
  const { meetingId } = await booked('Short-lived', 13);
  const [, , cancelled] = await Promise.all([
    edit(meetingId, { title: 'Renamed' }),
    edit(meetingId, { place: 'the lobby' }),
    world.meetings.cancel(asPerson(alice), { meetingId, idempotencyKey: freshKey() }),
  ]);
  expect(valueOf(cancelled).status).toBe('cancelled');
  await world.client.workflow.getHandle(meetingId).result();
});

it('an event that is gone is not edited, and the answer says so', async () => {
  const { meetingId } = await booked('Gone', 12);
  const [event] = await world.eventsOf(alice, 'Gone');
  await world.graph.call('DELETE', `/users/${alice.id}/events/${String(event?.['id'])}`);
  expect(await edit(meetingId, { title: 'Away' })).toMatchObject({
    ok: false,
    problem: { reason: 'eventNotEdited', problem: 'notFound' },
  });
});
