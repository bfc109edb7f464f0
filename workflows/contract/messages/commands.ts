import { z } from 'zod';
import { attendeeSchema } from '../schemas/request.ts';
import { callerSchema, personIdSchema } from '../schemas/person.ts';
import { slotKeySchema, slotSchema } from '../schemas/time.ts';

/** Every command says who calls; its idempotency key is the update's id. */
const command = { caller: callerSchema, idempotencyKey: z.string().min(1).max(200) };

export const respondSchema = z.object({
  ...command,
  round: z.number().int().min(1),
  answers: z.record(slotKeySchema, z.enum(['yes', 'ifNeedBe', 'no'])),
  counterProposal: slotSchema.optional(),
  comment: z.string().max(1000).optional(),
});

export const confirmSchema = z.object({ ...command, slot: slotSchema.optional() });

export const chooseSlotsSchema = z.object({ ...command, slots: z.array(slotSchema).min(1).max(5) });

export const rescheduleSchema = z.object({
  ...command,
  windows: z.array(slotSchema).min(1).max(60).optional(),
  slots: z.array(slotSchema).min(1).max(5).optional(),
  durationMinutes: z.number().int().min(5).max(1440).optional(),
});

export const changeAttendeesSchema = z.object({
  ...command,
  add: z.array(attendeeSchema).max(200),
  remove: z.array(personIdSchema).max(200),
});

export const remindSchema = z.object(command);

export const cancelSchema = z.object({ ...command, reason: z.string().max(1000).optional() });

export type Respond = z.output<typeof respondSchema>;
export type Confirm = z.output<typeof confirmSchema>;
export type ChooseSlots = z.output<typeof chooseSlotsSchema>;
export type Reschedule = z.output<typeof rescheduleSchema>;
export type ChangeAttendees = z.output<typeof changeAttendeesSchema>;
export type Remind = z.output<typeof remindSchema>;
export type Cancel = z.output<typeof cancelSchema>;
