import { Client, ResponseType } from '@microsoft/microsoft-graph-client';
import { z } from 'zod';

import type { Log } from '../../../../infra/runtime/log.ts';
import { sendBatches } from './batch.ts';
import { isTransient, noAnswer, read, serviceErrorOf } from './graph-error.ts';
import { preferences } from './graph-request.ts';
import type { GraphAnswer, GraphRequest } from './graph-request.ts';
import { MailboxLanes } from './mailbox-lanes.ts';
import { HttpHandler, ThrottlingHandler } from './middleware.ts';
import type { TokenSource } from '../sign-in/token-source.ts';

/** Microsoft Graph with the access that its token source has. Everything rejects with `ServiceError`. */
export interface Graph {
  /** Success or a permanent refusal; rejects on a transient failure. */
  answer(request: GraphRequest): Promise<GraphAnswer>;
  /** Success, read by the schema; everything else is rejected. */
  send<Schema extends z.ZodType>(request: GraphRequest, schema: Schema): Promise<z.output<Schema>>;
  /**
   * One answer for each request, in order, in as few HTTP requests as may be. Success or a permanent refusal; when
   * any still fails for a passing reason after short waits, the whole is rejected: what it asks must be repeatable.
   */
  batch(
    requests: readonly GraphRequest[],
    limits?: {
      readonly maxParts?: number;
      /** For what must not be repeated: a part that failed is not sent again, unless it was throttled. */
      readonly once?: boolean;
    },
  ): Promise<readonly GraphAnswer[]>;
  /** All pages of a collection; items that the schema does not know are rejected. */
  list<Schema extends z.ZodType>(path: string, item: Schema): Promise<z.output<Schema>[]>;
  /** The root with its version, for references to other resources. */
  readonly baseUrl: string;
}

interface GraphSettings {
  /** With the version: `https://graph.microsoft.com/v1.0`. */
  readonly baseUrl: string;
  readonly tokenSource: TokenSource;
  readonly log?: Log;
  /** How long a request may take, with its body. */
  readonly timeoutMs?: number;
  /** How long all waits that the service asks for may take in one call; longer ones reject as `throttled`. */
  readonly patienceMs?: number;
}

const page = z.object({ value: z.array(z.unknown()), '@odata.nextLink': z.string().optional() });

async function answerOf(response: Response): Promise<GraphAnswer> {
  const headers = Object.fromEntries(response.headers);
  const text = await response.text();
  if (text === '') return { status: response.status, headers, body: undefined };
  try {
    return { status: response.status, headers, body: JSON.parse(text) as unknown };
  } catch (cause) {
    if (response.ok) throw cause;
    return { status: response.status, headers, body: undefined };
  }
}

export function createGraph(settings: GraphSettings): Graph {
  const { baseUrl, tokenSource, log, timeoutMs = 20_000, patienceMs = 5000 } = settings;
  const root = /^(.*)\/(v1\.0|beta)$/.exec(baseUrl);
  // The library's own chain drops the bearer on hosts other than Graph's; ours has no such rule.
  const client = Client.initWithMiddleware({
    baseUrl: root?.[1] ?? baseUrl,
    defaultVersion: root?.[2] ?? 'v1.0',
    middleware: [new ThrottlingHandler(patienceMs), new HttpHandler(timeoutMs)],
  });
  const lanes = new MailboxLanes();

  async function sendOnce(request: GraphRequest, fresh: boolean): Promise<GraphAnswer> {
    const token = await tokenSource.token({ fresh });
    const call = client
      .api(request.path)
      .responseType(ResponseType.RAW)
      .headers({ Prefer: preferences, ...request.headers, Authorization: `Bearer ${token}` });
    try {
      let response: unknown;
      switch (request.method) {
        case 'GET':
          response = await call.get();
          break;
        case 'POST':
          response = await call.post(request.body ?? {});
          break;
        case 'PATCH':
          response = await call.patch(request.body ?? {});
          break;
        case 'DELETE':
          response = await call.delete();
          break;
      }
      return await answerOf(response as Response);
    } catch (cause) {
      throw noAnswer(cause);
    }
  }

  /** Any answer, whatever its status. */
  async function transmit(request: GraphRequest, paths: readonly string[]): Promise<GraphAnswer> {
    const startedAt = Date.now();
    const answer = await lanes.run(paths, async () => {
      const first = await sendOnce(request, false);
      return first.status === 401 ? sendOnce(request, true) : first;
    });
    log?.debug(
      {
        method: request.method,
        status: answer.status,
        parts: paths.length,
        durationMs: Date.now() - startedAt,
      },
      'Graph answered',
    );
    return answer;
  }

  const graph: Graph = {
    baseUrl,
    async answer(request) {
      const answer = await transmit(request, [request.path]);
      if (isTransient(answer.status) || answer.status === 401) throw serviceErrorOf(answer);
      return answer;
    },
    async send(request, schema) {
      const answer = await graph.answer(request);
      if (answer.status >= 300) throw serviceErrorOf(answer);
      return read(schema, answer.body);
    },
    async batch(requests, limits) {
      const [only] = requests;
      if (only !== undefined && requests.length === 1) return [await graph.answer(only)];
      return sendBatches({
        requests,
        maxParts: limits?.maxParts ?? 20,
        once: limits?.once ?? false,
        patienceMs,
        transmit,
      });
    },
    async list(path, item) {
      const items: z.output<typeof item>[] = [];
      for (let next: string | undefined = path; next !== undefined;) {
        const found: z.output<typeof page> = await graph.send({ method: 'GET', path: next }, page);
        for (const value of found.value) items.push(read(item, value));
        const link: string | undefined = found['@odata.nextLink'];
        next = link?.startsWith(baseUrl) === true ? link.slice(baseUrl.length) : link;
      }
      return items;
    },
  };
  return graph;
}
