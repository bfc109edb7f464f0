import { z } from 'zod';
import { meetingIdField } from './fields.ts';
import { noteNameField, noteOut } from './note-fields.ts';
import { operation } from './operation.ts';

export const saveNote = operation({
  name: 'note.save',
  tool: 'save_note',
  toolset: 'notes',
  title: 'Save a note',
  description:
    'Keeps a note: of a meeting, where everybody in the meeting reads it, or your own by a name. A note of the same name is replaced.',
  scope: 'notes.write',
  input: z.object({
    meetingId: meetingIdField.optional(),
    name: noteNameField.optional().describe('Default for a meeting: "notes". Needed without a meeting.'),
    text: z.string().min(1).max(20_000),
  }),
  output: noteOut,
  readOnly: false,
  destructive: false,
  idempotent: true,
  awaitsPeople: false,
});
