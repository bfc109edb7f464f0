import { z } from 'zod';
import { refuseCancel } from '../../domain/meeting/refuse-change.ts';
import { command, commandFields, unless } from './command.ts';

/** Ends the meeting and undoes what it did. */
export const cancel = command({
  name: 'cancel',
  schema: z.object({ ...commandFields, reason: z.string().max(1000).optional() }),
  permission: 'organize',
  waitsForBooking: false,
  decide: ({ reason }, { state }) => unless(refuseCancel(state), { kind: 'cancelled', reason }),
});
