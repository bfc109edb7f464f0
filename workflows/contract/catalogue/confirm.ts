import { z } from 'zod';
import { meetingOut, onMeetingFields, slotField } from './fields.ts';
import { operation } from './operation.ts';

export const confirm = operation({
  name: 'meeting.confirm',
  tool: 'confirm_meeting',
  toolset: 'meetings',
  title: 'Confirm a meeting',
  description:
    'Books the meeting now, or answers what the organizer is asked to decide. Before enough approvals it fails with requires_approval.',
  scope: 'meetings.write',
  input: z.object({
    ...onMeetingFields,
    slot: slotField.optional().describe('Which slot; default: the one that the ballots favour.'),
  }),
  output: meetingOut,
  readOnly: false,
  destructive: false,
  idempotent: true,
  awaitsPeople: true,
});
