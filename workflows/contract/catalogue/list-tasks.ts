import { z } from 'zod';
import { operation } from './operation.ts';
import { taskOut } from './task-fields.ts';

export const listTasks = operation({
  name: 'task.list',
  tool: 'list_tasks',
  toolset: 'tasks',
  title: 'List tasks',
  description: 'Planner tasks assigned to you, or that you had created for others.',
  scope: 'tasks.read',
  input: z.object({
    which: z.enum(['assignedToMe', 'createdByMe']).optional().describe('Default: assignedToMe.'),
    openOnly: z.boolean().optional().describe('Leave out what is complete.'),
  }),
  output: z.object({ tasks: z.array(taskOut) }),
  readOnly: true,
  destructive: false,
  idempotent: true,
  awaitsPeople: false,
});
