import type { PlannerTask } from '@microsoft/microsoft-graph-types';
import { z } from 'zod';

import type { Task, Tasks } from '../../../../workflows/ports/tasks.ts';
import { read, serviceErrorOf } from '../transport/graph-error.ts';
import type { Graph } from '../transport/graph.ts';
import { assignedTo, plannerTask, taskOf } from './planner-task.ts';
import { createTasks } from './task-creation.ts';
import type { Plan } from './task-creation.ts';
import { describeTasks } from './task-details.ts';

const maxAttempts = 3;

function pathOf(taskId: string): string {
  return `/planner/tasks/${encodeURIComponent(taskId)}`;
}

type Update = Parameters<Tasks['update']>[0];

/** One try; undefined when the task changed between reading and writing. */
async function tryUpdate(graph: Graph, input: Update): Promise<Task | undefined> {
  const path = pathOf(input.taskId);
  const current = await graph.send({ method: 'GET', path }, plannerTask);
  const others = Object.keys(current.assignments ?? {}).filter((id) => id.toLowerCase() !== input.assigneeId);
  const change = {
    title: input.title,
    dueDateTime: input.dueAt,
    percentComplete: input.percentComplete,
    ...(input.assigneeId === undefined
      ? {}
      : {
          assignments: {
            ...Object.fromEntries(others.map((id) => [id, null])),
            ...assignedTo(input.assigneeId),
          },
        }),
  } satisfies PlannerTask;
  if (Object.values(change).every((value) => value === undefined)) {
    if (input.etag !== undefined && input.etag !== current['@odata.etag']) return undefined;
    return taskOf(current);
  }
  const answer = await graph.answer({
    method: 'PATCH',
    path,
    headers: { 'If-Match': input.etag ?? current['@odata.etag'], Prefer: 'return=representation' },
    body: change,
  });
  if (answer.status === 412 || answer.status === 409) return undefined;
  if (answer.status >= 300) throw serviceErrorOf(answer);
  return taskOf(
    answer.body === undefined
      ? await graph.send({ method: 'GET', path }, plannerTask)
      : read(plannerTask, answer.body),
  );
}

async function updateTask(graph: Graph, input: Update): Promise<Task> {
  // A caller's own ETag says what it has seen; ours only guards the moment between reading and writing.
  const attempts = input.etag === undefined ? maxAttempts : 1;
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const task = await tryUpdate(graph, input);
    if (task === undefined) continue;
    if (input.description === undefined) return task;
    await describeTasks(graph, [{ taskId: input.taskId, description: input.description }]);
    return { ...task, description: input.description };
  }
  throw serviceErrorOf({ status: 412, headers: {}, body: undefined });
}

async function removeTasks(graph: Graph, taskIds: readonly string[]): Promise<void> {
  let open = taskIds;
  for (let attempt = 0; open.length > 0; attempt += 1) {
    if (attempt === maxAttempts) throw serviceErrorOf({ status: 412, headers: {}, body: undefined });
    const found = await graph.batch(open.map((id) => ({ method: 'GET', path: pathOf(id) })));
    const refused = found.find(({ status }) => status >= 300 && status !== 404);
    if (refused !== undefined) throw serviceErrorOf(refused);
    const present = open.flatMap((id, index) => {
      const answer = found[index];
      return answer === undefined || answer.status === 404
        ? []
        : [{ id, etag: read(z.object({ '@odata.etag': z.string() }), answer.body)['@odata.etag'] }];
    });
    const answers = await graph.batch(
      present.map(({ id, etag }) => ({ method: 'DELETE', path: pathOf(id), headers: { 'If-Match': etag } })),
    );
    const failed = answers.find(({ status }) => status >= 300 && ![404, 409, 412].includes(status));
    if (failed !== undefined) throw serviceErrorOf(failed);
    open = present.filter((_, index) => [409, 412].includes(answers[index]?.status ?? 0)).map(({ id }) => id);
  }
}

/** One plan of Planner, through Microsoft Graph. Lists and updates give no descriptions that were not sent. */
export function createGraphTasks(graph: Graph, plan: Plan): Tasks {
  return {
    create: (drafts) => createTasks(graph, plan, drafts),
    async list({ assigneeId }) {
      const found = await graph.list(`/planner/plans/${encodeURIComponent(plan.planId)}/tasks`, plannerTask);
      return found
        .map((task) => taskOf(task))
        .filter(({ assigneeIds }) => assigneeId === undefined || assigneeIds.includes(assigneeId));
    },
    update: (change) => updateTask(graph, change),
    remove: (taskIds) => removeTasks(graph, taskIds),
  };
}
