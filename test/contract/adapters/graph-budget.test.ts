import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { companyPeople } from '../../../infra/graph-emulator/company.ts';
import { companyPlanId } from '../../../infra/graph-emulator/seed.ts';
import { createGraphCalendar } from '../../../workers/adapters/graph/calendar/calendar.ts';
import { createGraphTasks } from '../../../workers/adapters/graph/planner/tasks.ts';
import { holdsFor } from '../../../workflows/domain/meeting/holds.ts';
import { personId } from '../../../workflows/domain/people/person.ts';
import { monday, room, startGraphWorld } from './graph-world.ts';
import type { GraphWorld } from './graph-world.ts';

let world: GraphWorld;
beforeAll(async () => {
  world = await startGraphWorld();
});
afterAll(() => world.close());

describe('a meeting of ten with holds, room and tasks', () => {
  it('costs at most eight requests to Graph', async () => {
    const calendar = createGraphCalendar(world.graph);
    const tasks = createGraphTasks(world.graph, { planId: companyPlanId, store: world.store });
    const people = companyPeople.slice(0, 10).map((one) => ({ ...one, id: personId(one.id) }));
    const [organizer, ...attendees] = people;
    if (organizer === undefined) throw new Error('The company is empty.');
    const slot = monday(9, 10);
    const cost = await world.requestsOf(async () => {
      await calendar.availability({ people: [...people, room('Havel')], window: monday(0, 24 * 14) });
      const { holds } = await calendar.createHolds({
        transactionId: randomUUID(),
        title: 'Hold',
        wanted: holdsFor([organizer.id], [slot, monday(11, 12), monday(13, 14)]),
      });
      await calendar.availability({ people: [...people, room('Havel')], window: slot });
      const { iCalUId } = await calendar.book({
        transactionId: randomUUID(),
        organizer,
        subject: 'Q3 budget',
        body: '',
        slot,
        timeZone: 'Europe/Berlin',
        attendees: attendees.map((one) => ({ person: one, type: 'required' })),
        room: room('Havel'),
        isOnlineMeeting: true,
      });
      const accepted = await calendar.acceptFor({ iCalUId, slot, people: attendees });
      expect(accepted.notAccepted).toEqual([]);
      await tasks.create([
        {
          idempotencyKey: randomUUID(),
          title: 'Prepare',
          assigneeId: organizer.id,
          dueAt: slot.start,
          description: 'Q3 budget',
        },
        { idempotencyKey: randomUUID(), title: 'Send figures', description: 'Before the meeting' },
      ]);
      await calendar.removeHolds({ holds });
    });
    console.log(`a meeting of ten: ${cost} requests to Graph`);
    expect(cost).toBeLessThanOrEqual(8);
  });
});
