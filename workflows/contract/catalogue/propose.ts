import { z } from 'zod';
import { idempotencyKeyField, meetingOut, personField, slotField, wantedFields } from './fields.ts';
import { operation } from './operation.ts';

export const propose = operation({
  name: 'meeting.propose',
  tool: 'propose_meeting',
  toolset: 'meetings',
  title: 'Propose a meeting',
  description:
    'Starts a meeting: finds times (or takes the slots given), asks everybody for approval, and books it when they agree. Only people can approve, each for themselves.',
  scope: 'meetings.write',
  input: z.object({
    title: z.string().min(1).max(255),
    ...wantedFields,
    agenda: z.string().max(4000).optional(),
    slots: z.array(slotField).min(1).max(5).optional().describe('Exactly these, in place of a search.'),
    slotCount: z.number().int().min(1).max(5).optional().describe('1 to approve one slot, 2 to 5 to vote.'),
    isOnlineMeeting: z.boolean().optional(),
    quorum: z
      .number()
      .int()
      .min(1)
      .max(201)
      .optional()
      .describe('How many must approve, the organizer included; default: all required.'),
    withoutAsking: z
      .boolean()
      .optional()
      .describe('Book at once and ask nobody, like an invitation; only where this installation allows it.'),
    responseMinutes: z.number().int().min(1).max(43_200).optional(),
    organizerConfirms: z.boolean().optional().describe("Wait for the organizer's word before booking."),
    actions: z
      .array(z.object({ title: z.string().min(1).max(255), assignee: personField.optional() }))
      .max(20)
      .optional(),
    idempotencyKey: idempotencyKeyField.optional(),
  }),
  output: meetingOut,
  readOnly: false,
  destructive: false,
  idempotent: true,
  awaitsPeople: true,
});
