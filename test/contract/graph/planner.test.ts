import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { companyGroups, companyPeople } from '../../../infra/graph-emulator/company.ts';
import { companyPlanId } from '../../../infra/graph-emulator/seed.ts';
import { startTestGraphEmulator, type TestGraphEmulator } from '../../support/graph-emulator.ts';
import { at, listed, textAt } from '../../support/graph-json.ts';

const bob = companyPeople[1];

describe('Planner', () => {
  let graph: TestGraphEmulator;

  beforeAll(async () => {
    graph = await startTestGraphEmulator();
  });

  afterAll(async () => {
    await graph.close();
  });

  async function newTask(): Promise<{ path: string; etag: string }> {
    const answer = await graph.call('POST', '/planner/tasks', {
      body: { planId: companyPlanId, title: 'Agenda' },
    });
    expect(answer.status).toBe(201);
    return { path: `/planner/tasks/${textAt(answer.body, 'id')}`, etag: textAt(answer.body, '@odata.etag') };
  }

  it('changes nothing without If-Match (412), with an old ETag (412) or with one of something else (400)', async () => {
    const { path, etag } = await newTask();
    const change = (headers: Record<string, string>) =>
      graph.call('PATCH', path, { body: { percentComplete: 50 }, headers });
    expect((await change({})).status).toBe(412);
    expect((await change({ 'If-Match': 'W/"other"' })).status).toBe(400);
    const details = await graph.call('GET', `${path}/details`);
    expect((await change({ 'If-Match': textAt(details.body, '@odata.etag') })).status).toBe(400);
    expect((await change({ 'If-Match': etag })).status).toBe(204);
    expect((await change({ 'If-Match': etag })).status).toBe(412);
    expect((await graph.call('DELETE', path, { headers: { 'If-Match': etag } })).status).toBe(412);
  });

  it('answers a change with 204, or with the resource for Prefer: return=representation', async () => {
    const { path, etag } = await newTask();
    const headers = { 'If-Match': etag, Prefer: 'return=representation' };
    const answer = await graph.call('PATCH', path, { body: { percentComplete: 100 }, headers });
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ percentComplete: 100 });
    expect(at(answer.body, 'completedDateTime')).toEqual(expect.any(String));
    expect(textAt(answer.body, '@odata.etag')).not.toBe(etag);
  });

  it('keeps a checklist whose counts show in the task, and removes what is set to null', async () => {
    const { path } = await newTask();
    const change = async (checklist: object): Promise<void> => {
      const details = await graph.call('GET', `${path}/details`);
      const headers = { 'If-Match': textAt(details.body, '@odata.etag') };
      expect((await graph.call('PATCH', `${path}/details`, { body: { checklist }, headers })).status).toBe(
        204,
      );
    };
    const type = { '@odata.type': '#microsoft.graph.plannerChecklistItem' };
    await change({ one: { ...type, title: 'Read' }, two: { ...type, title: 'Ask', isChecked: true } });
    expect((await graph.call('GET', path)).body).toMatchObject({
      checklistItemCount: 2,
      activeChecklistItemCount: 1,
    });
    await change({ one: null });
    expect((await graph.call('GET', path)).body).toMatchObject({
      checklistItemCount: 1,
      activeChecklistItemCount: 0,
    });
  });

  it('shows an assigned task in the person’s list', async () => {
    const assignments = {
      [bob?.id ?? '']: { '@odata.type': '#microsoft.graph.plannerAssignment', orderHint: ' !' },
    };
    const body = { planId: companyPlanId, title: 'For Bob', assignments };
    await graph.call('POST', '/planner/tasks', { body });
    const tasks = listed((await graph.call('GET', `/users/${bob?.id ?? ''}/planner/tasks`)).body);
    expect(tasks.map((task) => at(task, 'title'))).toEqual(['For Bob']);
  });

  it.each([
    ['a wrong @odata.type', { assignments: { [bob?.id ?? '']: { '@odata.type': '#microsoft.graph.user' } } }],
    [
      'a start after the due date',
      { startDateTime: '2026-03-03T00:00:00Z', dueDateTime: '2026-03-02T00:00:00Z' },
    ],
    ['somebody unknown', { assignments: { '00000000-0000-4000-8000-000000000000': { orderHint: ' !' } } }],
    ['a bucket of no plan', { bucketId: 'nowhere' }],
    ['more than 100 percent', { percentComplete: 101 }],
    ['no title', { title: '' }],
  ])('refuses a task with %s', async (_title, extra) => {
    const body = { planId: companyPlanId, title: 'Task', ...extra };
    expect((await graph.call('POST', '/planner/tasks', { body })).status).toBe(400);
  });

  it('creates plans and deletes them with everything in them', async () => {
    const group = companyGroups[0]?.id ?? '';
    const plan = await graph.call('POST', '/planner/plans', { body: { owner: group, title: 'Short' } });
    const planId = textAt(plan.body, 'id');
    await graph.call('POST', '/planner/buckets', { body: { name: 'One', planId } });
    const task = await graph.call('POST', '/planner/tasks', { body: { planId, title: 'Gone soon' } });
    expect(listed((await graph.call('GET', `/groups/${group}/planner/plans`)).body)).toHaveLength(2);
    const headers = { 'If-Match': textAt(plan.body, '@odata.etag') };
    expect((await graph.call('DELETE', `/planner/plans/${planId}`, { headers })).status).toBe(204);
    expect((await graph.call('GET', `/planner/tasks/${textAt(task.body, 'id')}`)).status).toBe(404);
  });
});
