import type { PlannerTask as NewPlannerTask } from '@microsoft/microsoft-graph-types';
import { z } from 'zod';

import type { Store } from '../../../../workflows/ports/store.ts';
import { ServiceError } from '../../../../workflows/ports/service-error.ts';
import type { Task, NewTask } from '../../../../workflows/ports/tasks.ts';
import { read, serviceErrorOf } from '../transport/graph-error.ts';
import type { GraphAnswer } from '../transport/graph-request.ts';
import type { Graph } from '../transport/graph.ts';
import { assignedTo, isMadeFrom, plannerTask, taskOf } from './planner-task.ts';
import type { PlannerTask } from './planner-task.ts';
import { describeTasks } from './task-details.ts';

export interface Plan {
  readonly planId: string;
  readonly bucketId?: string;
  /** Remembers which draft became which task: Planner itself knows no keys. */
  readonly store: Store;
}

const rememberedMs = 90 * 24 * 60 * 60 * 1000;
/** How far Planner's clock and ours may differ. */
const clockSkewMs = 2 * 60 * 1000;
const maxRounds = 4;

/** What the store keeps of a draft: that a creation began (and may have happened), or what came of it. */
const memory = z.union([
  z.object({ task: z.custom<Task>((value) => typeof value === 'object'), isDescribed: z.boolean() }),
  z.object({ begunAtMs: z.number() }),
]);

function draftKey(draft: NewTask): string {
  return `planner:draft:${draft.idempotencyKey}`;
}

function bodyOf(plan: Plan, draft: NewTask, withDetails: boolean): NewPlannerTask {
  return {
    planId: plan.planId,
    bucketId: plan.bucketId,
    title: draft.title,
    ...(draft.assigneeId === undefined ? {} : { assignments: assignedTo(draft.assigneeId) }),
    dueDateTime: draft.dueAt,
    ...(withDetails && draft.description !== undefined
      ? { details: { description: draft.description } }
      : {}),
  };
}

/**
 * Creates each draft's task at most once. A creation is noted in the store before it is sent; where a former one was
 * noted and its answer lost, the plan is searched for its task first. A task belongs to the draft that claims it in the
 * store, so that equal drafts of two meetings never share one.
 */
export async function createTasks(
  graph: Graph,
  plan: Plan,
  drafts: readonly NewTask[],
): Promise<readonly Task[]> {
  const { store } = plan;
  const life = { ttlMs: rememberedMs };
  const tasks = new Map<string, { readonly task: Task; readonly isDescribed: boolean }>();
  const keep = async (draft: NewTask, task: Task, isDescribed: boolean): Promise<void> => {
    tasks.set(draft.idempotencyKey, { task, isDescribed });
    await store.set(draftKey(draft), JSON.stringify({ task, isDescribed }), life);
  };
  const claim = async (draft: NewTask, found: PlannerTask): Promise<boolean> => {
    const key = `planner:task:${found.id}`;
    const isOurs =
      (await store.setIfAbsent(key, draft.idempotencyKey, life)) ||
      (await store.get(key)) === draft.idempotencyKey;
    const isDescribed = (draft.description ?? '') === '' || found.hasDescription === true;
    if (isOurs) await keep(draft, taskOf(found, isDescribed ? draft.description : undefined), isDescribed);
    return isOurs;
  };

  /** Since when each open draft's creation may have happened unseen. */
  const unclear = new Map<NewTask, number>();
  const open = new Set<NewTask>();
  const begunAtMs = Date.now();
  for (const draft of new Map(drafts.map((one) => [one.idempotencyKey, one])).values()) {
    const kept = await store.get(draftKey(draft));
    const known = kept === undefined ? undefined : memory.parse(JSON.parse(kept));
    if (known !== undefined && 'task' in known) {
      tasks.set(draft.idempotencyKey, known);
      continue;
    }
    open.add(draft);
    if (known !== undefined) unclear.set(draft, known.begunAtMs);
    else await store.set(draftKey(draft), JSON.stringify({ begunAtMs }), life);
  }

  for (let round = 0; open.size > 0; round += 1) {
    if (round === maxRounds) throw contested();
    if (unclear.size > 0) {
      const existing = await graph.list(
        `/planner/plans/${encodeURIComponent(plan.planId)}/tasks`,
        plannerTask,
      );
      for (const [draft, sinceMs] of unclear) {
        for (const found of existing.filter((task) => isMadeFrom(task, draft, sinceMs - clockSkewMs))) {
          if (!(await claim(draft, found))) continue;
          open.delete(draft);
          break;
        }
      }
      unclear.clear();
    }
    const toCreate = [...open];
    const post = (posted: readonly NewTask[], withDetails: boolean): Promise<readonly GraphAnswer[]> =>
      graph.batch(
        posted.map((draft) => ({
          method: 'POST',
          path: '/planner/tasks',
          body: bodyOf(plan, draft, withDetails),
        })),
        { once: true },
      );
    let answers = await post(toCreate, true);
    // That details may come with a new task is documented nowhere: who refuses them gets the task alone.
    if (answers.length > 0 && answers.every(({ status }) => status === 400))
      answers = await post(toCreate, false);
    for (const [index, draft] of toCreate.entries()) {
      const answer = answers[index];
      if (answer === undefined || answer.status >= 300) continue;
      if (await claim(draft, read(plannerTask, answer.body))) open.delete(draft);
      else unclear.set(draft, begunAtMs);
    }
    const refused = answers.find(({ status }) => status >= 300);
    if (refused !== undefined) throw serviceErrorOf(refused);
  }

  const toDescribe = drafts.filter(({ idempotencyKey }) => tasks.get(idempotencyKey)?.isDescribed === false);
  await describeTasks(
    graph,
    toDescribe.flatMap(({ idempotencyKey, description = '' }) => {
      const taskId = tasks.get(idempotencyKey)?.task.taskId;
      return taskId === undefined ? [] : [{ taskId, description }];
    }),
  );
  for (const draft of toDescribe) {
    const task = tasks.get(draft.idempotencyKey)?.task;
    if (task !== undefined) await keep(draft, { ...task, description: draft.description ?? '' }, true);
  }
  return drafts.flatMap(({ idempotencyKey }) => tasks.get(idempotencyKey)?.task ?? []);
}

function contested(): ServiceError {
  return new ServiceError({
    reason: 'unavailable',
    service: 'microsoft365',
    message: 'Several meetings create the same task at the same time; it is tried again.',
  });
}
