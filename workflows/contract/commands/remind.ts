import { z } from 'zod';
import { refuseReminder } from '../../domain/meeting/refuse-change.ts';
import { command, commandFields, unless } from './command.ts';

/** Asks everyone again who has not answered. */
export const remind = command({
  name: 'remind',
  schema: z.object(commandFields),
  permission: 'organize',
  waitsForBooking: true,
  decide: (_, { state }) => unless(refuseReminder(state), { kind: 'remindedByHand' }),
});
