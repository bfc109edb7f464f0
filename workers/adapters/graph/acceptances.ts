import { z } from 'zod';

import type { PersonId } from '../../../workflows/domain/people/person.ts';
import type { Calendar } from '../../../workflows/ports/calendar.ts';
import { eventPath } from './events.ts';
import type { Graph } from './graph.ts';

const copies = z.object({
  value: z.array(
    z.object({
      id: z.string(),
      responseStatus: z.object({ response: z.string().nullish() }).nullish(),
    }),
  ),
});

/** Accepts each person's copy of the event, found by the id that all copies share, in two batches. */
export async function acceptFor(
  graph: Graph,
  input: Parameters<Calendar['acceptFor']>[0],
): Promise<{ readonly notAccepted: readonly PersonId[] }> {
  const filter = encodeURIComponent(`iCalUId eq '${input.iCalUId.replaceAll("'", "''")}'`);
  const found = await graph.batch(
    input.people.map(({ id }) => ({
      method: 'GET',
      path: `/users/${encodeURIComponent(id)}/events?$filter=${filter}&$select=id,responseStatus`,
    })),
  );
  const notAccepted = new Set<PersonId>();
  const toAccept: { readonly id: PersonId; readonly eventId: string }[] = [];
  for (const [index, { id }] of input.people.entries()) {
    const [copy] = copies.safeParse(found[index]?.body).data?.value ?? [];
    const response = copy?.responseStatus?.response;
    if (copy === undefined) notAccepted.add(id);
    else if (response !== 'accepted' && response !== 'organizer') toAccept.push({ id, eventId: copy.id });
  }
  const answers = await graph.batch(
    toAccept.map(({ id, eventId }) => ({
      method: 'POST',
      path: `${eventPath(id, eventId)}/accept`,
      body: { sendResponse: true },
    })),
  );
  for (const [index, { id }] of toAccept.entries()) {
    if ((answers[index]?.status ?? 503) >= 300) notAccepted.add(id);
  }
  return { notAccepted: [...notAccepted] };
}
