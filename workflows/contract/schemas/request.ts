import { z } from 'zod';
import type { MeetingRequest } from '../../domain/meeting/request.ts';
import { daysOfWeek } from '../../domain/time/local.ts';
import { personIdSchema, personSchema } from './person.ts';
import { localTimeSchema, slotSchema, timeZoneSchema, wishSchema } from './time.ts';

const minutes = z.number().int().min(0);

const policySchema = z.object({
  approval: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('everybody') }),
    z.object({ kind: z.literal('quorum'), count: z.number().int().min(1).max(201) }),
    z.object({ kind: z.literal('none') }),
  ]),
  organizerMustAttend: z.boolean(),
  vetoes: z.array(personIdSchema).max(201),
  responseMinutes: z.number().positive().max(43_200),
  reminderMinutes: z.array(z.number().positive().max(43_200)).max(10),
  onDeadline: z.enum(['expire', 'organizerDecides', 'confirmIfQuorum']),
  confirmation: z.enum(['auto', 'organizer']),
  maxRounds: z.number().int().min(1).max(20),
  holds: z.enum(['none', 'organizer', 'attendees']),
  acceptOnBehalf: z.boolean(),
});

export const attendeeSchema = z.object({
  person: personSchema,
  type: z.enum(['required', 'optional']),
  wishes: z.array(wishSchema).max(20),
});

/** What of a request can be changed while its start and its people stay. */
export const editableSchema = z.object({
  title: z.string().min(1).max(255),
  agenda: z.string().max(4000).optional(),
  place: z.string().max(255).optional(),
  isOnlineMeeting: z.boolean(),
  durationMinutes: z.number().int().min(5).max(1440),
});

function distinct(ids: readonly string[]): boolean {
  return new Set(ids).size === ids.length;
}

/** A complete request; what its fields must be for one another is checked here as well. */
export const requestSchema = z
  .object({
    ...editableSchema.shape,
    organizer: personSchema,
    requestedBy: personSchema.optional(),
    organizerAttends: z.literal(false).optional(),
    timeZone: timeZoneSchema,
    attendees: z.array(attendeeSchema).min(1).max(200),
    wishes: z.array(wishSchema).max(20),
    oneOfRooms: z.array(personIdSchema).max(50),
    windows: z.array(slotSchema).min(1).max(60),
    earliestTime: localTimeSchema.optional(),
    latestTime: localTimeSchema.optional(),
    daysOfWeek: z.array(z.enum(daysOfWeek)).min(1).max(7).optional(),
    bufferBeforeMinutes: minutes.max(240),
    bufferAfterMinutes: minutes.max(240),
    minimumNoticeMinutes: minutes.max(43_200),
    ranking: z.enum(['earliest', 'best']),
    slotCount: z.number().int().min(1).max(5),
    policy: policySchema,
    actions: z
      .array(z.object({ title: z.string().min(1).max(255), assigneeId: personIdSchema.optional() }))
      .max(20),
  })
  .refine(({ attendees }) => distinct(attendees.map(({ person }) => person.id)), {
    path: ['attendees'],
    message: 'nobody can be in a meeting twice',
  })
  .refine(({ attendees, organizer }) => attendees.every(({ person }) => person.id !== organizer.id), {
    path: ['attendees'],
    message: 'the organizer attends anyway and is not an attendee as well',
  })
  .refine(
    ({ policy, attendees, organizerAttends }) =>
      policy.approval.kind !== 'quorum' ||
      policy.approval.count <= attendees.length + ((organizerAttends ?? true) ? 1 : 0),
    { path: ['policy', 'approval', 'count'], message: 'more approvals are wanted than people are asked' },
  ) satisfies z.ZodType<MeetingRequest>;
