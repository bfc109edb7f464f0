import { z } from 'zod';
import { meetingOut, onMeetingFields } from './fields.ts';
import { operation } from './operation.ts';

export const cancel = operation({
  name: 'meeting.cancel',
  tool: 'cancel_meeting',
  toolset: 'meetings',
  title: 'Cancel a meeting',
  description: 'Cancels a meeting and undoes everything it did: the event, the holds, the tasks.',
  scope: 'meetings.write',
  input: z.object({
    ...onMeetingFields,
    reason: z.string().max(1000).optional(),
  }),
  output: meetingOut,
  readOnly: false,
  destructive: true,
  idempotent: true,
  awaitsPeople: false,
  command: 'cancel',
});
