import { z } from 'zod';
import { meetingIdField } from './fields.ts';
import { noteNameField, noteOut } from './note-fields.ts';
import { operation } from './operation.ts';

export const getNotes = operation({
  name: 'note.get',
  tool: 'get_notes',
  toolset: 'notes',
  title: 'Get notes',
  description: 'Notes of a meeting that you are in, or your own; all of them unless a name is given.',
  scope: 'meetings.read',
  input: z.object({ meetingId: meetingIdField.optional(), name: noteNameField.optional() }),
  output: z.object({ notes: z.array(noteOut) }),
  readOnly: true,
  destructive: false,
  idempotent: true,
  awaitsPeople: false,
});
