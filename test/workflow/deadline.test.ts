import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MeetingWorld } from '../support/meeting-world.ts';
import {
  aRequest,
  answer,
  ask,
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
const dan = someone('dan');
const twoSeconds = 2 / 60;

describe('time passes', () => {
  let world: MeetingWorld;
  beforeAll(async () => {
    world = await openMeetingWorld();
  });
  afterAll(async () => {
    await world.close();
  });

  it('and the deadline ends the meeting where the policy says so: nothing is left in calendars', async () => {
    const request = aRequest(alice, [required(bob)], dayFromNow(7, 8, 9), {
      title: 'Expires',
      policy: { responseMinutes: twoSeconds, onDeadline: 'expire' },
    });
    const asked = await ask(world, request);
    const over = await world.until(asked.meetingId, ({ status }) => status === 'expired');
    expect(over.outcome).toEqual({ kind: 'notAnswered', silent: [bob.id] });
    await expect.poll(() => world.eventsOf(alice, 'Hold: Expires')).toHaveLength(0);
    const late = await world.meetings.respond(asPerson(bob), {
      meetingId: asked.meetingId,
      round: 1,
      answers: {},
      idempotencyKey: freshKey(),
    });
    expect(late).toMatchObject({ ok: false, problem: { code: 'precondition_failed' } });
    await keepHistory(world, 'expired', asked.meetingId);
  });

  it('and the organizer decides at the deadline; an answer that comes late still counts until then', async () => {
    const request = aRequest(alice, [required(bob)], dayFromNow(8, 8, 9), {
      title: 'Late',
      policy: { responseMinutes: twoSeconds },
    });
    const asked = await ask(world, request);
    await world.until(asked.meetingId, ({ choice }) => choice?.reason === 'deadline');
    await answer(world, bob, asked, 'yes');
    await world.until(asked.meetingId, ({ status }) => status === 'confirmed');
    await keepHistory(world, 'late-answer', asked.meetingId);
  });

  it('and the meeting ends when the organizer does not decide either', async () => {
    const request = aRequest(alice, [required(bob)], dayFromNow(9, 8, 9), {
      title: 'Undecided',
      policy: { responseMinutes: 1 / 60 },
    });
    const asked = await ask(world, request);
    await world.until(asked.meetingId, ({ status }) => status === 'expired');
    await keepHistory(world, 'undecided', asked.meetingId);
  });

  it('and at the deadline a quorum is enough, though somebody who may veto is silent', async () => {
    const request = aRequest(alice, [required(bob), required(carol), required(dan)], dayFromNow(10, 8, 9), {
      title: 'Quorum at last',
      policy: {
        responseMinutes: twoSeconds,
        approval: { kind: 'quorum', count: 2 },
        vetoes: [dan.id],
        onDeadline: 'confirmIfQuorum',
      },
    });
    const asked = await ask(world, request);
    await answer(world, bob, asked, 'yes');
    await world.until(asked.meetingId, ({ status }) => status === 'confirmed');
    await keepHistory(world, 'quorum-at-deadline', asked.meetingId);
  });

  it('and people who have not answered are reminded, by time and by hand', async () => {
    const request = aRequest(alice, [required(bob), required(carol)], dayFromNow(11, 8, 9), {
      title: 'Reminded',
      policy: { responseMinutes: 5, reminderMinutes: [1 / 60, 3] },
    });
    const asked = await ask(world, request);
    await answer(world, carol, asked, 'yes');
    const { meetingId } = asked;
    const reminded = () => world.messages.of(meetingId, 'remind').map(({ recipientId }) => recipientId);
    await expect.poll(reminded).toEqual([bob.id]);
    valueOf(await world.meetings.remind(asPerson(alice), { meetingId, idempotencyKey: freshKey() }));
    await expect.poll(reminded).toEqual([bob.id, bob.id]);
    const notHers = await world.meetings.remind(asPerson(carol), { meetingId, idempotencyKey: freshKey() });
    expect(notHers).toMatchObject({ ok: false, problem: { code: 'forbidden' } });
    await answer(world, bob, asked, 'yes');
    await world.until(meetingId, ({ status }) => status === 'confirmed');
    await keepHistory(world, 'reminded', meetingId);
  });
});
