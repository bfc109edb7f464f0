import { z } from 'zod';
import type { Caller } from '../access/caller.ts';
import { badRequest } from '../graph-error.ts';
import type { Json } from '../protocol/json.ts';
import { graphBoolean, graphEnum, graphInteger } from '../protocol/request-body.ts';

const instant = z.iso.datetime({ offset: true }).nullish();
const previewType = graphEnum(['automatic', 'noPreview', 'checklist', 'description', 'reference']).nullish();

const ignored = z.unknown().optional();

export const taskBody = z.object({
  planId: z.string().nullish(),
  bucketId: z.string().nullish(),
  title: z.string().max(255).nullish(),
  percentComplete: graphInteger.nullish(),
  priority: graphInteger.nullish(),
  startDateTime: instant,
  dueDateTime: instant,
  orderHint: z.string().nullish(),
  assigneePriority: z.string().nullish(),
  conversationThreadId: z.string().nullish(),
  previewType,
  assignments: z
    .record(
      z.string(),
      z
        .object({ '@odata.type': z.string().optional(), orderHint: z.string().nullish() })
        .catchall(ignored)
        .nullable(),
    )
    .nullish(),
  appliedCategories: z.record(z.string(), z.unknown()).nullish(),
  details: ignored,
  id: ignored,
  createdBy: ignored,
  createdDateTime: ignored,
  completedBy: ignored,
  completedDateTime: ignored,
  hasDescription: ignored,
  checklistItemCount: ignored,
  activeChecklistItemCount: ignored,
  referenceCount: ignored,
});

export const detailsBody = z.object({
  description: z.string().max(100_000).nullish(),
  previewType,
  checklist: z
    .record(
      z.string().max(200),
      z
        .object({
          '@odata.type': z.string().optional(),
          title: z.string().max(1_000).nullish(),
          isChecked: graphBoolean.nullish(),
          orderHint: z.string().nullish(),
        })
        .catchall(ignored)
        .nullable(),
    )
    .nullish(),
  references: z
    .record(
      z.string().max(4_000),
      z
        .object({
          '@odata.type': z.string().optional(),
          alias: z.string().max(1_000).nullish(),
          type: z.string().max(100).nullish(),
          previewPriority: z.string().nullish(),
        })
        .catchall(ignored)
        .nullable(),
    )
    .nullish(),
  id: ignored,
});

export type TaskBody = z.output<typeof taskBody>;
export type DetailsBody = z.output<typeof detailsBody>;

/** Who did it, as Planner writes it. */
export function identityOf(caller: Caller): Json {
  const application = { application: { id: caller.applicationId } };
  return caller.kind === 'delegated' ? { user: { id: caller.userId }, ...application } : application;
}

function object(value: unknown): Json {
  return typeof value === 'object' && value !== null ? (value as Json) : {};
}

/** An order hint is given as `"before after!"` and kept as a plain one. Source: resources/planner-order-hint-format. */
function keptHint(given: string | null | undefined, before: unknown): string {
  if (given === undefined || given === null)
    return typeof before === 'string' ? before : '8585000000000000000P';
  if (!/^[\x20-\x7e]*$/.test(given)) throw badRequest('The order hint is not valid.');
  const plain = given.replaceAll('!', '').trim().split(' ').join('');
  return plain === '' ? '8585000000000000000P' : plain;
}

function checkType(given: string | undefined, wanted: string): void {
  if (given !== undefined && given.replace(/^#/, '').toLowerCase() !== wanted.toLowerCase()) {
    throw badRequest(
      `The value '${given.slice(0, 100)}' of @odata.type is not valid here; it is '#${wanted}'.`,
    );
  }
}

function mergedAssignments(
  before: unknown,
  changes: NonNullable<TaskBody['assignments']>,
  caller: Caller,
  now: string,
): Json {
  const merged = { ...object(before) };
  for (const [userId, change] of Object.entries(changes)) {
    if (!/^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(userId)) {
      throw badRequest(`'${userId.slice(0, 100)}' in assignments is not a user id.`);
    }
    if (change === null) {
      // Keys are user ids: a map, not a record of known members.
      Reflect.deleteProperty(merged, userId);
      continue;
    }
    checkType(change['@odata.type'], 'microsoft.graph.plannerAssignment');
    const known = object(merged[userId]);
    merged[userId] = {
      '@odata.type': '#microsoft.graph.plannerAssignment',
      assignedBy: known['assignedBy'] ?? identityOf(caller),
      assignedDateTime: known['assignedDateTime'] ?? now,
      orderHint: keptHint(change.orderHint, known['orderHint']),
    };
  }
  return merged;
}

function mergedCategories(before: unknown, changes: Json): Json {
  const merged = { ...object(before) };
  for (const [name, value] of Object.entries(changes)) {
    if (name.includes('@')) continue;
    if (!/^category([1-9]|1\d|2[0-5])$/.test(name))
      throw badRequest(`'${name.slice(0, 60)}' is not one of category1 to category25.`);
    if (value === true) merged[name] = true;
    else if (value === false || value === null) Reflect.deleteProperty(merged, name);
    else throw badRequest(`The value of ${name} must be true or false.`);
  }
  return merged;
}

function checkNumbers(body: TaskBody): void {
  const { percentComplete, priority } = body;
  if (typeof percentComplete === 'number' && (percentComplete < 0 || percentComplete > 100)) {
    throw badRequest('percentComplete takes 0 to 100.');
  }
  if (typeof priority === 'number' && (priority < 0 || priority > 10))
    throw badRequest('priority takes 0 to 10.');
}

/** A task with a POST or PATCH body laid over it. @throws GraphError 400 for values that Planner refuses. */
export function mergedTask(before: Json, body: TaskBody, caller: Caller, now: string): Json {
  checkNumbers(body);
  const { assignments, appliedCategories, orderHint, ...rest } = body;
  const plain = Object.fromEntries(
    Object.entries(rest).filter(([key, value]) => value !== undefined && !readOnly.has(key)),
  );
  const merged: Json = {
    ...before,
    ...plain,
    orderHint: keptHint(orderHint, before['orderHint']),
    assignments: assignments
      ? mergedAssignments(before['assignments'], assignments, caller, now)
      : before['assignments'],
    appliedCategories: appliedCategories
      ? mergedCategories(before['appliedCategories'], appliedCategories)
      : before['appliedCategories'],
  };
  if (typeof merged['title'] !== 'string' || merged['title'] === '')
    throw badRequest('A task needs a title.');
  const { startDateTime, dueDateTime } = merged;
  if (
    typeof startDateTime === 'string' &&
    typeof dueDateTime === 'string' &&
    Date.parse(startDateTime) > Date.parse(dueDateTime)
  ) {
    throw badRequest('The start date of a task cannot be after its due date.');
  }
  const done = merged['percentComplete'] === 100;
  if (!done) return { ...merged, completedBy: null, completedDateTime: null };
  if (typeof merged['completedDateTime'] === 'string') return merged;
  return { ...merged, completedBy: identityOf(caller), completedDateTime: now };
}

const readOnly = new Set([
  'details',
  'id',
  'createdBy',
  'createdDateTime',
  'completedBy',
  'completedDateTime',
  'hasDescription',
  'checklistItemCount',
  'activeChecklistItemCount',
  'referenceCount',
]);

function mergedItems(
  before: unknown,
  changes: Readonly<Record<string, Json | null>>,
  type: string,
  fields: readonly string[],
  stamp: Json,
): Json {
  const merged = { ...object(before) };
  for (const [key, change] of Object.entries(changes)) {
    if (key.startsWith('@')) continue;
    if (change === null) {
      Reflect.deleteProperty(merged, key);
      continue;
    }
    const given = change['@odata.type'];
    checkType(typeof given === 'string' ? given : undefined, type);
    const known = object(merged[key]);
    const values = Object.fromEntries(fields.map((field) => [field, change[field] ?? known[field] ?? null]));
    for (const hint of ['orderHint', 'previewPriority']) {
      const value = change[hint];
      if (fields.includes(hint))
        values[hint] = keptHint(typeof value === 'string' ? value : undefined, known[hint]);
    }
    merged[key] = { '@odata.type': `#${type}`, ...values, ...stamp };
  }
  return merged;
}

/** Task details with a PATCH body laid over them; `null` removes a checklist item or reference. */
export function mergedDetails(before: Json, body: DetailsBody, caller: Caller, now: string): Json {
  const stamp = { lastModifiedBy: identityOf(caller), lastModifiedDateTime: now };
  const items = 'microsoft.graph.plannerChecklistItem';
  const references = 'microsoft.graph.plannerExternalReference';
  return {
    ...before,
    ...(body.description === undefined ? {} : { description: body.description ?? '' }),
    ...(body.previewType ? { previewType: body.previewType } : {}),
    ...(body.checklist
      ? {
          checklist: mergedItems(
            before['checklist'],
            body.checklist,
            items,
            ['isChecked', 'title', 'orderHint'],
            stamp,
          ),
        }
      : {}),
    ...(body.references
      ? {
          references: mergedItems(
            before['references'],
            body.references,
            references,
            ['alias', 'type', 'previewPriority'],
            stamp,
          ),
        }
      : {}),
  };
}
