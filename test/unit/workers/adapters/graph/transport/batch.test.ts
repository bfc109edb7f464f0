import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { packBatches, sendBatches } from '../../../../../../workers/adapters/graph/transport/batch.ts';
import type {
  GraphAnswer,
  GraphRequest,
} from '../../../../../../workers/adapters/graph/transport/graph-request.ts';

const inMailbox = (mailbox: string): GraphRequest => ({ method: 'GET', path: `/users/${mailbox}/events` });

interface SentPart {
  readonly id: string;
  readonly url: string;
}

/** A service that answers each part by its address, and counts what it got. */
function service(answer: (url: string, time: number) => Partial<GraphAnswer>) {
  const seen: string[][] = [];
  const times = new Map<string, number>();
  return {
    seen,
    transmit: (request: GraphRequest): Promise<GraphAnswer> => {
      const { requests } = request.body as { requests: readonly SentPart[] };
      seen.push(requests.map(({ url }) => url));
      const responses = requests.map(({ id, url }) => {
        times.set(url, (times.get(url) ?? 0) + 1);
        return { id, status: 200, headers: {}, body: url, ...answer(url, times.get(url) ?? 0) };
      });
      // Graph answers in any order.
      return Promise.resolve({ status: 200, headers: {}, body: { responses: responses.reverse() } });
    },
  };
}

describe('batches', () => {
  it('hold every request once, at most twenty, and at most four of one mailbox', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'), { maxLength: 120 }),
        fc.integer({ min: 1, max: 30 }),
        (mailboxes, maxParts) => {
          const batches = packBatches(mailboxes.map(inMailbox), maxParts);
          expect(batches.flat().sort((a, b) => a - b)).toEqual(mailboxes.map((_, index) => index));
          for (const batch of batches) {
            expect(batch.length).toBeLessThanOrEqual(Math.min(20, maxParts));
            for (const mailbox of new Set(mailboxes)) {
              expect(batch.filter((index) => mailboxes[index] === mailbox).length).toBeLessThanOrEqual(4);
            }
          }
        },
      ),
    );
  });

  it('are no more than needed', () => {
    const people = Array.from({ length: 45 }, (_, n) => inMailbox(`p${n}`));
    expect(packBatches(people, 20).map(({ length }) => length)).toEqual([20, 20, 5]);
  });

  it('give the answers in the order of the requests, whatever order the service uses', async () => {
    const { transmit } = service(() => ({}));
    const requests = Array.from({ length: 23 }, (_, n) => inMailbox(`p${n}`));
    const answers = await sendBatches({ requests, maxParts: 20, once: false, patienceMs: 0, transmit });
    expect(answers.map(({ body }) => body)).toEqual(requests.map(({ path }) => path));
  });

  it('repeat only the parts that failed for a passing reason', async () => {
    const { transmit, seen } = service((url, time) => {
      if (url.includes('/b/') && time === 1) return { status: 429, headers: { 'Retry-After': '0.1' } };
      if (url.includes('/c/') && time <= 2) return { status: 503 };
      return url.includes('/d/') ? { status: 404 } : {};
    });
    const answers = await sendBatches({
      requests: ['a', 'b', 'c', 'd'].map(inMailbox),
      maxParts: 20,
      once: false,
      patienceMs: 5000,
      transmit,
    });
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 404]);
    expect(seen.map(({ length }) => length)).toEqual([4, 2, 1]);
  });

  it('reject with the longest wait asked for, when it is longer than the patience', async () => {
    const { transmit, seen } = service((url) => ({
      status: 429,
      headers: { 'Retry-After': url.includes('/b/') ? '30' : '3' },
    }));
    await expect(
      sendBatches({
        requests: ['a', 'b'].map(inMailbox),
        maxParts: 20,
        once: false,
        patienceMs: 5000,
        transmit,
      }),
    ).rejects.toMatchObject({ reason: 'throttled', retryAfterMs: 30_000 });
    expect(seen).toHaveLength(1);
  });

  it('never repeat a part that must happen once and may have happened', async () => {
    const { transmit, seen } = service((url) => (url.includes('/a/') ? { status: 504 } : {}));
    await expect(
      sendBatches({
        requests: ['a', 'b'].map(inMailbox),
        maxParts: 20,
        once: true,
        patienceMs: 5000,
        transmit,
      }),
    ).rejects.toMatchObject({ reason: 'unavailable' });
    expect(seen).toHaveLength(1);
  });

  it('count a part that the service forgot to answer as failed', async () => {
    await expect(
      sendBatches({
        requests: ['a', 'b'].map(inMailbox),
        maxParts: 20,
        once: false,
        patienceMs: 0,
        transmit: () =>
          Promise.resolve({ status: 200, headers: {}, body: { responses: [{ id: '0', status: 200 }] } }),
      }),
    ).rejects.toMatchObject({ reason: 'unavailable' });
  });
});
