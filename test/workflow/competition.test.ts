import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MeetingView } from '../../workflows/domain/meeting/view.ts';
import { companyPeople } from '../../infra/graph-emulator/company.ts';
import { slotKey } from '../../workflows/domain/time/slot.ts';
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

const bob = someone('bob');
const alice = someone('alice');
const organizers = companyPeople
  .filter(({ timeZone, givenName }) => /Europe/.test(timeZone) && givenName !== 'Bob')
  .map(({ givenName }) => someone(givenName.toLowerCase()));

describe('two meetings want the same hour', () => {
  let world: MeetingWorld;
  beforeAll(async () => {
    world = await openMeetingWorld();
  });
  afterAll(async () => {
    await world.close();
  });

  it('of forty for one free hour one is booked, and nothing is left of the others', async () => {
    const window = dayFromNow(7, 10, 1);
    const proposed = await Promise.all(
      Array.from({ length: 40 }, async (_, index) => {
        const organizer = organizers[index % organizers.length] ?? alice;
        const request = aRequest(organizer, [required(bob)], window, {
          title: `Competitor ${index}`,
          durationMinutes: 60,
        });
        const view = valueOf(
          await world.meetings.propose(asPerson(organizer), { request, idempotencyKey: freshKey() }),
        );
        return { organizer, meetingId: view.meetingId };
      }),
    );
    const isSettled = ({ status, choice }: MeetingView): boolean =>
      status === 'confirmed' || status === 'unschedulable' || choice !== undefined;
    const ends = await Promise.all(
      proposed.map(async ({ meetingId }) => {
        const asked = await world.until(meetingId, (view) => isSettled(view) || isAsked(1)(view));
        if (asked.status === 'proposed' && asked.choice === undefined) {
          await answer(world, bob, asked, 'yes').catch(() => undefined);
        }
        return world.until(meetingId, isSettled);
      }),
    );
    const booked = ends.filter(({ status }) => status === 'confirmed');
    expect(booked).toHaveLength(1);
    for (const end of ends) {
      if (end.status !== 'confirmed') expect(end.choice?.reason).toMatch(/\w+/);
    }
    for (const { meetingId, organizer } of proposed) {
      if (meetingId === booked[0]?.meetingId) continue;
      valueOf(await world.meetings.cancel(asPerson(organizer), { meetingId, idempotencyKey: freshKey() }));
      await world.client.workflow.getHandle(meetingId).result();
    }
    const events = (await Promise.all([...organizers, bob].map((person) => eventsAt(person.id)))).flat();
    const subjects = new Set(events.map(({ subject }) => subject));
    expect([...subjects]).toEqual([booked[0]?.title]);

    async function eventsAt(id: string): Promise<{ subject: string }[]> {
      const { body } = await world.graph.call(
        'GET',
        `/users/${id}/calendarView?startDateTime=${window.start}&endDateTime=${window.end}`,
      );
      return (body as { value: { subject: string }[] }).value;
    }
  }, 120_000);

  it('an hour that was taken outside meanwhile is not booked; another is found and asked for', async () => {
    const asked = await ask(world, aRequest(alice, [required(bob)], dayFromNow(8, 9, 6), { title: 'Taken' }));
    const [slot] = asked.proposal?.slots ?? [];
    await world.graph.call('POST', `/users/${bob.id}/events`, {
      body: {
        subject: 'Sudden',
        start: { dateTime: slot?.start.slice(0, 19), timeZone: 'UTC' },
        end: { dateTime: slot?.end.slice(0, 19), timeZone: 'UTC' },
      },
    });
    await answer(world, bob, asked, 'yes');
    const second = await world.until(asked.meetingId, isAsked(2));
    expect(second.history.map(({ action }) => action)).toContain('conflict');
    expect(second.proposal?.slots.map(slotKey)).not.toContain(slot === undefined ? '' : slotKey(slot));
    await answer(world, bob, second, 'yes');
    await world.until(asked.meetingId, ({ status }) => status === 'confirmed');
    expect(await world.eventsOf(alice, 'Taken')).toHaveLength(1);
    await keepHistory(world, 'conflict-at-booking', asked.meetingId);
  });

  it('the organizer learns of a permanent refusal, and the meeting can still be cancelled', async () => {
    const asked = await ask(
      world,
      aRequest(alice, [required(bob)], dayFromNow(9, 9, 6), { title: 'Forbidden' }),
    );
    world.graph.addFault({ method: 'POST', path: `/users/[^/]+/(calendar/)?events$`, status: 403, times: 5 });
    await answer(world, bob, asked, 'yes');
    const told = await world.until(asked.meetingId, ({ choice }) => choice !== undefined);
    expect(told.warnings).toMatchObject([{ kind: 'service' }]);
    world.graph.clearFaults();
    const { meetingId } = asked;
    valueOf(await world.meetings.cancel(asPerson(alice), { meetingId, idempotencyKey: freshKey() }));
    await world.client.workflow.getHandle(meetingId).result();
    expect(await world.eventsOf(alice, 'Hold: Forbidden')).toHaveLength(0);
    await keepHistory(world, 'booking-refused', meetingId);
  });

  it('holds that were written before the asking failed go when the meeting is cancelled', async () => {
    const title = 'Asked in vain';
    world.messages.givenUp.add(bob.id);
    const request = aRequest(alice, [required(bob)], dayFromNow(12, 9, 6), { title });
    const { meetingId } = valueOf(
      await world.meetings.propose(asPerson(alice), { request, idempotencyKey: freshKey() }),
    );
    const { warnings } = await world.until(meetingId, (view) => view.warnings.length > 0);
    world.messages.givenUp.clear();
    expect(warnings).toMatchObject([
      { kind: 'service', problem: { service: 'teams', reason: 'unavailable' } },
    ]);
    expect(await world.eventsOf(alice, `Hold: ${title}`)).toHaveLength(1);
    valueOf(await world.meetings.cancel(asPerson(alice), { meetingId, idempotencyKey: freshKey() }));
    await world.client.workflow.getHandle(meetingId).result();
    expect(await world.eventsOf(alice, `Hold: ${title}`)).toHaveLength(0);
    await keepHistory(world, 'asked-in-vain', meetingId);
  });

  it.each([
    { end: 'cancelled', title: 'Lost hold then cancelled' },
    { end: 'booked', title: 'Lost hold then booked' },
  ])(
    'a hold that was written while its answer was lost goes when the meeting is $end',
    async ({ end, title }) => {
      const path = `/users/[^/]+/(calendar/)?events$`;
      world.graph.addFault({ method: 'POST', path, cut: 'after', times: 1 });
      world.graph.addFault({ method: 'POST', path, status: 403, times: 1 });
      const asked = await ask(world, aRequest(alice, [required(bob)], dayFromNow(11, 9, 6), { title }));
      expect(asked.warnings).toMatchObject([{ kind: 'service' }]);
      expect(await world.eventsOf(alice, `Hold: ${title}`)).toHaveLength(1);
      const { meetingId } = asked;
      if (end === 'booked') {
        await answer(world, bob, asked, 'yes');
        await world.until(meetingId, ({ status }) => status === 'confirmed');
        await expect.poll(() => world.eventsOf(alice, `Hold: ${title}`)).toHaveLength(0);
      }
      valueOf(await world.meetings.cancel(asPerson(alice), { meetingId, idempotencyKey: freshKey() }));
      await world.client.workflow.getHandle(meetingId).result();
      expect(await world.eventsOf(alice, `Hold: ${title}`)).toHaveLength(0);
    },
  );

  it.each([
    {
      decision: 'cancels',
      title: 'Lost then cancelled',
      decide: async ({ meetingId }: MeetingView) => {
        valueOf(await world.meetings.cancel(asPerson(alice), { meetingId, idempotencyKey: freshKey() }));
        await world.client.workflow.getHandle(meetingId).result();
      },
      events: 0,
    },
    {
      decision: 'chooses another time',
      title: 'Lost then elsewhere',
      decide: async ({ meetingId, proposal }: MeetingView) => {
        const start = new Date(Date.parse(proposal?.slots[0]?.end ?? '') + 3_600_000).toISOString();
        const slots = [{ start, end: new Date(Date.parse(start) + 1_800_000).toISOString() }];
        valueOf(
          await world.meetings.chooseSlots(asPerson(alice), {
            meetingId,
            slots,
            idempotencyKey: freshKey(),
          }),
        );
        await answer(world, bob, await world.until(meetingId, isAsked(2)), 'yes');
        await world.until(meetingId, ({ status }) => status === 'confirmed');
      },
      events: 1,
    },
  ])(
    'an event that was written while its answer was lost goes when the organizer $decision',
    async ({ title, decide, events }) => {
      const asked = await ask(world, aRequest(alice, [required(bob)], dayFromNow(10, 9, 6), { title }));
      const path = `/users/[^/]+/(calendar/)?events$`;
      world.graph.addFault({ method: 'POST', path, cut: 'after', times: 1 });
      world.graph.addFault({ method: 'POST', path, status: 403, times: 5 });
      await answer(world, bob, asked, 'yes');
      const told = await world.until(asked.meetingId, ({ choice }) => choice !== undefined);
      expect(await world.eventsOf(alice, title)).toHaveLength(1);
      world.graph.clearFaults();
      await decide(told);
      expect(await world.eventsOf(alice, title)).toHaveLength(events);
      const stored = title.toLowerCase().replaceAll(' ', '-');
      await keepHistory(world, stored, asked.meetingId);
    },
  );
});
