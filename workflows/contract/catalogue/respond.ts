import { z } from 'zod';
import { meetingOut, onMeetingFields, slotField, timeZoneField } from './fields.ts';
import { operation } from './operation.ts';

export const respond = operation({
  name: 'meeting.respond',
  tool: 'respond',
  toolset: 'meetings',
  title: 'Answer a proposal',
  description:
    'Answers a proposal for yourself: yes, if need be or no to each slot, with a counter-proposal or a comment. Nobody can answer for somebody else, and an agent cannot answer at all.',
  scope: 'meetings.respond',
  input: z.object({
    ...onMeetingFields,
    timeZone: timeZoneField,
    round: z
      .number()
      .int()
      .min(1)
      .optional()
      .describe('The round that is answered; default: the current one.'),
    answer: z
      .enum(['yes', 'ifNeedBe', 'no'])
      .optional()
      .describe('To every slot that answers does not name.'),
    answers: z
      .array(slotField.extend({ answer: z.enum(['yes', 'ifNeedBe', 'no']) }))
      .max(5)
      .optional(),
    counterProposal: slotField.optional(),
    comment: z.string().max(1000).optional(),
  }),
  output: meetingOut,
  readOnly: false,
  destructive: false,
  idempotent: true,
  awaitsPeople: false,
});
