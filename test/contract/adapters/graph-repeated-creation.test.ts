import { afterEach, describe, expect, it } from 'vitest';

import { createHolds } from '../../../workers/adapters/graph/calendar/holds.ts';
import { personId } from '../../../workflows/domain/people/person.ts';
import { startGraphLikeServer } from './graph-like-server.ts';

let server: Awaited<ReturnType<typeof startGraphLikeServer>>;
afterEach(() => server.close());

const slot = { start: '2027-01-11T09:00:00.000Z', end: '2027-01-11T10:00:00.000Z' };
const wanted = {
  transactionId: 'meeting-1',
  title: 'Hold',
  wanted: [{ ownerId: personId('bob-id'), slot }],
};

describe('a creation that Graph answers as a conflict when it is repeated', () => {
  it('gives the event that the first one made', async () => {
    let transactionId: unknown;
    server = await startGraphLikeServer(({ method, body }, response) => {
      if (method === 'GET') return { value: [{ id: 'other' }, { id: 'first', transactionId }] };
      ({ transactionId } = body as { transactionId: unknown });
      response.statusCode = 409;
      return { error: { code: 'ErrorDuplicateTransactionId', message: 'Used before.' } };
    });
    expect(await createHolds(server.graph, wanted)).toEqual({
      holds: [{ ownerId: 'bob-id', eventId: 'first', slot }],
      problems: [],
    });
    expect(transactionId).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  });

  it('is reported as a conflict where there is no such event', async () => {
    server = await startGraphLikeServer(({ method }, response) => {
      if (method === 'GET') return { value: [{ id: 'other' }] };
      response.statusCode = 409;
      return { error: { code: 'Conflict', message: 'No.' } };
    });
    expect(await createHolds(server.graph, wanted)).toEqual({
      holds: [{ ownerId: 'bob-id', slot, transactionId: 'meeting-1' }],
      problems: [{ service: 'calendar', reason: 'conflict' }],
    });
  });
});
