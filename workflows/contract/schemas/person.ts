import { z } from 'zod';
import type { PersonId } from '../../domain/people/person.ts';
import { personId } from '../../domain/people/person.ts';
import { timeZoneSchema } from './time.ts';

export const personIdSchema = z
  .string()
  .min(1)
  .max(330)
  .transform((value): PersonId => personId(value));

export const personSchema = z.object({
  id: personIdSchema,
  displayName: z.string().min(1).max(256),
  mail: z.string().min(3).max(320),
  timeZone: timeZoneSchema.optional(),
  locale: z.string().max(35).optional(),
  hourCycle: z.enum(['h12', 'h23']).optional(),
});

const surfaceSchema = z.enum(['teams', 'mail', 'http', 'mcp', 'cli']);

const delegateOf = personIdSchema.optional();

/** Who calls; the surface has proven it. */
export const callerSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('person'), personId: personIdSchema, surface: surfaceSchema, delegateOf }),
  z.object({
    kind: z.literal('guest'),
    personId: personIdSchema,
    meetingId: z.string().min(1).max(200),
    surface: surfaceSchema,
  }),
  z.object({
    kind: z.literal('agent'),
    clientId: z.string().min(1).max(200),
    onBehalfOf: personIdSchema,
    surface: surfaceSchema,
    delegateOf,
  }),
]);
