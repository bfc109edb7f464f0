import { z } from 'zod';
import { timeField, timeZoneField } from './fields.ts';
import { operation } from './operation.ts';

export const list = operation({
  name: 'meeting.list',
  tool: 'list_meetings',
  toolset: 'meetings',
  title: 'List meetings',
  description: 'Meetings that you organize or are asked in, newest first, a page at a time.',
  scope: 'meetings.read',
  input: z.object({
    which: z.enum(['all', 'organizedByMe', 'waitingForMe']).optional(),
    status: z
      .array(z.enum(['searching', 'proposed', 'confirmed', 'cancelled', 'expired', 'unschedulable']))
      .optional(),
    startsAfter: timeField.optional(),
    startsBefore: timeField.optional(),
    timeZone: timeZoneField.optional(),
    pageSize: z.number().int().min(1).max(100).optional(),
    pageToken: z.string().max(4000).optional(),
  }),
  output: z.object({
    meetings: z.array(
      z.object({
        meetingId: z.string(),
        title: z.string(),
        status: z.string(),
        organizerId: z.string(),
        start: z.string().optional(),
        waitingForMe: z.boolean(),
      }),
    ),
    nextPageToken: z.string().optional(),
  }),
  readOnly: true,
  destructive: false,
  idempotent: true,
  awaitsPeople: false,
});
