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
const dan = someone('dan');

describe('when the first time does not suit', () => {
  let world: MeetingWorld;
  beforeAll(async () => {
    world = await openMeetingWorld();
  });
  afterAll(async () => {
    await world.close();
  });

  it('a counter-proposal becomes the next round, which only the others are asked', async () => {
    const window = dayFromNow(7, 9, 6);
    const asked = await ask(
      world,
      aRequest(alice, [required(bob), required(carol)], window, { title: 'Counter' }),
    );
    const { meetingId } = asked;
    const counterProposal = {
      start: window.start.replace(/T\d\d:\d\d/, 'T13:30'),
      end: window.start.replace(/T\d\d:\d\d/, 'T14:00'),
    };
    await answer(world, carol, asked, 'yes');
    await answer(world, bob, asked, 'no', { counterProposal });
    const second = await world.until(meetingId, isAsked(2));
    expect(second.proposal?.slots).toMatchObject([counterProposal]);
    await world.until(meetingId, () => world.messages.of(meetingId, 'ask').length === 3);
    expect(
      world.messages
        .of(meetingId, 'ask')
        .filter(({ view }) => view.proposal?.round === 2)
        .map(({ recipientId }) => recipientId),
    ).toEqual([carol.id]);
    await answer(world, carol, second, 'yes');
    const booked = await world.until(meetingId, ({ status }) => status === 'confirmed');
    expect(booked.booking?.slot).toEqual(counterProposal);
    await keepHistory(world, 'counter-proposal', meetingId);
  });

  it('a veto opens the next round though the quorum was reached', async () => {
    const request = aRequest(alice, [required(bob), required(carol), required(dan)], dayFromNow(8, 9, 6), {
      title: 'Veto',
      policy: { approval: { kind: 'quorum', count: 2 }, vetoes: [dan.id] },
    });
    const asked = await ask(world, request);
    await answer(world, bob, asked, 'yes');
    expect((await world.until(asked.meetingId, () => true)).status).toBe('proposed');
    await answer(world, dan, asked, 'no');
    const second = await world.until(asked.meetingId, isAsked(2));
    const [refused] = asked.proposal?.slots ?? [];
    expect(second.proposal?.slots.every(({ start }) => start >= (refused?.end ?? ''))).toBe(true);
    await answer(world, dan, second, 'yes');
    await answer(world, bob, second, 'yes');
    await world.until(asked.meetingId, ({ status }) => status === 'confirmed');
    await keepHistory(world, 'veto', asked.meetingId);
  });

  it('the organizer decides when the rounds are used up, and may book in spite of a no', async () => {
    const request = aRequest(alice, [required(bob)], dayFromNow(9, 9, 6), {
      title: 'Exhausted',
      policy: { maxRounds: 2 },
    });
    const first = await ask(world, request);
    const { meetingId } = first;
    await answer(world, bob, first, 'no');
    const second = await world.until(meetingId, isAsked(2));
    const former = await world.meetings.respond(asPerson(bob), {
      meetingId,
      round: 1,
      answers: {},
      idempotencyKey: freshKey(),
    });
    expect(former).toMatchObject({ ok: false, problem: { code: 'conflict' } });
    const exhausted = await answer(world, bob, second, 'no');
    expect(exhausted).toMatchObject({ status: 'proposed', choice: { reason: 'roundsExhausted' } });
    await expect
      .poll(() => world.messages.of(meetingId, 'tell').some(({ recipientId }) => recipientId === alice.id))
      .toBe(true);
    const agent = { kind: 'agent', clientId: 'a', onBehalfOf: alice.id, surface: 'mcp' } as const;
    expect(await world.meetings.confirm(agent, { meetingId, idempotencyKey: freshKey() })).toMatchObject({
      ok: false,
      problem: { code: 'requires_approval' },
    });
    const chosen = valueOf(
      await world.meetings.confirm(asPerson(alice), { meetingId, idempotencyKey: freshKey() }),
    );
    expect(chosen.status).toBe('confirmed');
    await keepHistory(world, 'rounds-exhausted', meetingId);
  });

  it('the organizer’s own times open a round', async () => {
    const window = dayFromNow(10, 9, 6);
    const asked = await ask(world, aRequest(alice, [required(bob)], window, { title: 'Chosen' }));
    const slots = [14, 15].map((hour) => ({
      start: window.start.replace(/T\d\d/, `T${hour}`),
      end: window.start.replace(/T\d\d:\d\d/, `T${hour}:30`),
    }));
    valueOf(
      await world.meetings.chooseSlots(asPerson(alice), {
        meetingId: asked.meetingId,
        slots,
        idempotencyKey: freshKey(),
      }),
    );
    const second = await world.until(asked.meetingId, isAsked(2));
    expect(second.proposal?.slots).toMatchObject(slots);
    await answer(world, bob, second, 'yes');
    const booked = await world.until(asked.meetingId, ({ status }) => status === 'confirmed');
    expect(booked.booking?.slot).toEqual(slots[0]);
    await keepHistory(world, 'slots-chosen', asked.meetingId);
  });

  it('nothing at all is said with what would have to give, and the organizer may still choose', async () => {
    const window = dayFromNow(11, 9, 1);
    await world.graph.call('POST', `/users/${bob.id}/events`, {
      body: {
        subject: 'All morning',
        start: { dateTime: window.start.slice(0, 19), timeZone: 'UTC' },
        end: { dateTime: window.end.slice(0, 19), timeZone: 'UTC' },
      },
    });
    const { meetingId } = valueOf(
      await world.meetings.propose(asPerson(alice), {
        request: aRequest(alice, [required(bob)], window, { title: 'Impossible' }),
        idempotencyKey: freshKey(),
      }),
    );
    const none = await world.until(meetingId, ({ status }) => status === 'unschedulable');
    expect(none.choice?.obstacles).toContainEqual(
      expect.objectContaining({ constraint: 'busy', personId: bob.id }),
    );
    expect(none.choice?.concessions.length).toBeGreaterThan(0);
    valueOf(
      await world.meetings.chooseSlots(asPerson(alice), {
        meetingId,
        slots: [{ start: window.start, end: window.start.replace(':00:00.', ':30:00.') }],
        idempotencyKey: freshKey(),
      }),
    );
    const asked = await world.until(meetingId, isAsked(1));
    expect(asked.proposal?.slots[0]?.reasons).toContainEqual(
      expect.objectContaining({ personId: bob.id, suits: false, reason: 'busy' }),
    );
    await answer(world, bob, asked, 'yes');
    await world.until(meetingId, ({ status }) => status === 'confirmed');
    await keepHistory(world, 'unschedulable-then-chosen', meetingId);
  });
});
