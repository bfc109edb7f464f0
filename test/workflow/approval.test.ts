import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MeetingWorld } from '../support/meeting-world.ts';
import {
  aRequest,
  asPerson,
  dayFromNow,
  freshKey,
  openMeetingWorld,
  required,
  someone,
  valueOf,
  yesToAll,
} from '../support/meeting-world.ts';

const [alice, bob, carol] = ['alice', 'bob', 'carol'].map(someone) as [
  ReturnType<typeof someone>,
  ReturnType<typeof someone>,
  ReturnType<typeof someone>,
];

describe('a meeting that everybody approves', () => {
  let world: MeetingWorld;
  beforeAll(async () => {
    world = await openMeetingWorld();
  });
  afterAll(async () => {
    await world.close();
  });

  it('is asked once, booked once, accepted, prepared, and holds nothing any more', async () => {
    const title = 'Approved by all';
    const request = aRequest(alice, [required(bob), required(carol)], dayFromNow(7, 8, 9), { title });
    const { meetingId, status } = valueOf(
      await world.meetings.propose(asPerson(alice), { request, idempotencyKey: freshKey() }),
    );
    expect(status).toBe('searching');
    const asked = await world.until(
      meetingId,
      (view) => view.attendees.every(({ reachedBy }) => reachedBy === 'teams') && view.status === 'proposed',
    );
    expect(await world.eventsOf(alice, `Hold: ${title}`)).toHaveLength(1);
    for (const person of [bob, carol]) {
      valueOf(
        await world.meetings.respond(asPerson(person), {
          meetingId,
          round: 1,
          answers: yesToAll(asked),
          idempotencyKey: freshKey(),
        }),
      );
    }
    const booked = await world.until(meetingId, (view) => view.status === 'confirmed');
    expect(booked.booking?.slot.start).toBe(asked.proposal?.slots[0]?.start);
    await expect.poll(() => world.eventsOf(alice, `Hold: ${title}`)).toHaveLength(0);
    expect(await world.eventsOf(alice, title)).toHaveLength(1);
    expect(
      world.messages
        .of(meetingId, 'ask')
        .map(({ recipientId }) => recipientId)
        .sort(),
    ).toEqual([bob.id, carol.id].sort());
  });
});
