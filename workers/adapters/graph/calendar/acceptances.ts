import { setTimeout as pause } from 'node:timers/promises';

import { z } from 'zod';

import type { PersonId } from '../../../../workflows/domain/people/person.ts';
import type { Calendar } from '../../../../workflows/ports/calendar.ts';
import { eventPath } from './events.ts';
import type { Graph } from '../transport/graph.ts';

const copies = z.object({
  value: z.array(
    z.object({
      id: z.string(),
      responseStatus: z.object({ response: z.string().nullish() }).nullish(),
    }),
  ),
});

interface Copy {
  readonly ownerId: PersonId;
  readonly eventId: string;
  readonly isAnswered: boolean;
}

/** The people's copies of an event, by the id that all copies share; and who has a mailbox but no copy yet. */
async function findCopies(
  graph: Graph,
  iCalUId: string,
  people: readonly PersonId[],
): Promise<{ readonly found: readonly Copy[]; readonly awaited: readonly PersonId[] }> {
  const filter = encodeURIComponent(`iCalUId eq '${iCalUId.replaceAll("'", "''")}'`);
  const answers = await graph.batch(
    people.map((id) => ({
      method: 'GET',
      path: `/users/${encodeURIComponent(id)}/events?$filter=${filter}&$select=id,responseStatus`,
    })),
  );
  const found: Copy[] = [];
  const awaited: PersonId[] = [];
  for (const [index, ownerId] of people.entries()) {
    const listed = copies.safeParse(answers[index]?.body).data?.value;
    const copy = listed?.[0];
    const response = copy?.responseStatus?.response;
    if (copy !== undefined) {
      // A decline in Outlook by then is their own word.
      const isAnswered = response === 'accepted' || response === 'declined' || response === 'organizer';
      found.push({ ownerId, eventId: copy.id, isAnswered });
    } else if (listed !== undefined) awaited.push(ownerId);
  }
  return { found, awaited };
}

/**
 * Accepts each person's copy of the event, in two requests when the invitations have arrived; for those on their way it
 * looks again after each of the waits.
 */
export async function acceptFor(
  graph: Graph,
  input: Parameters<Calendar['acceptFor']>[0],
  deliveryWaitsMs: readonly number[],
): Promise<{ readonly notAccepted: readonly PersonId[] }> {
  const accepted = new Set<PersonId>();
  let open: readonly PersonId[] = input.people.map(({ id }) => id);
  for (const waitMs of [0, ...deliveryWaitsMs]) {
    if (open.length === 0) break;
    if (waitMs > 0) await pause(waitMs);
    const { found, awaited } = await findCopies(graph, input.iCalUId, open);
    const unanswered = found.filter(({ isAnswered }) => !isAnswered);
    const answers = await graph.batch(
      unanswered.map(({ ownerId, eventId }) => ({
        method: 'POST',
        path: `${eventPath(ownerId, eventId)}/accept`,
        body: { sendResponse: true },
      })),
    );
    for (const { ownerId, isAnswered } of found) if (isAnswered) accepted.add(ownerId);
    for (const [index, { ownerId }] of unanswered.entries()) {
      if ((answers[index]?.status ?? 503) < 300) accepted.add(ownerId);
    }
    open = awaited;
  }
  return { notAccepted: input.people.map(({ id }) => id).filter((id) => !accepted.has(id)) };
}
