import { z } from 'zod';

export const taskIdField = z.string().min(1).max(200).describe('The id of the task.');

export const dueField = z.iso.datetime({ offset: true }).describe('ISO 8601 with an offset or Z.');

export const taskOut = z.object({
  taskId: z.string(),
  title: z.string(),
  assigneeIds: z.array(z.string()),
  dueAt: z.string().optional().describe('UTC'),
  percentComplete: z.number(),
  description: z.string().optional(),
  etag: z.string().describe('Send it back with a change, so that nobody else’s change is lost.'),
});
