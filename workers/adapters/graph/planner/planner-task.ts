import type { PlannerAssignments } from '@microsoft/microsoft-graph-types';
import { z } from 'zod';

import { personId } from '../../../../workflows/domain/people/person.ts';
import type { PersonId } from '../../../../workflows/domain/people/person.ts';
import type { Task, NewTask } from '../../../../workflows/ports/tasks.ts';

/** Graph's `plannerTask`. */
export const plannerTask = z.object({
  '@odata.etag': z.string(),
  id: z.string(),
  title: z.string().nullish(),
  dueDateTime: z.string().nullish(),
  createdDateTime: z.string().nullish(),
  percentComplete: z.number().nullish(),
  hasDescription: z.boolean().nullish(),
  assignments: z.record(z.string(), z.unknown()).nullish(),
});

export type PlannerTask = z.output<typeof plannerTask>;

/** Graph's `plannerTaskDetails`, whose ETag is its own. */
export const plannerTaskDetails = z.object({
  '@odata.etag': z.string(),
  description: z.string().nullish(),
});

export function taskOf(found: PlannerTask, description?: string): Task {
  return {
    taskId: found.id,
    title: found.title ?? '',
    assigneeIds: Object.keys(found.assignments ?? {}).map(personId),
    percentComplete: found.percentComplete ?? 0,
    etag: found['@odata.etag'],
    ...(typeof found.dueDateTime === 'string' ? { dueAt: new Date(found.dueDateTime).toISOString() } : {}),
    ...(description === undefined ? {} : { description }),
  };
}

/** An entry of `assignments`: a new assignee, at the end of their list. */
export function assignedTo(id: PersonId): PlannerAssignments {
  return { [id]: { '@odata.type': '#microsoft.graph.plannerAssignment', orderHint: ' !' } };
}

/** Whether a task is what a draft would have made, at or after a time. */
export function isMadeFrom(found: PlannerTask, draft: NewTask, sinceMs: number): boolean {
  const assignees = Object.keys(found.assignments ?? {}).map(personId);
  const dueMs = typeof found.dueDateTime === 'string' ? Date.parse(found.dueDateTime) : undefined;
  return (
    found.title === draft.title &&
    assignees.length === (draft.assigneeId === undefined ? 0 : 1) &&
    assignees[0] === draft.assigneeId &&
    dueMs === (draft.dueAt === undefined ? undefined : Date.parse(draft.dueAt)) &&
    Date.parse(found.createdDateTime ?? '') >= sinceMs
  );
}
