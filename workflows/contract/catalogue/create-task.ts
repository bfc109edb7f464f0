import { z } from 'zod';
import { idempotencyKeyField, personField } from './fields.ts';
import { operation } from './operation.ts';
import { dueField, taskOut } from './task-fields.ts';

export const createTask = operation({
  name: 'task.create',
  tool: 'create_task',
  toolset: 'tasks',
  title: 'Create a task',
  description: 'Creates a Planner task, for you unless an assignee is named.',
  scope: 'tasks.write',
  input: z.object({
    title: z.string().min(1).max(255),
    assignee: personField.optional(),
    dueAt: dueField.optional(),
    description: z.string().max(4000).optional(),
    idempotencyKey: idempotencyKeyField.optional(),
  }),
  output: taskOut,
  readOnly: false,
  destructive: false,
  idempotent: true,
  awaitsPeople: false,
});
