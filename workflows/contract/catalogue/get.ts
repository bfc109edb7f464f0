import { z } from 'zod';
import { meetingIdField, meetingOut, timeZoneField } from './fields.ts';
import { operation } from './operation.ts';

export const get = operation({
  name: 'meeting.get',
  tool: 'get_meeting',
  toolset: 'meetings',
  title: 'Get a meeting',
  description: 'Where a meeting stands: who has answered, what is proposed or booked, what it waits for.',
  scope: 'meetings.read',
  input: z.object({ meetingId: meetingIdField, timeZone: timeZoneField.optional() }),
  output: meetingOut,
  readOnly: true,
  destructive: false,
  idempotent: true,
  awaitsPeople: false,
});
