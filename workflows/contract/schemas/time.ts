import { z } from 'zod';
import { daysOfWeek } from '../../domain/time/local.ts';

// Workflow code may not compile functions from strings, and zod would try to.
z.config({ jitless: true });

/** An instant in the one form that is compared as text: UTC with milliseconds. */
const instantSchema = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/, 'it must be a UTC instant with milliseconds')
  .refine((value) => !Number.isNaN(Date.parse(value)), 'there is no such instant');

export const slotSchema = z
  .object({ start: instantSchema, end: instantSchema })
  .refine(({ start, end }) => start < end, 'it must end after it starts');

export const slotKeySchema = z.string().max(60);

export const timeZoneSchema = z.string().min(1).max(64);

export const localTimeSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'it must be HH:mm');

export const wishSchema = z.object({
  strength: z.enum(['hard', 'soft']),
  timeZone: timeZoneSchema,
  daysOfWeek: z.array(z.enum(daysOfWeek)).max(7).optional(),
  dates: z
    .array(z.string().regex(/^\d{4}-\d\d-\d\d$/))
    .max(400)
    .optional(),
  startTime: localTimeSchema.optional(),
  endTime: localTimeSchema.optional(),
  text: z.string().max(500).optional(),
});
