import { randomUUID } from 'node:crypto';

import { z } from 'zod';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { companyPeople } from '../../../infra/graph-emulator/company.ts';
import { createGraphCalendar } from '../../../workers/adapters/graph/calendar/calendar.ts';
import { guestId, personId } from '../../../workflows/domain/people/person.ts';
import type { Person } from '../../../workflows/domain/people/person.ts';
import type { Calendar, NewEvent } from '../../../workflows/ports/calendar.ts';
import { monday, person, room, startGraphWorld } from './graph-world.ts';
import type { GraphWorld } from './graph-world.ts';

let world: GraphWorld;
let calendar: Calendar;
const [alice, bob, carol] = [person('Alice M'), person('Bob'), person('Carol')];

beforeAll(async () => {
  world = await startGraphWorld();
  calendar = createGraphCalendar(world.graph, { deliveryWaitsMs: [50] });
});
afterAll(() => world.close());
afterEach(() => {
  world.emulator.reset();
  world.emulator.clearFaults();
});

function draft(change: Partial<NewEvent> = {}): NewEvent {
  return {
    transactionId: randomUUID(),
    organizer: alice,
    subject: 'Q3 budget',
    body: 'The agenda',
    slot: monday(9, 10),
    timeZone: 'Europe/Berlin',
    attendees: [
      { person: bob, type: 'required' },
      { person: carol, type: 'optional' },
    ],
    isOnlineMeeting: false,
    ...change,
  };
}

const agendaOf = (id: typeof alice.id) => calendar.agenda({ personId: id, window: monday(0, 24) });

describe('delegates through Graph', () => {
  it('are those by name who may write, whatever else is shared', async () => {
    for (const [who, role] of [
      [bob, 'delegateWithPrivateEventAccess'],
      [carol, 'read'],
    ] as const) {
      await world.graph.send(
        {
          method: 'POST',
          path: `/users/${alice.id}/calendar/calendarPermissions`,
          body: { role, emailAddress: { address: who.mail, name: who.displayName } },
        },
        z.unknown(),
      );
    }
    expect(await calendar.delegates({ ownerId: alice.id })).toEqual([bob.mail.toLowerCase()]);
    expect(await calendar.delegates({ ownerId: bob.id })).toEqual([]);
  });

  it('of nobody are an error, not an empty list', async () => {
    await expect(calendar.delegates({ ownerId: personId('nobody') })).rejects.toMatchObject({
      reason: 'notFound',
    });
  });
});

describe('edits through Graph', () => {
  it('change what is given, keep the room beside another place, and give the join link', async () => {
    const spree = room('Spree');
    const { eventId } = await calendar.book(draft({ room: spree }));
    const id = { ownerId: alice.id, eventId, timeZone: 'Europe/Berlin' };
    const { joinUrl } = await calendar.editEvent({
      ...id,
      location: { place: 'the lobby', room: spree },
      isOnlineMeeting: true,
    });
    expect(joinUrl).toMatch(/^https/);
    const path = `/users/${alice.id}/events/${eventId}`;
    const event = await world.graph.send({ method: 'GET', path }, z.looseObject({}));
    expect(event).toMatchObject({
      subject: 'Q3 budget',
      locations: [{ displayName: spree.displayName }, { displayName: 'the lobby' }],
    });
    expect(await calendar.event(id)).toMatchObject({ slot: monday(9, 10) });
    expect(await calendar.editEvent(id)).toEqual({});
  });
});

describe('availability through Graph', () => {
  it('reports busy times and working hours in IANA zones, in the order requested', async () => {
    await calendar.book(draft());
    const found = await calendar.availability({ people: [carol, bob, room('Spree')], window: monday(0, 24) });
    expect(found.map(({ personId: id }) => id)).toEqual([carol.id, bob.id, room('Spree').id]);
    expect(found[1]).toMatchObject({
      busy: [{ ...monday(9, 10), status: 'tentative' }],
      workingHours: { timeZone: 'Europe/Berlin' },
    });
    expect(found[0]?.workingHours?.timeZone).toBe('Europe/London');
    expect(found[1]?.workingHours?.days.map(({ dayOfWeek }) => dayOfWeek)).toEqual([
      'monday',
      'tuesday',
      'wednesday',
      'thursday',
      'friday',
    ]);
    expect(found[1]?.workingHours?.days[0]?.intervals).toEqual([{ startTime: '09:00', endTime: '17:00' }]);
    expect(found[2]?.error).toBeUndefined();
  });

  it('gives an error, never an empty calendar, for an unknown person', async () => {
    const nobody = { id: guestId('nobody@elsewhere.example'), mail: 'nobody@elsewhere.example' };
    const noMail = { id: personId(randomUUID()), mail: '' };
    const found = await calendar.availability({ people: [nobody, noMail, bob], window: monday(0, 24) });
    expect(found.map(({ error }) => error !== undefined)).toEqual([true, true, false]);
    const alone = await calendar.availability({ people: [nobody], window: monday(0, 24) });
    expect(alone[0]?.error).toBeDefined();
  });

  it('asks somebody else’s mailbox when the first has none', async () => {
    const gone = { id: personId(randomUUID()), mail: 'gone@contoso.example' };
    const found = await calendar.availability({ people: [gone, bob], window: monday(0, 24) });
    expect(found.map(({ error }) => error !== undefined)).toEqual([true, false]);
  });

  it('asks ten people with one request and a hundred over a year with few', async () => {
    const ten = companyPeople.slice(0, 10).map(({ id, mail }) => ({ id: personId(id), mail }));
    expect(
      await world.requestsOf(() => calendar.availability({ people: ten, window: monday(0, 24 * 14) })),
    ).toBe(1);
    const hundred = Array.from({ length: 100 }, (_, n) => ({
      id: ten[n % 10]?.id ?? alice.id,
      mail: n < 10 ? (ten[n]?.mail ?? '') : `unknown${n}@contoso.example`,
    }));
    await calendar.book(draft({ slot: monday(24 * 300 + 9, 24 * 300 + 10) }));
    const found = await calendar.availability({ people: hundred, window: monday(0, 24 * 365) });
    expect(found[1]?.busy).toMatchObject([monday(24 * 300 + 9, 24 * 300 + 10)]);
    expect(found.filter(({ error }) => error === undefined)).toHaveLength(10);
  });

  it('reports two events at the same time as two', async () => {
    await calendar.book(draft());
    await calendar.book(draft());
    const [found] = await calendar.availability({ people: [alice], window: monday(0, 24 * 100) });
    expect(found?.busy).toMatchObject([monday(9, 10), monday(9, 10)]);
  });

  it('reports once what crosses the boundary of two calls', async () => {
    const crossing = monday(61 * 24 - 1, 61 * 24 + 1);
    await calendar.book(draft({ slot: crossing }));
    const [found] = await calendar.availability({ people: [bob], window: monday(0, 24 * 100) });
    expect(found?.busy).toMatchObject([crossing]);
  });
});

describe('events through Graph', () => {
  it('are booked online, in a room, with everybody invited, and read back', async () => {
    const booked = await calendar.book(draft({ isOnlineMeeting: true, room: room('Havel') }));
    expect(booked.joinUrl).toMatch(/^https:\/\//);
    const state = await calendar.event({ ownerId: alice.id, eventId: booked.eventId });
    expect(state).toMatchObject({ ...booked, slot: monday(9, 10), isCancelled: false });
    expect(state?.responses.map(({ mail }) => mail)).toEqual([bob.mail, carol.mail, room('Havel').mail]);
    expect(await agendaOf(bob.id)).toMatchObject([
      { subject: 'Q3 budget', slot: monday(9, 10), isOrganizer: false },
    ]);
  });

  it.each([
    ['before the write', { cut: 'before' } as const],
    ['after the write', { cut: 'after' } as const],
    ['by a 503', { status: 503 } as const],
    ['by a 504', { status: 504 } as const],
  ])('exist once when the answer was lost %s and the booking is repeated', async (_, fault) => {
    const wanted = draft();
    world.emulator.addFault({ method: 'POST', path: '/events$', ...fault });
    await expect(calendar.book(wanted)).rejects.toMatchObject({
      reason: 'unavailable',
      service: 'microsoft365',
    });
    const booked = await calendar.book(wanted);
    expect(await calendar.book(wanted)).toEqual(booked);
    expect(await agendaOf(alice.id)).toHaveLength(1);
    expect(await agendaOf(bob.id)).toHaveLength(1);
  });

  it('wait as long as a 429 asks, when that is short', async () => {
    world.emulator.addFault({ method: 'POST', path: '/events$', status: 429, retryAfterSeconds: 0.3 });
    const startedAt = performance.now();
    await calendar.book(draft());
    expect(performance.now() - startedAt).toBeGreaterThanOrEqual(290);
    expect(await agendaOf(alice.id)).toHaveLength(1);
  });

  it('leave a long wait to the caller', async () => {
    world.emulator.addFault({ method: 'POST', path: '/events$', status: 429, retryAfterSeconds: 40 });
    await expect(calendar.book(draft())).rejects.toMatchObject({ reason: 'throttled', retryAfterMs: 40_000 });
  });

  it('move, and are gone after a cancellation, no matter how often it is requested', async () => {
    const { eventId } = await calendar.book(draft());
    const event = { ownerId: alice.id, eventId };
    await calendar.moveEvent({ ...event, slot: monday(14, 15), timeZone: 'Europe/Berlin' });
    expect((await calendar.event(event))?.slot).toEqual(monday(14, 15));
    world.emulator.addFault({ method: 'POST', path: '/cancel$', cut: 'after' });
    await expect(calendar.cancelEvent({ ...event, comment: 'Sorry' })).rejects.toMatchObject({
      reason: 'unavailable',
    });
    await calendar.cancelEvent({ ...event, comment: 'Sorry' });
    expect(await calendar.event(event)).toBeUndefined();
    await expect(
      calendar.moveEvent({ ...event, slot: monday(9, 10), timeZone: 'UTC' }),
    ).rejects.toMatchObject({ reason: 'notFound' });
  });

  it('are withdrawn by what they were to be written with, and no other', async () => {
    const lost = draft();
    const other = draft({ subject: 'Another' });
    await calendar.book(other);
    const withdraw = () =>
      calendar.withdraw({
        ownerId: alice.id,
        transactionId: lost.transactionId,
        slot: lost.slot,
        comment: 'Cancelled.',
      });
    await withdraw();
    expect(await agendaOf(alice.id)).toHaveLength(1);
    await calendar.book(lost);
    await withdraw();
    expect((await agendaOf(alice.id)).map(({ subject }) => subject)).toEqual(['Another']);
    expect((await agendaOf(bob.id)).map(({ subject }) => subject)).not.toContain(lost.subject);
  });

  it('are deleted where there is nobody to tell', async () => {
    const { eventId } = await calendar.book(draft({ attendees: [] }));
    await calendar.cancelEvent({ ownerId: alice.id, eventId, comment: 'Alone' });
    expect(await agendaOf(alice.id)).toEqual([]);
  });

  it('report what another person’s calendar forbids as a permanent error', async () => {
    world.emulator.addFault({ path: '/events/', status: 403 });
    await expect(calendar.event({ ownerId: alice.id, eventId: 'x' })).rejects.toMatchObject({
      reason: 'forbidden',
    });
  });

  it('are accepted once when the answer was lost after the write', async () => {
    const { iCalUId, eventId } = await calendar.book(draft());
    const accept = () => calendar.acceptFor({ iCalUId, slot: monday(9, 10), people: [bob, carol] });
    world.emulator.addFault({ method: 'POST', path: 'batch', latencyMs: 0 });
    world.emulator.addFault({ method: 'POST', path: 'batch', cut: 'after' });
    await expect(accept()).rejects.toMatchObject({ reason: 'unavailable' });
    expect(await accept()).toEqual({ notAccepted: [] });
    const state = await calendar.event({ ownerId: alice.id, eventId });
    expect(state?.responses.map(({ response }) => response)).toEqual(['accepted', 'accepted']);
  });

  it('are accepted for those who approved, in two requests; those without a copy are reported', async () => {
    const { iCalUId, eventId } = await calendar.book(draft());
    const accept = (people: readonly Person[]) =>
      calendar.acceptFor({ iCalUId, slot: monday(9, 10), people });
    expect(await world.requestsOf(() => accept([bob, carol]))).toBe(2);
    expect(await world.requestsOf(() => accept([bob, carol]))).toBe(1);
    const nobody = { ...bob, id: personId(randomUUID()) };
    expect(await accept([bob, person('Dan'), nobody])).toEqual({
      notAccepted: [person('Dan').id, nobody.id],
    });
    const state = await calendar.event({ ownerId: alice.id, eventId });
    expect(state?.responses.map(({ response }) => response)).toEqual(['accepted', 'accepted']);
  });
});

describe('a slow Graph', () => {
  it('is given up after the time limit', async () => {
    const slow = await startGraphWorld({ timeoutMs: 200 });
    slow.emulator.addFault({ path: '/events', latencyMs: 2000 });
    await expect(createGraphCalendar(slow.graph).book(draft())).rejects.toMatchObject({
      reason: 'unavailable',
    });
    await slow.close();
  });
});
