import { randomUUID } from 'node:crypto';

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { createGraphCalendar } from '../../../workers/adapters/graph/calendar/calendar.ts';
import { holdsFor } from '../../../workflows/domain/meeting/holds.ts';
import type { HeldSlot } from '../../../workflows/domain/meeting/state.ts';
import { personId } from '../../../workflows/domain/people/person.ts';
import type { Calendar } from '../../../workflows/ports/calendar.ts';
import { monday, person, startGraphWorld } from './graph-world.ts';
import type { GraphWorld } from './graph-world.ts';

let world: GraphWorld;
let calendar: Calendar;
const [alice, bob] = [person('Alice M'), person('Bob')];

beforeAll(async () => {
  world = await startGraphWorld();
  calendar = createGraphCalendar(world.graph);
});
afterAll(() => world.close());
afterEach(() => {
  world.emulator.reset();
  world.emulator.clearFaults();
});

const agendaOf = (id: typeof alice.id) => calendar.agenda({ personId: id, window: monday(0, 24) });

describe('holds through Graph', () => {
  const slots = [monday(9, 10), monday(11, 12), monday(13, 14)];
  const wanted = {
    transactionId: randomUUID(),
    title: 'Hold: Q3 budget',
    wanted: holdsFor([alice.id, bob.id], slots),
  };

  it('are tentative in each calendar, made by one request and deleted by one', async () => {
    let holds: readonly HeldSlot[] = [];
    expect(
      await world.requestsOf(async () => {
        ({ holds } = await calendar.createHolds(wanted));
      }),
    ).toBe(1);
    expect(holds).toHaveLength(6);
    expect(await agendaOf(bob.id)).toMatchObject(
      slots.map((slot) => ({ subject: wanted.title, slot, showAs: 'tentative' })),
    );
    expect(await world.requestsOf(() => calendar.removeHolds({ holds }))).toBe(1);
    await calendar.removeHolds({ holds });
    expect([...(await agendaOf(alice.id)), ...(await agendaOf(bob.id))]).toEqual([]);
  });

  it('exist once when the answer was lost after the write', async () => {
    world.emulator.addFault({ method: 'POST', path: 'batch', cut: 'after' });
    await expect(calendar.createHolds(wanted)).rejects.toMatchObject({ reason: 'unavailable' });
    const made = await calendar.createHolds(wanted);
    expect(await calendar.createHolds(wanted)).toEqual(made);
    expect(await agendaOf(alice.id)).toHaveLength(3);
    await calendar.removeHolds(made);
  });

  it('stay with the others where one calendar refuses permanently, and it is said whose', async () => {
    const nobody = personId(randomUUID());
    const made = await calendar.createHolds({
      ...wanted,
      transactionId: randomUUID(),
      wanted: holdsFor([nobody, alice.id], slots),
    });
    expect(made.problems).toEqual([{ service: 'calendar', reason: 'notFound', people: [nobody] }]);
    expect(made.holds.filter((hold) => 'eventId' in hold)).toMatchObject(holdsFor([alice.id], slots));
    expect(await agendaOf(alice.id)).toHaveLength(3);
    await calendar.removeHolds(made);
    expect(await agendaOf(alice.id)).toEqual([]);
  });

  it('go by what they were to be written with, where their answer never came, and no other', async () => {
    const [transactionId, others] = [randomUUID(), randomUUID()];
    await calendar.createHolds({ ...wanted, transactionId, wanted: holdsFor([alice.id], slots) });
    const kept = await calendar.createHolds({
      ...wanted,
      transactionId: others,
      wanted: holdsFor([bob.id], slots),
    });
    const lost = wanted.wanted.map((hold) => ({ ...hold, transactionId }));
    for (let time = 0; time < 2; time += 1) await calendar.removeHolds({ holds: lost });
    expect([await agendaOf(alice.id), (await agendaOf(bob.id)).length]).toEqual([[], 3]);
    await calendar.removeHolds(kept);
  });

  it('are deleted with the others where one is refused permanently', async () => {
    const made = await calendar.createHolds({ ...wanted, transactionId: randomUUID() });
    const nobodys = { ownerId: personId(randomUUID()), eventId: 'unknown', slot: monday(9, 10) };
    await expect(calendar.removeHolds({ holds: [nobodys, ...made.holds] })).rejects.toMatchObject({
      reason: 'notFound',
    });
    expect([...(await agendaOf(alice.id)), ...(await agendaOf(bob.id))]).toEqual([]);
  });
});
