import { randomUUID } from 'node:crypto';

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { companyPlanId } from '../../../infra/graph-emulator/seed.ts';
import { createGraphTasks } from '../../../workers/adapters/graph/planner/tasks.ts';
import type { NewTask, Tasks } from '../../../workflows/ports/tasks.ts';
import { person, startGraphWorld } from './graph-world.ts';
import type { GraphWorld } from './graph-world.ts';

let world: GraphWorld;
let tasks: Tasks;
const [alice, bob] = [person('Alice M'), person('Bob')];

beforeAll(async () => {
  world = await startGraphWorld();
  tasks = createGraphTasks(world.graph, { planId: companyPlanId, store: world.store });
});
afterAll(() => world.close());
afterEach(() => {
  world.emulator.reset();
});

const drafts = (): readonly NewTask[] => [
  { idempotencyKey: randomUUID(), title: 'Prepare', assigneeId: alice.id, dueAt: '2027-01-11T08:00:00.000Z' },
  { idempotencyKey: randomUUID(), title: 'Send figures', assigneeId: bob.id, description: 'By mail, please' },
  { idempotencyKey: randomUUID(), title: 'Nobody’s' },
];

describe('tasks through Planner', () => {
  it('are created in the order of the drafts, with one request', async () => {
    const wanted = drafts();
    expect(await world.requestsOf(() => tasks.create(wanted))).toBe(1);
    const created = await tasks.create(wanted);
    expect(created).toMatchObject([
      { title: 'Prepare', assigneeIds: [alice.id], dueAt: '2027-01-11T08:00:00.000Z', percentComplete: 0 },
      { title: 'Send figures', assigneeIds: [bob.id], description: 'By mail, please' },
      { title: 'Nobody’s', assigneeIds: [] },
    ]);
    const { body } = await world.emulator.call('GET', `/planner/tasks/${created[1]?.taskId ?? ''}/details`);
    expect(body).toMatchObject({ description: 'By mail, please' });
  });

  it.each([['before'], ['after']] as const)(
    'exist once when the answer was cut %s the write',
    async (cut) => {
      const wanted = drafts();
      world.emulator.addFault({ method: 'POST', path: 'batch', cut });
      await expect(tasks.create(wanted)).rejects.toMatchObject({ reason: 'unavailable' });
      const created = await tasks.create(wanted);
      expect(await tasks.create(wanted)).toEqual(created);
      expect(await tasks.list({})).toHaveLength(3);
    },
  );

  it('are not shared between equal drafts of two meetings whose answers were lost', async () => {
    const equal = (): NewTask => ({ idempotencyKey: randomUUID(), title: 'Prepare' });
    const [one, two] = [equal(), equal()];
    for (const draft of [one, two]) {
      world.emulator.addFault({ method: 'POST', path: '/tasks$', cut: 'after' });
      await expect(tasks.create([draft])).rejects.toMatchObject({ reason: 'unavailable' });
    }
    const made = [...(await tasks.create([one])), ...(await tasks.create([two]))].map(({ taskId }) => taskId);
    expect(new Set(made).size).toBe(2);
    expect(await tasks.list({})).toHaveLength(2);
  });

  it('are described afterwards where Planner refuses details with a new task', async () => {
    const wanted = drafts().slice(1, 2);
    world.emulator.addFault({ method: 'POST', path: '/tasks$', status: 400 });
    const [created] = await tasks.create(wanted);
    expect(created?.description).toBe('By mail, please');
    const { body } = await world.emulator.call('GET', `/planner/tasks/${created?.taskId ?? ''}/details`);
    expect(body).toMatchObject({ description: 'By mail, please' });
  });

  it('are listed by assignee', async () => {
    await tasks.create(drafts());
    expect(await tasks.list({ assigneeId: bob.id })).toMatchObject([{ title: 'Send figures' }]);
  });

  it('change, and refuse a change that was made on stale knowledge', async () => {
    const [task] = await tasks.create(drafts());
    const taskId = task?.taskId ?? '';
    const changed = await tasks.update({
      taskId,
      title: 'Prepare well',
      percentComplete: 50,
      assigneeId: bob.id,
      description: 'All of it',
      dueAt: '2027-01-12T08:00:00.000Z',
    });
    expect(changed).toMatchObject({
      title: 'Prepare well',
      percentComplete: 50,
      assigneeIds: [bob.id],
      dueAt: '2027-01-12T08:00:00.000Z',
      description: 'All of it',
    });
    await expect(tasks.update({ taskId, etag: task?.etag ?? '', title: 'Late' })).rejects.toMatchObject({
      reason: 'conflict',
    });
    await tasks.update({ taskId, etag: changed.etag, percentComplete: 100 });
    await expect(tasks.update({ taskId: 'gone', title: 'x' })).rejects.toMatchObject({ reason: 'notFound' });
  });

  it('are removed, no matter how often it is requested', async () => {
    const ids = (await tasks.create(drafts())).map(({ taskId }) => taskId);
    await tasks.remove(ids);
    await tasks.remove(ids);
    expect(await tasks.list({})).toEqual([]);
  });
});
