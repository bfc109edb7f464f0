import { z } from 'zod';
import { pickSlot } from '../../domain/meeting/pick-slot.ts';
import { slotSchema } from '../schemas/time.ts';
import { command, commandFields } from './command.ts';

/** Books now; `slot` picks one of those proposed or offered to the organizer. */
export const confirm = command({
  name: 'confirm',
  schema: z.object({ ...commandFields, slot: slotSchema.optional() }),
  permission: 'organize',
  waitsForBooking: false,
  decide: ({ slot }, { state, role, now }) => {
    const picked = pickSlot(state, role, slot, now);
    return picked.ok ? { ok: true, value: { kind: 'organizerConfirmed', slot: picked.value } } : picked;
  },
});
