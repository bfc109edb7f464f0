import { z } from 'zod';
import { refuseAnswer } from '../../domain/meeting/refuse-answer.ts';
import { personOf } from '../../domain/meeting/role.ts';
import { slotKeySchema, slotSchema } from '../schemas/time.ts';
import { command, commandFields, unless } from './command.ts';

/** Answers every slot of the round that is asked, for the caller alone. */
export const respond = command({
  name: 'respond',
  schema: z.object({
    ...commandFields,
    round: z.number().int().min(1),
    answers: z.record(slotKeySchema, z.enum(['yes', 'ifNeedBe', 'no'])),
    counterProposal: slotSchema.optional(),
    comment: z.string().max(1000).optional(),
  }),
  permission: 'answer',
  waitsForBooking: false,
  decide: (input, { state, now }) => {
    const { caller, round, answers, counterProposal, comment } = input;
    const personId = personOf(caller);
    const ballot = { personId, round, answers, answeredAt: now, counterProposal, comment };
    return unless(refuseAnswer(state, input, now), { kind: 'answered', ballot });
  },
});
