import { z } from 'zod';
import { operation } from './operation.ts';
import { taskIdField } from './task-fields.ts';

export const deleteTask = operation({
  name: 'task.delete',
  tool: 'delete_task',
  toolset: 'tasks',
  title: 'Delete a task',
  description: 'Deletes a Planner task that is yours; one that no longer exists is not an error.',
  scope: 'tasks.write',
  input: z.object({ taskId: taskIdField }),
  output: z.object({ taskId: z.string() }),
  readOnly: false,
  destructive: true,
  idempotent: true,
  awaitsPeople: false,
});
