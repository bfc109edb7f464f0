import { z } from 'zod';
import { refuseReschedule } from '../../domain/meeting/refuse-change.ts';
import { slotSchema } from '../schemas/time.ts';
import { command, commandFields, unless } from './command.ts';

/** Searches again inside `windows`, or proposes `slots`; a booked meeting stays where it is meanwhile. */
export const reschedule = command({
  name: 'reschedule',
  schema: z.object({
    ...commandFields,
    windows: z.array(slotSchema).min(1).max(60).optional(),
    slots: z.array(slotSchema).min(1).max(5).optional(),
    durationMinutes: z.number().int().min(5).max(1440).optional(),
  }),
  permission: 'organize',
  waitsForBooking: true,
  decide: ({ windows, slots, durationMinutes }, { state, now }) =>
    unless(refuseReschedule(state, { windows, slots }, now), {
      kind: 'rescheduled',
      windows,
      slots,
      durationMinutes,
    }),
});
