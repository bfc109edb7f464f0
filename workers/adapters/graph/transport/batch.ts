import { setTimeout as pause } from 'node:timers/promises';

import { z } from 'zod';

import type { ServiceError } from '../../../../workflows/ports/service-error.ts';
import { isTransient, read, serviceErrorOf } from './graph-error.ts';
import { preferences } from './graph-request.ts';
import type { GraphAnswer, GraphRequest } from './graph-request.ts';
import { lanesPerMailbox, mailboxOf } from './mailbox-lanes.ts';
import { retryAfterMs } from './retry-after.ts';

/** As many requests as one `$batch` takes (json-batching of the Graph documentation). */
const largestBatch = 20;
const batchesAtOnce = 4;
const pauseAfterFaultMs = 250;

const batchAnswer = z.object({
  responses: z.array(
    z.object({
      id: z.string(),
      status: z.number(),
      headers: z.record(z.string(), z.string()).nullish(),
      body: z.unknown().optional(),
    }),
  ),
});

/** Groups of positions, each small enough for a batch and with at most four requests in one mailbox. */
export function packBatches(requests: readonly GraphRequest[], maxParts: number): readonly number[][] {
  const size = Math.max(1, Math.min(maxParts, largestBatch));
  const batches: { readonly parts: number[]; readonly inMailbox: Map<string, number> }[] = [];
  let firstWithRoom = 0;
  for (const [position, { path }] of requests.entries()) {
    const mailbox = mailboxOf(path);
    while ((batches[firstWithRoom]?.parts.length ?? 0) >= size) firstWithRoom += 1;
    let batch = batches
      .slice(firstWithRoom)
      .find(
        ({ parts, inMailbox }) =>
          parts.length < size && (mailbox === undefined || (inMailbox.get(mailbox) ?? 0) < lanesPerMailbox),
      );
    if (batch === undefined) {
      batch = { parts: [], inMailbox: new Map() };
      batches.push(batch);
    }
    batch.parts.push(position);
    if (mailbox !== undefined) batch.inMailbox.set(mailbox, (batch.inMailbox.get(mailbox) ?? 0) + 1);
  }
  return batches.map(({ parts }) => parts);
}

function partOf(request: GraphRequest, id: number): Record<string, unknown> {
  return {
    id: String(id),
    method: request.method,
    url: request.path,
    headers: {
      Prefer: preferences,
      ...(request.body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...request.headers,
    },
    body: request.body,
  };
}

/**
 * Sends requests in batches and repeats, after a wait, the parts that failed for a passing reason, as long as all waits
 * stay within `patienceMs`; Graph judges each part alone and the SDKs repeat none.
 */
export async function sendBatches(input: {
  readonly requests: readonly GraphRequest[];
  readonly maxParts: number;
  readonly once: boolean;
  readonly patienceMs: number;
  readonly transmit: (request: GraphRequest, paths: readonly string[]) => Promise<GraphAnswer>;
}): Promise<readonly GraphAnswer[]> {
  const { requests, maxParts, once, patienceMs, transmit } = input;
  const answers = new Array<GraphAnswer | undefined>(requests.length);

  async function sendOne(positions: readonly number[]): Promise<void> {
    const parts = positions.flatMap((position) => requests[position] ?? []);
    const answer = await transmit(
      {
        method: 'POST',
        path: '/$batch',
        body: { requests: parts.map((request, index) => partOf(request, index)) },
      },
      parts.map(({ path }) => path),
    );
    if (answer.status >= 300) throw serviceErrorOf(answer);
    for (const { id, status, headers, body } of read(batchAnswer, answer.body).responses) {
      const position = positions[Number(id)];
      if (position === undefined) continue;
      answers[position] = {
        status,
        headers: Object.fromEntries(
          Object.entries(headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]),
        ),
        body: body ?? undefined,
      };
    }
  }

  let open = requests.map((_, position) => position);
  for (let attempt = 0, leftMs = patienceMs; open.length > 0; attempt += 1) {
    const batches = packBatches(
      open.map((position) => requests[position]).filter((request) => request !== undefined),
      maxParts,
    ).map((parts) => parts.flatMap((part) => open[part] ?? []));
    for (let first = 0; first < batches.length; first += batchesAtOnce) {
      // All of them end before a failure is reported, so that a retry never overtakes what is under way.
      const sent = await Promise.allSettled(batches.slice(first, first + batchesAtOnce).map(sendOne));
      for (const outcome of sent) if (outcome.status === 'rejected') throw outcome.reason;
    }
    open = open.filter((position) => isTransient(answers[position]?.status ?? 503));
    if (open.length === 0) break;
    const failed = open.filter((position) => answers[position]?.status !== 429);
    if (once && failed.length > 0) throw worstOf(failed.map((position) => answers[position]));
    const waitMs = Math.max(
      pauseAfterFaultMs * 2 ** attempt,
      ...open.map((position) => retryAfterMs(answers[position]?.headers['retry-after'], Date.now()) ?? 0),
    );
    if (waitMs > leftMs) throw worstOf(open.map((position) => answers[position]));
    leftMs -= waitMs;
    await pause(waitMs);
  }
  return answers.filter((answer) => answer !== undefined);
}

/** The one that asks for the longest wait, so that a repetition finds all of them ready. */
function worstOf(answers: readonly (GraphAnswer | undefined)[]): ServiceError {
  const errors = answers.map((answer) =>
    serviceErrorOf(answer ?? { status: 503, headers: {}, body: undefined }),
  );
  const [first, ...rest] = errors;
  return rest.reduce(
    (worst, error) => ((error.retryAfterMs ?? 0) > (worst.retryAfterMs ?? 0) ? error : worst),
    first ?? serviceErrorOf({ status: 503, headers: {}, body: undefined }),
  );
}
