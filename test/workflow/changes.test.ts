import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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
const carol = someone('carol');

describe('the organizer changes a meeting', () => {
  let world: MeetingWorld;
  beforeAll(async () => {
    world = await openMeetingWorld();
  });
  afterAll(async () => {
    await world.close();
  });

  const cancel = async (meetingId: string) =>
    valueOf(
      await world.meetings.cancel(asPerson(alice), {
        meetingId,
        reason: 'No longer needed',
        idempotencyKey: freshKey(),
      }),
    );

  it('cancels it while it is proposed: the hold goes', async () => {
    const asked = await ask(world, aRequest(alice, [required(bob)], dayFromNow(7, 8, 9), { title: 'Off' }));
    const over = await cancel(asked.meetingId);
    expect(over).toMatchObject({
      status: 'cancelled',
      outcome: { kind: 'cancelled', by: alice.id, reason: 'No longer needed' },
    });
    await expect.poll(() => world.eventsOf(alice, 'Hold: Off')).toHaveLength(0);
    await keepHistory(world, 'cancelled-proposed', asked.meetingId);
  });

  it('cancels it while times are being searched', async () => {
    world.graph.addFault({ path: 'getSchedule|\\$batch', latencyMs: 800, times: 1 });
    const { meetingId } = valueOf(
      await world.meetings.propose(asPerson(alice), {
        request: aRequest(alice, [required(bob)], dayFromNow(8, 8, 9), { title: 'Off early' }),
        idempotencyKey: freshKey(),
      }),
    );
    await cancel(meetingId);
    await world.client.workflow.getHandle(meetingId).result();
    expect(await world.eventsOf(alice, 'Hold: Off early')).toHaveLength(0);
    expect(world.messages.of(meetingId, 'ask')).toHaveLength(0);
    world.graph.clearFaults();
    await keepHistory(world, 'cancelled-searching', meetingId);
  });

  it('cancels it while it is being booked, and the event that came of it goes', async () => {
    const asked = await ask(
      world,
      aRequest(alice, [required(bob)], dayFromNow(9, 8, 9), { title: 'Off late' }),
    );
    world.graph.addFault({ method: 'POST', path: '/users/[^/]+/(calendar/)?events$', latencyMs: 1000 });
    await answer(world, bob, asked, 'yes');
    await cancel(asked.meetingId);
    await world.client.workflow.getHandle(asked.meetingId).result();
    world.graph.clearFaults();
    expect(await world.eventsOf(alice, 'Off late')).toHaveLength(0);
    expect(await world.eventsOf(alice, 'Hold: Off late')).toHaveLength(0);
    await keepHistory(world, 'cancelled-booking', asked.meetingId);
  });

  it('cancels it once booked: event, tasks and reservation go, and a second time is a conflict', async () => {
    const window = dayFromNow(10, 8, 1);
    const asked = await ask(world, aRequest(alice, [required(bob)], window, { title: 'Off booked' }));
    await answer(world, bob, asked, 'yes');
    const { meetingId } = await world.until(asked.meetingId, ({ status }) => status === 'confirmed');
    const prepare = async () =>
      (await world.ports.tasks?.list({}))?.filter(({ title }) => title.endsWith('Off booked'));
    await expect.poll(prepare).toHaveLength(1);
    await cancel(meetingId);
    await world.client.workflow.getHandle(meetingId).result();
    expect(await world.eventsOf(alice, 'Off booked')).toHaveLength(0);
    expect(await prepare()).toHaveLength(0);
    const free = await world.ports.reservations.reserve({
      holder: 'somebody else',
      people: [alice.id, bob.id],
      slot: asked.proposal?.slots[0] ?? window,
      ttlMs: 1000,
    });
    expect(free).toEqual({ ok: true });
    const again = await world.meetings.cancel(asPerson(alice), { meetingId, idempotencyKey: freshKey() });
    expect(again).toMatchObject({ ok: false, problem: { code: 'precondition_failed' } });
    await keepHistory(world, 'cancelled-confirmed', meetingId);
  });

  it('moves it once booked: the same event, at a time that is asked for anew', async () => {
    const asked = await ask(
      world,
      aRequest(alice, [required(bob)], dayFromNow(11, 8, 9), { title: 'Moved' }),
    );
    await answer(world, bob, asked, 'yes');
    const { meetingId } = asked;
    const booked = await world.until(meetingId, ({ status }) => status === 'confirmed');
    const moving = valueOf(
      await world.meetings.reschedule(asPerson(alice), {
        meetingId,
        windows: [dayFromNow(14, 8, 9)],
        idempotencyKey: freshKey(),
      }),
    );
    expect(moving.booking?.eventId).toBe(booked.booking?.eventId);
    const second = await world.until(meetingId, isAsked(2));
    await answer(world, bob, second, 'yes');
    const moved = await world.until(meetingId, ({ status }) => status === 'confirmed');
    expect(moved.booking?.slot.start).toBe(second.proposal?.slots[0]?.start);
    const [event, ...others] = await world.eventsOf(alice, 'Moved');
    expect(others).toEqual([]);
    expect(event?.['iCalUId']).toBe(booked.booking?.iCalUId);
    expect((event?.['start'] as { dateTime: string }).dateTime.slice(0, 16)).toBe(
      moved.booking?.slot.start.slice(0, 16),
    );
    await keepHistory(world, 'rescheduled', meetingId);
  });

  it('adds somebody: who has answered keeps the answer, only the newcomer is asked', async () => {
    const asked = await ask(
      world,
      aRequest(alice, [required(bob)], dayFromNow(15, 9, 6), {
        title: 'Joined',
        policy: { confirmation: 'organizer' },
      }),
    );
    const { meetingId } = asked;
    await answer(world, bob, asked, 'yes');
    valueOf(
      await world.meetings.changeAttendees(asPerson(alice), {
        meetingId,
        add: [required(carol)],
        remove: [],
        idempotencyKey: freshKey(),
      }),
    );
    const second = await world.until(
      meetingId,
      (view) => view.proposal?.round === 2 && view.attendees.every(({ reachedBy }) => reachedBy === 'teams'),
    );
    expect(second.attendees.map(({ approval }) => approval)).toEqual(['approved', 'pending']);
    expect(world.messages.of(meetingId, 'ask').map(({ recipientId }) => recipientId)).toEqual([
      bob.id,
      carol.id,
    ]);
    const left = valueOf(
      await world.meetings.changeAttendees(asPerson(alice), {
        meetingId,
        add: [],
        remove: [carol.id],
        idempotencyKey: freshKey(),
      }),
    );
    expect(left.choice?.reason).toBe('confirm');
    await cancel(meetingId);
    await keepHistory(world, 'attendees-changed', meetingId);
  });

  it('adds somebody to a booked meeting: one event with everybody once the newcomer approves', async () => {
    const asked = await ask(
      world,
      aRequest(alice, [required(bob)], dayFromNow(16, 9, 6), { title: 'Joined late' }),
    );
    const { meetingId } = asked;
    await answer(world, bob, asked, 'yes');
    await world.until(meetingId, ({ status }) => status === 'confirmed');
    valueOf(
      await world.meetings.changeAttendees(asPerson(alice), {
        meetingId,
        add: [required(carol)],
        remove: [],
        idempotencyKey: freshKey(),
      }),
    );
    const second = await world.until(meetingId, isAsked(2));
    expect(second.proposal?.slots[0]?.start).toBe(asked.proposal?.slots[0]?.start);
    await answer(world, carol, second, 'yes');
    await world.until(meetingId, ({ status }) => status === 'confirmed');
    await expect.poll(() => world.eventsOf(alice, 'Joined late')).toHaveLength(1);
    const [event] = await world.eventsOf(alice, 'Joined late');
    expect(JSON.stringify(event?.['attendees'])).toContain(carol.mail);
    await keepHistory(world, 'attendee-added-booked', meetingId);
  });
});
