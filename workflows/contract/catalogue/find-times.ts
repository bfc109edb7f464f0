import { z } from 'zod';
import { candidateOut, wantedFields } from './fields.ts';
import { operation } from './operation.ts';

export const findTimes = operation({
  name: 'meeting.findTimes',
  tool: 'find_times',
  toolset: 'meetings',
  title: 'Find times',
  description:
    'Finds the best times for a meeting and says for each person why a time suits. Changes nothing. If nothing fits, it says what would have to give.',
  scope: 'calendars.read',
  input: z.object({ ...wantedFields, maxResults: z.number().int().min(1).max(20).optional() }),
  output: z.object({
    inputHash: z.string(),
    candidates: z.array(candidateOut),
    obstacles: z.array(z.string()),
    concessions: z.array(z.object({ give: z.string(), candidates: z.array(candidateOut) })),
  }),
  readOnly: true,
  destructive: false,
  idempotent: true,
  awaitsPeople: false,
});
