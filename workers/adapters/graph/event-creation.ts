import { z } from 'zod';

import type { PersonId } from '../../../workflows/domain/people/person.ts';
import type { Slot } from '../../../workflows/domain/time/slot.ts';
import { read, serviceErrorOf } from './graph-error.ts';
import type { Graph } from './graph.ts';

interface NewEvent {
  readonly ownerId: PersonId;
  readonly slot: Slot;
  readonly event: Readonly<Record<string, unknown>> & { readonly transactionId: string };
}

const listed = z.object({ value: z.array(z.looseObject({ transactionId: z.string().nullish() })) });

function calendarOf(ownerId: PersonId): string {
  return `/users/${encodeURIComponent(ownerId)}`;
}

/**
 * Creates events once each and gives them in order, as Graph writes them. What a repeated `transactionId` is answered
 * is not documented: the first event is taken as it is, a conflict is resolved by looking for that event at its time.
 */
export async function createEvents(graph: Graph, events: readonly NewEvent[]): Promise<readonly unknown[]> {
  const answers = await graph.batch(
    events.map(({ ownerId, event }) => ({
      method: 'POST',
      path: `${calendarOf(ownerId)}/events`,
      body: event,
    })),
  );
  const repeated = events.filter((_, index) => answers[index]?.status === 409);
  const found = await graph.batch(
    repeated.map(({ ownerId, slot }) => ({
      method: 'GET',
      path: `${calendarOf(ownerId)}/calendarView?startDateTime=${slot.start}&endDateTime=${slot.end}&$top=100`,
    })),
  );
  return events.map((wanted, index) => {
    const answer = answers[index] ?? { status: 503, headers: {}, body: undefined };
    if (answer.status < 300) return answer.body;
    const place = repeated.indexOf(wanted);
    const first =
      place === -1
        ? undefined
        : read(listed, found[place]?.body).value.find(
            ({ transactionId }) => transactionId === wanted.event.transactionId,
          );
    if (first === undefined) throw serviceErrorOf(answer);
    return first;
  });
}
