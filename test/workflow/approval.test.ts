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
  optional,
  required,
  someone,
  valueOf,
} from '../support/meeting-world.ts';
import { slotKey } from '../../workflows/domain/time/slot.ts';

const alice = someone('alice');
const bob = someone('bob');
const carol = someone('carol');
const dan = someone('dan');
const eve = someone('eve');

describe('a meeting is approved', () => {
  let world: MeetingWorld;
  beforeAll(async () => {
    world = await openMeetingWorld();
  });
  afterAll(async () => {
    await world.close();
  });

  it('by everybody: asked once, booked once, accepted, prepared for, and nothing is held any more', async () => {
    const title = 'Approved by all';
    const request = aRequest(alice, [required(bob), required(carol)], dayFromNow(7, 8, 9), {
      title,
      actions: [{ title: 'Bring the numbers', assigneeId: bob.id }],
    });
    const asked = await ask(world, request);
    const { meetingId } = asked;
    expect(await world.eventsOf(alice, `Hold: ${title}`)).toHaveLength(1);
    await answer(world, bob, asked, 'yes');
    await answer(world, carol, asked, 'ifNeedBe');
    const booked = await world.until(meetingId, ({ status }) => status === 'confirmed');
    expect(booked.booking?.slot.start).toBe(asked.proposal?.slots[0]?.start);
    await expect.poll(() => world.eventsOf(alice, `Hold: ${title}`)).toHaveLength(0);
    const [event, ...others] = await world.eventsOf(alice, title);
    expect(others).toEqual([]);
    const attendees = event?.['attendees'] as { status: { response: string } }[];
    expect(attendees.map(({ status }) => status.response)).toEqual(['accepted', 'accepted']);
    const asks = world.messages.of(meetingId, 'ask').map(({ recipientId }) => recipientId);
    expect(asks.sort()).toEqual([bob.id, carol.id].sort());
    await expect
      .poll(async () => (await world.ports.tasks?.list({}))?.map((task) => task.title))
      .toEqual(expect.arrayContaining([`Prepare: ${title}`, 'Bring the numbers']));
    await expect
      .poll(async () => (await world.ports.projections.snapshot(meetingId))?.status)
      .toBe('confirmed');
    await keepHistory(world, 'approved-by-all', meetingId);
  });

  it('by a quorum, without waiting for the rest', async () => {
    const request = aRequest(alice, [required(bob), required(carol), required(dan)], dayFromNow(8, 8, 9), {
      title: 'Quorum',
      policy: { approval: { kind: 'quorum', count: 3 } },
    });
    const asked = await ask(world, request);
    await answer(world, bob, asked, 'yes');
    await answer(world, carol, asked, 'no');
    expect((await world.until(asked.meetingId, () => true)).status).toBe('proposed');
    await answer(world, dan, asked, 'yes');
    await world.until(asked.meetingId, ({ status }) => status === 'confirmed');
    const [event] = await world.eventsOf(alice, 'Quorum');
    expect(JSON.stringify(event?.['attendees'])).not.toContain(carol.mail);
    await keepHistory(world, 'quorum', asked.meetingId);
  });

  it('by those who voted for one of several times: the one with most yes', async () => {
    const request = aRequest(alice, [required(bob), required(carol)], dayFromNow(9, 8, 9), {
      title: 'Vote',
      slotCount: 3,
    });
    const asked = await ask(world, request);
    const [first, second, third] = (asked.proposal?.slots ?? []).map(slotKey);
    const vote = async (who: typeof bob, a: 'yes' | 'no' | 'ifNeedBe', b: 'yes' | 'no' | 'ifNeedBe') =>
      world.meetings.respond(asPerson(who), {
        meetingId: asked.meetingId,
        round: 1,
        answers: { [first ?? '']: a, [second ?? '']: b, [third ?? '']: 'no' },
        idempotencyKey: freshKey(),
      });
    valueOf(await vote(bob, 'ifNeedBe', 'yes'));
    valueOf(await vote(carol, 'yes', 'yes'));
    const booked = await world.until(asked.meetingId, ({ status }) => status === 'confirmed');
    expect(`${booked.booking?.slot.start ?? ''}/${booked.booking?.slot.end ?? ''}`).toBe(second);
    await keepHistory(world, 'vote', asked.meetingId);
  });

  it('without the optional ones, who are never waited for', async () => {
    const asked = await ask(
      world,
      aRequest(alice, [required(bob), optional(eve)], dayFromNow(10, 8, 9), { title: 'Optional' }),
    );
    await answer(world, bob, asked, 'yes');
    await world.until(asked.meetingId, ({ status }) => status === 'confirmed');
    const late = await answer(world, eve, asked, 'no');
    expect(late.warnings).toMatchObject([{ kind: 'declined', personId: eve.id }]);
  });

  it('and accepted in the calendar for those who approve when it is booked already', async () => {
    const asked = await ask(
      world,
      aRequest(alice, [required(bob), optional(eve)], dayFromNow(12, 8, 9), { title: 'Approved late' }),
    );
    await answer(world, bob, asked, 'yes');
    await world.until(asked.meetingId, ({ status }) => status === 'confirmed');
    await answer(world, eve, asked, 'yes');
    const responses = async () => {
      const [event] = await world.eventsOf(alice, 'Approved late');
      return (event?.['attendees'] as { status: { response: string } }[]).map(
        ({ status }) => status.response,
      );
    };
    await expect.poll(responses).toEqual(['accepted', 'accepted']);
  });

  it('only with the organizer’s word where the policy wants it; an agent may give it then, and not before', async () => {
    const request = aRequest(alice, [required(bob)], dayFromNow(11, 8, 9), {
      title: 'Word',
      policy: { confirmation: 'organizer' },
    });
    const asked = await ask(world, request);
    const { meetingId } = asked;
    const agent = {
      kind: 'agent',
      clientId: 'planner',
      onBehalfOf: alice.id,
      surface: 'mcp',
    } as const;
    const early = await world.meetings.confirm(agent, { meetingId, idempotencyKey: freshKey() });
    expect(early).toMatchObject({ ok: false, problem: { code: 'requires_approval' } });
    const forBob = await world.meetings.respond(
      { ...agent, onBehalfOf: bob.id },
      { meetingId, round: 1, answers: {}, idempotencyKey: freshKey() },
    );
    expect(forBob).toMatchObject({ ok: false, problem: { code: 'forbidden' } });
    const approved = await answer(world, bob, asked, 'yes');
    expect(approved).toMatchObject({ status: 'proposed', choice: { reason: 'confirm' } });
    const key = freshKey();
    const booked = valueOf(await world.meetings.confirm(agent, { meetingId, idempotencyKey: key }));
    expect(booked.status).toBe('confirmed');
    expect(booked.history).toContainEqual(
      expect.objectContaining({ action: 'confirmed', agent: 'planner', personId: alice.id }),
    );
    const again = valueOf(await world.meetings.confirm(agent, { meetingId, idempotencyKey: key }));
    expect(again.booking).toEqual(booked.booking);
    const second = await world.meetings.confirm(agent, { meetingId, idempotencyKey: freshKey() });
    expect(second).toMatchObject({ ok: false, problem: { code: 'conflict' } });
    await keepHistory(world, 'organizers-word', meetingId);
  });

  it('is one meeting however often it is proposed with one key', async () => {
    const request = aRequest(alice, [required(bob)], dayFromNow(12, 8, 9), { title: 'Once' });
    const key = freshKey();
    const [one, two] = await Promise.all(
      [1, 2].map(() => world.meetings.propose(asPerson(alice), { request, idempotencyKey: key })),
    );
    if (one === undefined || two === undefined) throw new Error('two proposals');
    const { meetingId } = valueOf(one);
    expect(valueOf(two).meetingId).toBe(meetingId);
    const asked = await world.until(meetingId, isAsked(1));
    const [first, repeated] = await Promise.all(
      [1, 2].map(() =>
        world.meetings.respond(asPerson(bob), {
          meetingId,
          round: 1,
          answers: Object.fromEntries(
            (asked.proposal?.slots ?? []).map((slot) => [slotKey(slot), 'yes' as const]),
          ),
          idempotencyKey: 'the same',
        }),
      ),
    );
    expect(first?.ok).toBe(true);
    expect(repeated?.ok).toBe(true);
    const booked = await world.until(meetingId, ({ status }) => status === 'confirmed');
    expect(booked.history.filter(({ action }) => action === 'answered')).toHaveLength(1);
    expect(world.messages.of(meetingId, 'ask')).toHaveLength(1);
  });
});
