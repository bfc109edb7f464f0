import { z } from 'zod';
import { durationField, meetingOut, onMeetingFields, placeField } from './fields.ts';
import { operation } from './operation.ts';

export const edit = operation({
  name: 'meeting.edit',
  tool: 'edit_meeting',
  toolset: 'meetings',
  title: 'Edit a meeting',
  description:
    'Changes the title, agenda, place or length of a meeting that keeps its start; a booked event is changed in place.',
  scope: 'meetings.write',
  input: z.object({
    ...onMeetingFields,
    title: z.string().min(1).max(255).optional(),
    agenda: z.string().max(4000).optional().describe('Before the meeting is booked; empty: none.'),
    place: placeField.optional(),
    isOnlineMeeting: z.boolean().optional(),
    durationMinutes: durationField
      .optional()
      .describe(
        'From the same start on. A longer one is asked again, or checked against calendars once booked.',
      ),
  }),
  output: meetingOut,
  readOnly: false,
  destructive: false,
  idempotent: true,
  awaitsPeople: false,
  command: 'edit',
});
