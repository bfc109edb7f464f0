import { z } from 'zod';
import { personField } from './fields.ts';
import { operation } from './operation.ts';
import { dueField, taskIdField, taskOut } from './task-fields.ts';

export const updateTask = operation({
  name: 'task.update',
  tool: 'update_task',
  toolset: 'tasks',
  title: 'Update a task',
  description: 'Changes a Planner task that is yours: title, date, progress, assignee or description.',
  scope: 'tasks.write',
  input: z.object({
    taskId: taskIdField,
    etag: z.string().max(500).optional().describe('From the last answer; a stale one is a conflict.'),
    title: z.string().min(1).max(255).optional(),
    dueAt: dueField.optional(),
    percentComplete: z.number().int().min(0).max(100).optional(),
    assignee: personField.optional(),
    description: z.string().max(4000).optional(),
  }),
  output: taskOut,
  readOnly: false,
  destructive: false,
  idempotent: true,
  awaitsPeople: false,
});
