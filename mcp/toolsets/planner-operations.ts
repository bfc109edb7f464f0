import type { z } from 'zod';
import { findPerson } from '../../workers/client/operations/find-people.ts';
import type { toolsets } from '../../workflows/contract/catalogue/toolsets.ts';
import { toolsets as sets } from '../../workflows/contract/catalogue/toolsets.ts';
import type { Caller } from '../../workflows/domain/meeting/caller.ts';
import type { Result } from '../../workflows/domain/problems/problem.ts';
import { personOf } from '../../workflows/domain/meeting/role.ts';
import type { PersonId } from '../../workflows/domain/people/person.ts';
import { hasCalendar } from '../../workflows/domain/people/person.ts';
import type { Directory } from '../../workflows/ports/directory.ts';
import type { Store } from '../../workflows/ports/store.ts';
import type { Task, Tasks } from '../../workflows/ports/tasks.ts';
import { randomUUID } from 'node:crypto';
import type { Fields, ServedOperation } from '../calls/served-operation.ts';

type Input<Key extends keyof typeof toolsets.tasks> = z.infer<(typeof toolsets.tasks)[Key]['input']>;

function notYours(): Result<never> {
  return { ok: false, problem: { code: 'not_found', message: 'There is no such task of yours.' } };
}

function done(task: Task): Result<Fields> {
  return { ok: true, value: { ...task } };
}

/** Planner tasks as a toolset: a person deals with tasks assigned to them or created for them, and with no others. */
export function plannerOperations(input: {
  readonly tasks: Tasks;
  readonly directory: Pick<Directory, 'lookUp'>;
  readonly store: Store;
}): readonly ServedOperation[] {
  const { tasks, directory, store } = input;
  const creatorKey = (taskId: string): string => `task-creator:${taskId}`;

  async function isMine(task: Task, person: PersonId): Promise<boolean> {
    return task.assigneeIds.includes(person) || (await store.get(creatorKey(task.taskId))) === person;
  }

  async function findMine(taskId: string, person: PersonId): Promise<Task | undefined> {
    const task = (await tasks.list({})).find((one) => one.taskId === taskId);
    return task !== undefined && (await isMine(task, person)) ? task : undefined;
  }

  async function assigneeOf(text: string | undefined, asker: PersonId): Promise<Result<PersonId>> {
    if (text === undefined) return { ok: true, value: asker };
    const found = await findPerson(directory, text, 'assignee', asker);
    if (!found.ok) return found;
    const { id, mail } = found.value;
    if (hasCalendar(id)) return { ok: true, value: id };
    const message = `Nobody in the directory has the address ${mail}; tasks are for people of the organization.`;
    return { ok: false, problem: { code: 'invalid', message, path: 'assignee' } };
  }

  async function list(caller: Caller, { which, openOnly }: Input<'listTasks'>): Promise<Result<Fields>> {
    const person = personOf(caller);
    const found = which === 'createdByMe' ? await tasks.list({}) : await tasks.list({ assigneeId: person });
    const mine = await Promise.all(
      found.map(
        async (task) => which !== 'createdByMe' || (await store.get(creatorKey(task.taskId))) === person,
      ),
    );
    const kept = found.filter(
      ({ percentComplete }, index) => mine[index] === true && (openOnly !== true || percentComplete < 100),
    );
    return { ok: true, value: { tasks: kept } };
  }

  async function create(caller: Caller, fields: Input<'createTask'>): Promise<Result<Fields>> {
    const person = personOf(caller);
    const assignee = await assigneeOf(fields.assignee, person);
    if (!assignee.ok) return assignee;
    const { title, dueAt, description, idempotencyKey = randomUUID() } = fields;
    const [task] = await tasks.create([
      {
        idempotencyKey: `${person}:${idempotencyKey}`,
        title,
        assigneeId: assignee.value,
        ...(dueAt === undefined ? {} : { dueAt: new Date(dueAt).toISOString() }),
        description,
      },
    ]);
    if (task === undefined) return notYours();
    await store.set(creatorKey(task.taskId), person);
    return done(task);
  }

  async function update(caller: Caller, fields: Input<'updateTask'>): Promise<Result<Fields>> {
    const { taskId, assignee, dueAt, ...changes } = fields;
    const person = personOf(caller);
    const task = await findMine(taskId, person);
    if (task === undefined) return notYours();
    const assigned = await assigneeOf(assignee, person);
    if (!assigned.ok) return assigned;
    const { etag, title, percentComplete, description } = changes;
    const changed = await tasks.update({
      taskId,
      etag,
      title,
      percentComplete,
      description,
      ...(dueAt === undefined ? {} : { dueAt: new Date(dueAt).toISOString() }),
      ...(assignee === undefined ? {} : { assigneeId: assigned.value }),
    });
    return done(changed);
  }

  async function remove(caller: Caller, { taskId }: Input<'deleteTask'>): Promise<Result<Fields>> {
    const all = await tasks.list({});
    const task = all.find((one) => one.taskId === taskId);
    if (task === undefined) return { ok: true, value: { taskId } };
    if (!(await isMine(task, personOf(caller)))) return notYours();
    await tasks.remove([taskId]);
    await store.delete(creatorKey(taskId));
    return { ok: true, value: { taskId } };
  }

  // The dispatcher has parsed every input with the schema that the types come from.
  return [
    {
      operation: sets.tasks.listTasks,
      execute: (caller, fields) => list(caller, fields),
    },
    {
      operation: sets.tasks.createTask,
      execute: (caller, fields) => create(caller, fields as Input<'createTask'>),
    },
    {
      operation: sets.tasks.updateTask,
      execute: (caller, fields) => update(caller, fields as Input<'updateTask'>),
    },
    {
      operation: sets.tasks.deleteTask,
      execute: (caller, fields) => remove(caller, fields as Input<'deleteTask'>),
    },
  ];
}
