import { afterEach, describe, expect, it } from 'vitest';

import { acceptFor } from '../../../workers/adapters/graph/calendar/acceptances.ts';
import { personId } from '../../../workflows/domain/people/person.ts';
import { startGraphLikeServer } from './graph-like-server.ts';

let server: Awaited<ReturnType<typeof startGraphLikeServer>>;
afterEach(() => server.close());

const wanted = {
  iCalUId: "040000008200'E0",
  slot: { start: '2027-01-11T09:00:00.000Z', end: '2027-01-11T10:00:00.000Z' },
  people: [{ id: personId('bob-id'), mail: 'bob@contoso.example' }],
};

describe('accepting for somebody', () => {
  it('waits for an invitation that is on its way', async () => {
    let looked = 0;
    server = await startGraphLikeServer(({ method }, response) => {
      if (method === 'POST') response.statusCode = 202;
      else looked += 1;
      return method === 'POST' ? undefined : { value: looked < 3 ? [] : [{ id: 'copy' }] };
    });
    expect(await acceptFor(server.graph, wanted, [20, 20])).toEqual({ notAccepted: [] });
    expect(server.heard.map(({ method }) => method)).toEqual(['GET', 'GET', 'GET', 'POST']);
    expect(decodeURIComponent(server.heard[0]?.path ?? '')).toContain("iCalUId eq '040000008200''E0'");
  });

  it('gives up after the last wait, and says which mailbox it waited for', async () => {
    server = await startGraphLikeServer(() => ({ value: [] }));
    expect(await acceptFor(server.graph, wanted, [20])).toEqual({ notAccepted: ['bob-id'] });
    expect(server.heard).toHaveLength(2);
  });
});
