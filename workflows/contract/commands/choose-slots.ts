import { z } from 'zod';
import { refuseSlotChoice } from '../../domain/meeting/refuse-change.ts';
import { slotSchema } from '../schemas/time.ts';
import { command, commandFields, unless } from './command.ts';

/** The organizer puts other slots to the attendees: a new round. */
export const chooseSlots = command({
  name: 'chooseSlots',
  schema: z.object({ ...commandFields, slots: z.array(slotSchema).min(1).max(5) }),
  permission: 'organize',
  waitsForBooking: true,
  decide: ({ slots }, { state, now }) =>
    unless(refuseSlotChoice(state, slots, now), { kind: 'slotsChosen', slots }),
});
