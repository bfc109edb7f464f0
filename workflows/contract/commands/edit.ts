import { z } from 'zod';
import { editsOf, refuseEdit } from '../../domain/meeting/edit.ts';
import { editableSchema } from '../schemas/request.ts';
import { command, commandFields, unless } from './command.ts';

/** Changes what a meeting is called, where it is and how long it takes from the same start on. */
export const edit = command({
  name: 'edit',
  schema: z.object({ ...commandFields, ...editableSchema.partial().shape }),
  permission: 'organize',
  waitsForBooking: true,
  decide: (input, { state, now }) => {
    const edits = editsOf(state.request, input);
    return unless(refuseEdit(state, edits, now), { kind: 'edited', edits });
  },
});
