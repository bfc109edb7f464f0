import { collectionPage } from '../protocol/collection-page.ts';
import { created, noContent, ok, type GraphAnswer, type GraphCall } from '../protocol/graph-call.ts';
import { badRequest } from '../graph-error.ts';
import type { Json } from '../protocol/json.ts';
import { personOf } from '../directory/mailbox-lookup.ts';
import { tasksRead, tasksWrite } from '../access/permission-names.ts';
import { itemJson, listedJson, needItem, patchAnswer } from './planner-answers.ts';
import { checkPlannerMatch, newPlannerId, plannerEtag, type PlannerItem } from './planner-store.ts';
import {
  detailsBody,
  identityOf,
  mergedDetails,
  mergedTask,
  taskBody,
  type TaskBody,
} from './planner-task-body.ts';
import { pick, readQueryOptions } from '../protocol/query-options.ts';
import { objectBody, readBody } from '../protocol/request-body.ts';
import type { GraphRoute } from '../route.ts';
import type { EmulatorState } from '../emulator-state.ts';

const listOptions = ['$select', '$top', '$skip', '$filter', '$orderby', '$count'] as const;

function checkBucket(world: EmulatorState, planId: string, bucketId: unknown): void {
  if (typeof bucketId !== 'string') return;
  if (world.planner.find('bucket', bucketId)?.parent !== planId)
    throw badRequest('The bucket is not one of the plan.');
}

function checkAssignees(world: EmulatorState, body: TaskBody): void {
  for (const [id, change] of Object.entries(body.assignments ?? {})) {
    if (change !== null && world.directory.find(id)?.kind !== 'user') {
      throw badRequest(`There is no user '${id.slice(0, 100)}' to assign the task to.`);
    }
  }
}

function postTask(world: EmulatorState, call: GraphCall): GraphAnswer {
  const body = readBody(taskBody, objectBody(call.body), 'microsoft.graph.plannerTask');
  const plan = needItem(world, 'plan', body.planId ?? '');
  checkBucket(world, plan.id, body.bucketId);
  checkAssignees(world, body);
  const now = world.now().toISOString();
  const details =
    body.details === undefined
      ? {}
      : readBody(detailsBody, objectBody(body.details), 'microsoft.graph.plannerTaskDetails');
  const empty: Json = {
    planId: plan.id,
    bucketId: null,
    percentComplete: 0,
    priority: 5,
    startDateTime: null,
    dueDateTime: null,
    assigneePriority: '',
    conversationThreadId: null,
    assignments: {},
    appliedCategories: {},
    createdBy: identityOf(call.caller),
    createdDateTime: now,
  };
  const task = mergedTask(empty, body, call.caller, now);
  const id = newPlannerId();
  const blank = { description: '', previewType: 'automatic', checklist: {}, references: {} };
  const item = world.database.transaction(() => {
    world.planner.write({
      id,
      kind: 'taskDetails',
      parent: id,
      body: mergedDetails(blank, details, call.caller, now),
    });
    return world.planner.write({ id, kind: 'task', parent: plan.id, body: task });
  });
  return created(itemJson(world, call, item), { ETag: plannerEtag(item) });
}

function getTask(world: EmulatorState, call: GraphCall): GraphAnswer {
  const { select } = readQueryOptions(call.query, ['$select']);
  return ok(pick(itemJson(world, call, needItem(world, 'task', call.params['task'] ?? '')), select));
}

function patchTask(world: EmulatorState, call: GraphCall): GraphAnswer {
  const item = needItem(world, 'task', call.params['task'] ?? '');
  checkPlannerMatch(item, call.headers['if-match']);
  const body = readBody(taskBody, objectBody(call.body), 'microsoft.graph.plannerTask');
  const planId = body.planId ?? item.parent;
  if (planId !== item.parent) needItem(world, 'plan', planId);
  checkBucket(world, planId, body.bucketId);
  checkAssignees(world, body);
  const merged = mergedTask(item.body, body, call.caller, world.now().toISOString());
  return patchAnswer(world, call, world.planner.write({ ...item, parent: planId, body: merged }));
}

function deleteTask(world: EmulatorState, call: GraphCall): GraphAnswer {
  const item = needItem(world, 'task', call.params['task'] ?? '');
  checkPlannerMatch(item, call.headers['if-match']);
  world.database.transaction(() => {
    world.planner.remove({ kind: 'taskDetails', id: item.id });
    world.planner.remove(item);
  });
  return noContent;
}

function getDetails(world: EmulatorState, call: GraphCall): GraphAnswer {
  const { select } = readQueryOptions(call.query, ['$select']);
  return ok(pick(itemJson(world, call, needItem(world, 'taskDetails', call.params['task'] ?? '')), select));
}

function patchDetails(world: EmulatorState, call: GraphCall): GraphAnswer {
  const item = needItem(world, 'taskDetails', call.params['task'] ?? '');
  checkPlannerMatch(item, call.headers['if-match']);
  const body = readBody(detailsBody, objectBody(call.body), 'microsoft.graph.plannerTaskDetails');
  const merged = mergedDetails(item.body, body, call.caller, world.now().toISOString());
  return patchAnswer(world, call, world.planner.write({ ...item, body: merged }));
}

function listed(world: EmulatorState, call: GraphCall, items: readonly PlannerItem[]): GraphAnswer {
  const tasks = items.map((item) => listedJson(world, item));
  const options = readQueryOptions(call.query, listOptions);
  return ok(collectionPage(call, 'Collection(microsoft.graph.plannerTask)', tasks, options, 400));
}

function planTasks(world: EmulatorState, call: GraphCall): GraphAnswer {
  return listed(world, call, world.planner.of('task', needItem(world, 'plan', call.params['plan'] ?? '').id));
}

function bucketTasks(world: EmulatorState, call: GraphCall): GraphAnswer {
  const bucket = needItem(world, 'bucket', call.params['bucket'] ?? '');
  const tasks = world.planner.of('task', bucket.parent).filter(({ body }) => body['bucketId'] === bucket.id);
  return listed(world, call, tasks);
}

function assignedTo(item: PlannerItem, userId: string): boolean {
  return Object.keys(item.body['assignments'] ?? {}).some((id) => id.toLowerCase() === userId);
}

function userTasks(world: EmulatorState, call: GraphCall): GraphAnswer {
  const person = personOf(world, call);
  return listed(
    world,
    call,
    world.planner.all('task').filter((item) => assignedTo(item, person.id)),
  );
}

function allTasks(world: EmulatorState, call: GraphCall): GraphAnswer {
  const { caller } = call;
  const tasks = world.planner.all('task');
  return listed(
    world,
    call,
    caller.kind === 'delegated' ? tasks.filter((item) => assignedTo(item, caller.userId)) : tasks,
  );
}

export const taskRoutes: readonly GraphRoute[] = [
  { method: 'GET', path: '/planner/tasks', needs: tasksRead, handle: allTasks },
  { method: 'POST', path: '/planner/tasks', needs: tasksWrite, handle: postTask },
  { method: 'GET', path: '/planner/tasks/{task}', needs: tasksRead, handle: getTask },
  { method: 'PATCH', path: '/planner/tasks/{task}', needs: tasksWrite, handle: patchTask },
  { method: 'DELETE', path: '/planner/tasks/{task}', needs: tasksWrite, handle: deleteTask },
  { method: 'GET', path: '/planner/tasks/{task}/details', needs: tasksRead, handle: getDetails },
  { method: 'PATCH', path: '/planner/tasks/{task}/details', needs: tasksWrite, handle: patchDetails },
  { method: 'GET', path: '/planner/plans/{plan}/tasks', needs: tasksRead, handle: planTasks },
  { method: 'GET', path: '/planner/buckets/{bucket}/tasks', needs: tasksRead, handle: bucketTasks },
  { method: 'GET', path: '/users/{user}/planner/tasks', needs: tasksRead, handle: userTasks },
];
