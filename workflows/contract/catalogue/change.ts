import { z } from 'zod';
import {
  durationField,
  meetingOut,
  onMeetingFields,
  personField,
  slotField,
  timeZoneField,
} from './fields.ts';
import { operation } from './operation.ts';

export const change = operation({
  name: 'meeting.change',
  tool: 'change_meeting',
  toolset: 'meetings',
  title: 'Change a meeting',
  description: 'Moves a meeting to another time or changes who is in it; everybody concerned is asked again.',
  scope: 'meetings.write',
  input: z.object({
    ...onMeetingFields,
    timeZone: timeZoneField,
    windows: z.array(slotField).min(1).max(60).optional().describe('Search again inside these.'),
    slots: z.array(slotField).min(1).max(5).optional().describe('Propose exactly these.'),
    durationMinutes: durationField.optional(),
    addAttendees: z.array(personField).max(100).optional(),
    addOptionalAttendees: z.array(personField).max(100).optional(),
    removeAttendees: z.array(personField).max(100).optional(),
  }),
  output: meetingOut,
  readOnly: false,
  destructive: false,
  idempotent: true,
  awaitsPeople: true,
});
