import { z } from 'zod';
import { meetingOut, onMeetingFields } from './fields.ts';
import { operation } from './operation.ts';

export const remind = operation({
  name: 'meeting.remind',
  tool: 'remind',
  toolset: 'meetings',
  title: 'Remind',
  description: 'Reminds everybody whose answer is missing.',
  scope: 'meetings.write',
  input: z.object(onMeetingFields),
  output: meetingOut,
  readOnly: false,
  destructive: false,
  idempotent: true,
  awaitsPeople: false,
  command: 'remind',
});
