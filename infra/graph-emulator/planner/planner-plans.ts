import { z } from 'zod';
import { collectionPage } from '../protocol/collection-page.ts';
import { created, noContent, ok, type GraphAnswer, type GraphCall } from '../protocol/graph-call.ts';
import { badRequest, GraphError } from '../graph-error.ts';
import type { Json } from '../protocol/json.ts';
import { tasksRead, tasksWrite } from '../access/permission-names.ts';
import { itemJson, listedJson, needItem, patchAnswer } from './planner-answers.ts';
import { checkPlannerMatch, newPlannerId } from './planner-store.ts';
import { identityOf } from './planner-task-body.ts';
import { pick, readQueryOptions } from '../protocol/query-options.ts';
import { graphBoolean, objectBody, readBody } from '../protocol/request-body.ts';
import type { GraphRoute } from '../route.ts';
import type { EmulatorState } from '../emulator-state.ts';

const ignored = z.unknown().optional();
const listOptions = ['$select', '$top', '$skip', '$filter', '$orderby', '$count'] as const;

const planBody = z.object({
  title: z.string().min(1).max(255),
  owner: z.string().nullish(),
  container: z
    .object({ url: z.string().nullish(), containerId: z.string().nullish(), type: z.string().nullish() })
    .nullish(),
  id: ignored,
  createdBy: ignored,
  createdDateTime: ignored,
});

function planOwner(body: z.output<typeof planBody>): string {
  const named =
    body.owner ?? body.container?.containerId ?? /groups\/([^/]+)$/.exec(body.container?.url ?? '')?.[1];
  if (named === undefined) throw badRequest('A plan needs an owner: the id of its group.');
  return named;
}

function postPlan(world: EmulatorState, call: GraphCall): GraphAnswer {
  const body = readBody(planBody, objectBody(call.body), 'microsoft.graph.plannerPlan');
  const owner = planOwner(body);
  if (world.directory.group(owner) === undefined) {
    throw new GraphError(
      403,
      'Forbidden',
      'You do not have the required permissions to access this item: there is no such group.',
    );
  }
  const item = world.database.transaction(() =>
    createPlan(world, owner, body.title, identityOf(call.caller)),
  );
  // 200 as in Microsoft's own sample (planner-plan-create); tasks and buckets answer 201.
  return ok(itemJson(world, call, item));
}

export function createPlan(
  world: EmulatorState,
  owner: string,
  title: string,
  createdBy: Json,
  id = newPlannerId(),
) {
  const url = `https://graph.microsoft.com/v1.0/groups/${owner}`;
  const createdDateTime = world.now().toISOString();
  const container = {
    '@odata.type': '#microsoft.graph.plannerPlanContainer',
    url,
    containerId: owner,
    type: 'group',
  };
  world.planner.write({
    id,
    kind: 'planDetails',
    parent: id,
    body: { sharedWith: {}, categoryDescriptions: { category1: null } },
  });
  return world.planner.write({
    id,
    kind: 'plan',
    parent: owner,
    body: { title, owner, createdBy, createdDateTime, container },
  });
}

function getOne(kind: 'plan' | 'planDetails', parameter: string) {
  return (world: EmulatorState, call: GraphCall): GraphAnswer => {
    const { select } = readQueryOptions(call.query, ['$select']);
    return ok(pick(itemJson(world, call, needItem(world, kind, call.params[parameter] ?? '')), select));
  };
}

const planPatch = z.object({ ...planBody.shape, title: planBody.shape.title.optional() });

function patchPlan(world: EmulatorState, call: GraphCall): GraphAnswer {
  const item = needItem(world, 'plan', call.params['plan'] ?? '');
  checkPlannerMatch(item, call.headers['if-match']);
  const { title } = readBody(planPatch, objectBody(call.body), 'microsoft.graph.plannerPlan');
  const written = world.planner.write({
    ...item,
    body: title === undefined ? item.body : { ...item.body, title },
  });
  return patchAnswer(world, call, written);
}

function deletePlan(world: EmulatorState, call: GraphCall): GraphAnswer {
  const item = needItem(world, 'plan', call.params['plan'] ?? '');
  checkPlannerMatch(item, call.headers['if-match']);
  world.database.transaction(() => {
    for (const task of world.planner.of('task', item.id)) {
      world.planner.remove({ kind: 'taskDetails', id: task.id });
      world.planner.remove(task);
    }
    for (const bucket of world.planner.of('bucket', item.id)) world.planner.remove(bucket);
    world.planner.remove({ kind: 'planDetails', id: item.id });
    world.planner.remove(item);
  });
  return noContent;
}

const planDetailsBody = z.object({
  categoryDescriptions: z.record(z.string(), z.string().max(255).nullable()).nullish(),
  sharedWith: z.record(z.string(), z.union([graphBoolean, z.string()])).nullish(),
  id: ignored,
});

function overlay(before: unknown, changes: Json | null | undefined): Json {
  const merged: Json = { ...(before as Json), ...changes };
  return Object.fromEntries(
    Object.entries(merged).filter(([key, value]) => !key.includes('@') && value !== false),
  );
}

function patchPlanDetails(world: EmulatorState, call: GraphCall): GraphAnswer {
  const item = needItem(world, 'planDetails', call.params['plan'] ?? '');
  checkPlannerMatch(item, call.headers['if-match']);
  const body = readBody(planDetailsBody, objectBody(call.body), 'microsoft.graph.plannerPlanDetails');
  for (const name of Object.keys(body.categoryDescriptions ?? {})) {
    if (!name.includes('@') && !/^category([1-9]|1\d|2[0-5])$/.test(name))
      throw badRequest('Only category1 to category25 exist.');
  }
  const written = world.planner.write({
    ...item,
    body: {
      ...item.body,
      categoryDescriptions: overlay(item.body['categoryDescriptions'], body.categoryDescriptions),
      sharedWith: overlay(item.body['sharedWith'], body.sharedWith),
    },
  });
  return patchAnswer(world, call, written);
}

function listPlans(world: EmulatorState, call: GraphCall): GraphAnswer {
  const group = world.directory.group(call.params['group'] ?? '');
  if (group === undefined) throw new GraphError(404, '', 'The requested item is not found.');
  const plans = world.planner.of('plan', group.id).map((item) => listedJson(world, item));
  return ok(
    collectionPage(
      call,
      'Collection(microsoft.graph.plannerPlan)',
      plans,
      readQueryOptions(call.query, listOptions),
      400,
    ),
  );
}

const bucketBody = z.object({
  name: z.string().min(1).max(255),
  planId: z.string(),
  orderHint: z.string().nullish(),
  id: ignored,
});

function postBucket(world: EmulatorState, call: GraphCall): GraphAnswer {
  const body = readBody(bucketBody, objectBody(call.body), 'microsoft.graph.plannerBucket');
  const plan = needItem(world, 'plan', body.planId);
  const bucket = createBucket(world, plan.id, body.name);
  return created(itemJson(world, call, bucket));
}

export function createBucket(world: EmulatorState, planId: string, name: string, id = newPlannerId()) {
  const orderHint = `85${String(world.database.version).padStart(12, '0')}+`;
  return world.planner.write({ id, kind: 'bucket', parent: planId, body: { name, planId, orderHint } });
}

const bucketPatch = bucketBody.partial();

function patchBucket(world: EmulatorState, call: GraphCall): GraphAnswer {
  const item = needItem(world, 'bucket', call.params['bucket'] ?? '');
  checkPlannerMatch(item, call.headers['if-match']);
  const { name } = readBody(bucketPatch, objectBody(call.body), 'microsoft.graph.plannerBucket');
  const written = world.planner.write({
    ...item,
    body: name === undefined ? item.body : { ...item.body, name },
  });
  return patchAnswer(world, call, written);
}

function deleteBucket(world: EmulatorState, call: GraphCall): GraphAnswer {
  const item = needItem(world, 'bucket', call.params['bucket'] ?? '');
  checkPlannerMatch(item, call.headers['if-match']);
  world.planner.remove(item);
  return noContent;
}

function getBucket(world: EmulatorState, call: GraphCall): GraphAnswer {
  const { select } = readQueryOptions(call.query, ['$select']);
  return ok(pick(itemJson(world, call, needItem(world, 'bucket', call.params['bucket'] ?? '')), select));
}

function listBuckets(world: EmulatorState, call: GraphCall): GraphAnswer {
  const plan = call.params['plan'];
  const found =
    plan === undefined
      ? world.planner.all('bucket')
      : world.planner.of('bucket', needItem(world, 'plan', plan).id);
  const buckets = found.map((item) => listedJson(world, item));
  return ok(
    collectionPage(
      call,
      'Collection(microsoft.graph.plannerBucket)',
      buckets,
      readQueryOptions(call.query, listOptions),
      400,
    ),
  );
}

export const planRoutes: readonly GraphRoute[] = [
  { method: 'GET', path: '/groups/{group}/planner/plans', needs: tasksRead, handle: listPlans },
  { method: 'POST', path: '/planner/plans', needs: tasksWrite, handle: postPlan },
  { method: 'GET', path: '/planner/plans/{plan}', needs: tasksRead, handle: getOne('plan', 'plan') },
  { method: 'PATCH', path: '/planner/plans/{plan}', needs: tasksWrite, handle: patchPlan },
  { method: 'DELETE', path: '/planner/plans/{plan}', needs: tasksWrite, handle: deletePlan },
  {
    method: 'GET',
    path: '/planner/plans/{plan}/details',
    needs: tasksRead,
    handle: getOne('planDetails', 'plan'),
  },
  { method: 'PATCH', path: '/planner/plans/{plan}/details', needs: tasksWrite, handle: patchPlanDetails },
  { method: 'GET', path: '/planner/plans/{plan}/buckets', needs: tasksRead, handle: listBuckets },
  { method: 'GET', path: '/planner/buckets', needs: tasksRead, handle: listBuckets },
  { method: 'POST', path: '/planner/buckets', needs: tasksWrite, handle: postBucket },
  { method: 'GET', path: '/planner/buckets/{bucket}', needs: tasksRead, handle: getBucket },
  { method: 'PATCH', path: '/planner/buckets/{bucket}', needs: tasksWrite, handle: patchBucket },
  { method: 'DELETE', path: '/planner/buckets/{bucket}', needs: tasksWrite, handle: deleteBucket },
];
