import { createHash, randomUUID } from 'node:crypto';

import type { IncomingActivity } from './activity-shape.ts';
import type { Sender } from './sender.ts';

/** Each click is a command of its own; one that Teams delivers again is not. */
export function clickKey(sender: Sender, { id, conversation }: IncomingActivity): string {
  const click = createHash('sha256')
    .update(`${conversation.id}\n${id ?? randomUUID()}`)
    .digest('hex');
  return `teams:${sender.personId}:${click}`;
}
