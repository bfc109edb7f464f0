import { createHash } from 'node:crypto';

import { z } from 'zod';

import type { Calendar, Hold } from '../../../workflows/ports/calendar.ts';
import { slotKey } from '../../../workflows/domain/time/slot.ts';
import { inUtc } from './date-time.ts';
import { createEvents } from './event-creation.ts';
import { eventPath, isGone } from './events.ts';
import { read, serviceErrorOf } from './graph-error.ts';
import type { Graph } from './graph.ts';

const created = z.object({ id: z.string() });

/** One id for each hold out of the one for all, in the form of the GUIDs that Outlook itself uses. */
function holdTransactionId(transactionId: string, ownerId: string, key: string): string {
  const hex = createHash('sha256')
    .update(JSON.stringify([transactionId, ownerId, key]))
    .digest('hex');
  return hex.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/** Tentative events without attendees or reminder, one for each owner and slot; once each. */
export async function createHolds(
  graph: Graph,
  input: Parameters<Calendar['createHolds']>[0],
): Promise<readonly Hold[]> {
  const wanted = input.owners.flatMap(({ id }) => input.slots.map((slot) => ({ ownerId: id, slot })));
  const events = await createEvents(
    graph,
    wanted.map(({ ownerId, slot }) => ({
      ownerId,
      slot,
      event: {
        transactionId: holdTransactionId(input.transactionId, ownerId, slotKey(slot)),
        subject: input.title,
        start: inUtc(slot.start),
        end: inUtc(slot.end),
        showAs: 'tentative',
        isReminderOn: false,
      },
    })),
  );
  return wanted.map(({ ownerId, slot }, index) => ({
    ownerId,
    slot,
    eventId: read(created, events[index]).id,
  }));
}

export async function removeHolds(graph: Graph, input: { readonly holds: readonly Hold[] }): Promise<void> {
  const answers = await graph.batch(
    input.holds.map(({ ownerId, eventId }) => ({ method: 'DELETE', path: eventPath(ownerId, eventId) })),
  );
  const failed = answers.find((answer) => answer.status >= 300 && !isGone(answer));
  if (failed !== undefined) throw serviceErrorOf(failed);
}
