import { z } from 'zod';
import { refuseAttendees } from '../../domain/meeting/refuse-change.ts';
import { personIdSchema } from '../schemas/person.ts';
import { attendeeSchema } from '../schemas/request.ts';
import { command, commandFields, unless } from './command.ts';

/** Adds and removes people; adding somebody who is already in the meeting changes their type. */
export const changeAttendees = command({
  name: 'changeAttendees',
  schema: z.object({
    ...commandFields,
    add: z.array(attendeeSchema).max(200),
    remove: z.array(personIdSchema).max(200),
  }),
  permission: 'organize',
  waitsForBooking: true,
  decide: ({ add, remove }, { state }) =>
    unless(refuseAttendees(state, { add, remove }), { kind: 'attendeesChanged', add, remove }),
});
