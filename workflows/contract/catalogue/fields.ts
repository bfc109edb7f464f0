import { z } from 'zod';
import { outcomeKinds } from '../../domain/meeting/outcome.ts';
import { daysOfWeek } from '../../domain/time/local.ts';

/** Fields that several operations share, flat and described for people and models alike. */

export const meetingIdField = z.string().min(1).max(200).describe('The id of the meeting.');

export const timeZoneField = z
  .string()
  .min(1)
  .max(64)
  .describe('IANA time zone, e.g. "Europe/Berlin", for local times in and out.');

export const personField = z
  .string()
  .min(1)
  .max(320)
  .describe('A directory id, a mail address, or a name that the directory knows.');

export const timeField = z
  .string()
  .min(10)
  .max(40)
  .describe('ISO 8601; without an offset it is local time in timeZone.');

const localTimeField = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/)
  .describe('A local time of day, HH:mm.');

export const slotField = z.object({ start: timeField, end: timeField });

export const durationField = z.number().int().min(5).max(1440).describe('Minutes, 5 to 1440.');

export const placeField = z
  .string()
  .max(255)
  .describe('Where it is, if that is no room of the organisation; empty: nowhere.');

export const idempotencyKeyField = z
  .string()
  .min(1)
  .max(128)
  .describe('Repeat a call with the same key and it is carried out once.');

const seenVersionField = z
  .number()
  .int()
  .min(1)
  .describe('The version of the meeting that you read before you decided.');

/** What every operation on one meeting takes. */
export const onMeetingFields = {
  meetingId: meetingIdField,
  timeZone: timeZoneField.optional(),
  seenVersion: seenVersionField.optional(),
  idempotencyKey: idempotencyKeyField.optional(),
};

/** What is wanted, without times chosen. */
export const wantedFields = {
  organizer: personField
    .optional()
    .describe('Whose meeting it is, where the caller is their delegate; default: the caller.'),
  organizerAttends: z.boolean().optional().describe('False: organizes without attending.'),
  durationMinutes: durationField,
  timeZone: timeZoneField,
  attendees: z.array(personField).min(1).max(200).describe('Required people, without the organizer.'),
  optionalAttendees: z.array(personField).max(200).optional(),
  rooms: z
    .array(personField)
    .max(50)
    .optional()
    .describe('One of these rooms must be free; "any" for any room.'),
  windows: z
    .array(slotField)
    .min(1)
    .max(60)
    .optional()
    .describe('The meeting lies inside one of these; default: the next five working days.'),
  earliestTime: localTimeField.optional(),
  latestTime: localTimeField.optional(),
  daysOfWeek: z.array(z.enum(daysOfWeek)).min(1).max(7).optional(),
  bufferMinutes: z.number().int().min(0).max(240).optional().describe('Kept free before and after.'),
  ranking: z.enum(['earliest', 'best']).optional(),
};

/** A time as it goes out: UTC, local, zone. */
export const slotOut = z.object({
  start: z.string().describe('UTC'),
  end: z.string().describe('UTC'),
  localStart: z.string().describe('Local time in timeZone, without offset'),
  localEnd: z.string(),
  timeZone: z.string(),
});

export const candidateOut = slotOut.extend({
  score: z.number(),
  room: z.string().optional(),
  reasons: z.array(
    z.object({
      person: z.string(),
      name: z.string(),
      type: z.string(),
      suits: z.boolean(),
      reason: z.string(),
    }),
  ),
});

export const meetingOut = z.object({
  meetingId: z.string(),
  version: z.number().int(),
  status: z.enum(['searching', 'proposed', 'confirmed', 'cancelled', 'expired', 'unschedulable']),
  title: z.string(),
  place: z.string().optional(),
  durationMinutes: z.number().int(),
  timeZone: z.string(),
  organizer: z.object({ id: z.string(), name: z.string(), mail: z.string() }),
  organizerAttends: z.literal(false).optional(),
  requestedBy: z
    .string()
    .optional()
    .describe('Who arranged it in the name of the organizer: a directory id.'),
  attendees: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      mail: z.string(),
      type: z.string(),
      approval: z.enum(['pending', 'approved', 'rejected']),
    }),
  ),
  round: z.number().int().optional(),
  proposedSlots: z.array(candidateOut),
  deadline: z.string().optional(),
  confirmedSlot: slotOut.optional(),
  joinUrl: z.string().optional(),
  /** What the organizer is asked to decide. */
  choice: z.object({ reason: z.string(), message: z.string(), candidates: z.array(candidateOut) }).optional(),
  warnings: z.array(z.string()),
  outcome: z.string().optional(),
  ending: z
    .enum(outcomeKinds)
    .optional()
    .describe('How the meeting ended; `outcome` is the sentence for it.'),
  isStale: z
    .literal(true)
    .optional()
    .describe('The meeting could not be asked just now: this is how it last was known to be.'),
});
