import { setTimeout as pause } from 'node:timers/promises';
import { workflowMetadataQuery } from '@temporalio/workflow';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { calendarChangedSignal } from '../../workflows/contract/messages/messages.ts';
import type { Person } from '../../workflows/domain/people/person.ts';
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

describe('a booked meeting is watched', () => {
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
    await world.until(asked.meetingId, ({ status }) => status === 'confirmed');
    await expect
      .poll(async () => (await world.ports.projections.snapshot(asked.meetingId))?.status)
      .toBe('confirmed');
    return asked;
  }
  const notify = (meetingId: string) =>
    world.client.workflow.getHandle(meetingId).signal(calendarChangedSignal);
  const isFreshRun = async (meetingId: string) => {
    const { raw, runId } = await world.client.workflow.getHandle(meetingId).describe();
    return raw.workflowExecutionInfo?.firstRunId !== runId;
  };
  const eventId = async (person: Person, title: string) =>
    String((await world.eventsOf(person, title))[0]?.['id']);

  it('a decline in Outlook is reported to the organizer once', async () => {
    const { meetingId } = await booked('Declined', 7);
    const { status } = await world.graph.call(
      'POST',
      `/users/${bob.id}/events/${await eventId(bob, 'Declined')}/decline`,
      { body: { sendResponse: true } },
    );
    expect(status).toBe(202);
    await notify(meetingId);
    const warned = await world.until(meetingId, ({ warnings }) => warnings.length > 0);
    expect(warned.warnings).toMatchObject([{ kind: 'declined', personId: bob.id }]);
    expect(warned.choice?.reason).toBe('eventDeclined');
    await notify(meetingId);
    await pause(300);
    expect((await world.until(meetingId, () => true)).warnings).toHaveLength(1);
    const tells = () =>
      world.messages.told(meetingId, alice.id).filter((sentence) => sentence.includes('declined'));
    await expect.poll(tells).toHaveLength(1);
    valueOf(await world.meetings.cancel(asPerson(alice), { meetingId, idempotencyKey: freshKey() }));
    await world.client.workflow.getHandle(meetingId).result();
    await keepHistory(world, 'declined-in-outlook', meetingId);
  });

  it('an event moved in Outlook is where the meeting is from then on', async () => {
    const { meetingId } = await booked('Moved there', 8);
    const start = dayFromNow(9, 14, 1).start.slice(0, 19);
    await world.graph.call('PATCH', `/users/${alice.id}/events/${await eventId(alice, 'Moved there')}`, {
      body: {
        start: { dateTime: start, timeZone: 'UTC' },
        end: { dateTime: start.replace('14:00', '14:30'), timeZone: 'UTC' },
      },
    });
    await notify(meetingId);
    const moved = await world.until(meetingId, ({ warnings }) =>
      warnings.some(({ kind }) => kind === 'moved'),
    );
    expect(moved.booking?.slot.start.slice(0, 19)).toBe(start);
    await keepHistory(world, 'moved-in-outlook', meetingId);
  });

  it('an event deleted in Outlook is reported; moving the meeting then books a new one', async () => {
    const asked = await booked('Deleted there', 10);
    const { meetingId } = asked;
    await world.graph.call('DELETE', `/users/${alice.id}/events/${await eventId(alice, 'Deleted there')}`);
    await notify(meetingId);
    await world.until(meetingId, ({ warnings }) => warnings.some(({ kind }) => kind === 'deleted'));
    const slots = [dayFromNow(11, 10, 1)].map(({ start }) => ({
      start,
      end: start.replace(':00:00.', ':30:00.'),
    }));
    valueOf(
      await world.meetings.reschedule(asPerson(alice), { meetingId, slots, idempotencyKey: freshKey() }),
    );
    const second = await world.until(
      meetingId,
      (view) => view.status === 'proposed' && view.proposal?.round === 2,
    );
    await answer(world, bob, second, 'yes');
    await world.until(meetingId, ({ status }) => status === 'confirmed');
    expect(await world.eventsOf(alice, 'Deleted there')).toHaveLength(1);
    await keepHistory(world, 'deleted-in-outlook', meetingId);
  });

  it('an attendee’s new appointment at that time is reported', async () => {
    const asked = await booked('Overlapped', 14);
    const [slot] = asked.proposal?.slots ?? [];
    await world.graph.call('POST', `/users/${bob.id}/events`, {
      body: {
        subject: 'Dentist',
        start: { dateTime: slot?.start.slice(0, 19), timeZone: 'UTC' },
        end: { dateTime: slot?.start.slice(0, 19).replace(':00:00', ':45:00'), timeZone: 'UTC' },
      },
    });
    await notify(asked.meetingId);
    const warned = await world.until(asked.meetingId, ({ warnings }) => warnings.length > 0);
    expect(warned.warnings).toMatchObject([{ kind: 'conflict', personId: bob.id }]);
    await keepHistory(world, 'new-conflict', asked.meetingId);
  });

  it('and checked from time to time without any notification', async () => {
    const meetings = world.meetingsWith({ watchEveryMinutes: 1 / 60 });
    const request = aRequest(alice, [required(bob)], dayFromNow(15, 8, 9), { title: 'Looked at' });
    const { meetingId } = valueOf(
      await meetings.propose(asPerson(alice), { request, idempotencyKey: freshKey() }),
    );
    const asked = await world.until(meetingId, ({ status }) => status === 'proposed');
    await answer(world, bob, asked, 'yes');
    await expect
      .poll(async () => (await world.ports.projections.snapshot(meetingId))?.status)
      .toBe('confirmed');
    await world.graph.call('POST', `/users/${bob.id}/events/${await eventId(bob, 'Looked at')}/decline`, {
      body: { sendResponse: true },
    });
    await world.until(meetingId, ({ warnings }) => warnings.length > 0);
  });

  it('shows its title in Temporal’s web UI and lists, also in the run that took over', async () => {
    const { meetingId } = await booked('Q3 *budget*', 17);
    const meeting = world.client.workflow.getHandle(meetingId);
    await expect.poll(() => isFreshRun(meetingId)).toBe(true);
    expect(await meeting.query(workflowMetadataQuery)).toMatchObject({ currentDetails: 'Q3 \\*budget\\*' });
    expect((await meeting.describe()).memo).toEqual({ title: 'Q3 *budget*' });
  });

  it('hands over to a fresh run before its history grows, and loses no message on the way', async () => {
    const meetings = world.meetingsWith({ maxHistoryEvents: 60, watchEveryMinutes: 60 });
    const request = aRequest(alice, [required(bob)], dayFromNow(16, 8, 9), {
      title: 'Long',
      policy: { confirmation: 'organizer' },
    });
    const { meetingId } = valueOf(
      await meetings.propose(asPerson(alice), { request, idempotencyKey: freshKey() }),
    );
    const asked = await world.until(meetingId, ({ status }) => status === 'proposed');
    for (let turn = 0; turn < 12; turn += 1) {
      await Promise.all([
        answer(world, bob, asked, turn % 2 === 0 ? 'yes' : 'ifNeedBe'),
        answer(world, bob, asked, 'yes'),
      ]);
    }
    const view = await world.until(meetingId, () => true);
    expect(view.history.filter(({ action }) => action === 'answered')).toHaveLength(24);
    await expect.poll(() => isFreshRun(meetingId)).toBe(true);
    valueOf(await world.meetings.confirm(asPerson(alice), { meetingId, idempotencyKey: freshKey() }));
    await world.until(meetingId, ({ status }) => status === 'confirmed');
    await keepHistory(world, 'handed-over', meetingId);
  });
});
