import { createHash } from 'node:crypto';

import { z } from 'zod';

import type { WantedHold } from '../../../../workflows/domain/meeting/holds.ts';
import type { HeldSlot } from '../../../../workflows/domain/meeting/state.ts';
import type { PersonId } from '../../../../workflows/domain/people/person.ts';
import type { ServiceProblem, ServiceReason } from '../../../../workflows/domain/meeting/service-problem.ts';
import { slotKey } from '../../../../workflows/domain/time/slot.ts';
import type { Calendar } from '../../../../workflows/ports/calendar.ts';
import { ServiceError } from '../../../../workflows/ports/service-error.ts';
import { inUtc } from '../transport/date-time.ts';
import { createEvents, findEvents } from './event-creation.ts';
import { eventPath, isGone } from './events.ts';
import { read, serviceErrorOf } from '../transport/graph-error.ts';
import type { Graph } from '../transport/graph.ts';
import type { GraphAnswer } from '../transport/graph-request.ts';

const created = z.object({ id: z.string() });

type WrittenHold = Extract<HeldSlot, { readonly eventId: string }>;

/** One id for each hold out of the one for all, in the form of the GUIDs that Outlook itself uses. */
function holdTransactionId(transactionId: string, { ownerId, slot }: WantedHold): string {
  const hex = createHash('sha256')
    .update(JSON.stringify([transactionId, ownerId, slotKey(slot)]))
    .digest('hex');
  return hex.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/** Tentative events without attendees or reminder; once each. */
export async function createHolds(
  graph: Graph,
  input: Parameters<Calendar['createHolds']>[0],
): ReturnType<Calendar['createHolds']> {
  const { transactionId, title, wanted } = input;
  const events = await createEvents(
    graph,
    wanted.map((hold) => ({
      ...hold,
      event: {
        transactionId: holdTransactionId(transactionId, hold),
        subject: title,
        start: inUtc(hold.slot.start),
        end: inUtc(hold.slot.end),
        showAs: 'tentative',
        isReminderOn: false,
      },
    })),
  );
  const refused = new Map<ServiceReason, Set<PersonId>>();
  const holds = wanted.map((hold, index): HeldSlot => {
    const event = events[index];
    if (!(event instanceof ServiceError)) return { ...hold, eventId: read(created, event).id };
    refused.set(event.reason, (refused.get(event.reason) ?? new Set()).add(hold.ownerId));
    // It may have been written before, when nobody heard the answer.
    return { ...hold, transactionId };
  });
  const owners = new Set(wanted.map(({ ownerId }) => ownerId)).size;
  const problems = [...refused].map(([reason, people]): ServiceProblem => ({
    service: 'calendar',
    reason,
    people: people.size === owners ? undefined : [...people],
  }));
  return { holds, problems };
}

async function deleteEach(graph: Graph, holds: readonly WrittenHold[]): Promise<readonly GraphAnswer[]> {
  const answers = await graph.batch(
    holds.map(({ ownerId, eventId }) => ({ method: 'DELETE', path: eventPath(ownerId, eventId) })),
  );
  return answers.filter((answer) => answer.status >= 300 && !isGone(answer));
}

/** Those whose creation was never answered, as far as they were written in calendars that can be read. */
async function findLost(graph: Graph, holds: readonly HeldSlot[]): Promise<readonly WrittenHold[]> {
  const lost = holds.flatMap((hold) =>
    'eventId' in hold ? [] : [{ ...hold, transactionId: holdTransactionId(hold.transactionId, hold) }],
  );
  const events = await findEvents(graph, lost);
  return lost.flatMap(({ ownerId, slot }, index) => {
    const event = events[index];
    return event === undefined || event instanceof ServiceError ? [] : [{ ownerId, slot, eventId: event.id }];
  });
}

/** Deletes those that exist; a permanent refusal rejects after all others have been deleted. */
export async function removeHolds(
  graph: Graph,
  { holds }: { readonly holds: readonly HeldSlot[] },
): Promise<void> {
  const written = holds.filter((hold) => 'eventId' in hold);
  const [refused] = [
    ...(await deleteEach(graph, written)),
    ...(await deleteEach(graph, await findLost(graph, holds))),
  ];
  if (refused !== undefined) throw serviceErrorOf(refused);
}
