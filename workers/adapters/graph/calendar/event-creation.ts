import type { Event } from '@microsoft/microsoft-graph-types';
import { z } from 'zod';

import type { PersonId } from '../../../../workflows/domain/people/person.ts';
import type { Slot } from '../../../../workflows/domain/time/slot.ts';
import { ServiceError } from '../../../../workflows/ports/service-error.ts';
import { read, serviceErrorOf } from '../transport/graph-error.ts';
import type { Graph } from '../transport/graph.ts';

interface NewEvent {
  readonly ownerId: PersonId;
  readonly slot: Slot;
  readonly event: Event & { readonly transactionId: string };
}

const anEvent = z.record(z.string(), z.unknown());
const foundEvent = z.looseObject({ id: z.string(), transactionId: z.string().nullish() });
const listed = z.object({ value: z.array(foundEvent) });
const unanswered = { status: 503, headers: {}, body: undefined };

function calendarOf(ownerId: PersonId): string {
  return `/users/${encodeURIComponent(ownerId)}`;
}

/**
 * Creates events once each and gives them in order, as Graph writes them, or the refusal of one. What a repeated
 * `transactionId` is answered is not documented: the first event is taken as it is, a conflict is resolved by looking
 * for that event at its time.
 */
export async function createEvents(
  graph: Graph,
  events: readonly NewEvent[],
): Promise<readonly (Readonly<Record<string, unknown>> | ServiceError)[]> {
  const answers = await graph.batch(
    events.map(({ ownerId, event }) => ({
      method: 'POST',
      path: `${calendarOf(ownerId)}/events`,
      body: event,
    })),
  );
  const repeated = events.filter((_, index) => answers[index]?.status === 409);
  const found = await findEvents(
    graph,
    repeated.map(({ event, ...where }) => ({ ...where, transactionId: event.transactionId })),
  );
  return events.map((wanted, index) => {
    const answer = answers[index] ?? unanswered;
    if (answer.status < 300) return read(anEvent, answer.body);
    const place = repeated.indexOf(wanted);
    const first = place === -1 ? undefined : found[place];
    return first === undefined || first instanceof ServiceError ? serviceErrorOf(answer) : first;
  });
}

/**
 * The events that were created with these `transactionId`s at these times, in order; undefined where there is none,
 * and the refusal where a calendar permanently cannot be read.
 */
export async function findEvents(
  graph: Graph,
  wanted: readonly { readonly ownerId: PersonId; readonly slot: Slot; readonly transactionId: string }[],
): Promise<readonly (z.output<typeof foundEvent> | ServiceError | undefined)[]> {
  const answers = await graph.batch(
    wanted.map(({ ownerId, slot }) => ({
      method: 'GET',
      path: `${calendarOf(ownerId)}/calendarView?startDateTime=${slot.start}&endDateTime=${slot.end}&$top=100`,
    })),
  );
  return wanted.map(({ transactionId }, index) => {
    const answer = answers[index] ?? unanswered;
    if (answer.status >= 300) return serviceErrorOf(answer);
    return read(listed, answer.body).value.find((event) => event.transactionId === transactionId);
  });
}
