import { z } from 'zod';
import type { Caller } from '../access/caller.ts';
import { ok, type GraphAnswer } from '../protocol/graph-call.ts';
import { badRequest } from '../graph-error.ts';
import type { Json } from '../protocol/json.ts';
import { objectBody } from '../protocol/request-body.ts';

const maximumRequests = 20;

const batchBody = z.object({
  requests: z
    .array(
      z.object({
        id: z.union([z.string().min(1), z.number().transform(String)]),
        method: z.string(),
        url: z.string(),
        headers: z.record(z.string(), z.string()).nullish(),
        body: z.unknown().optional(),
        dependsOn: z.array(z.string()).nullish(),
      }),
    )
    .min(1),
});

type BatchPart = z.output<typeof batchBody>['requests'][number];

/** One part of a batch as it is handed on; `url` is relative to `/v1.0`. */
export interface InnerRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly caller: Caller;
  readonly base: string;
}

function readParts(body: unknown): readonly BatchPart[] {
  const result = batchBody.safeParse(objectBody(body));
  if (!result.success) {
    throw badRequest(`Invalid batch payload format: ${result.error.issues[0]?.message ?? 'not valid'}.`);
  }
  const { requests } = result.data;
  if (requests.length > maximumRequests) {
    throw badRequest(
      `Batch size limit exceeded: ${requests.length} requests, the limit is ${maximumRequests}.`,
    );
  }
  const seen = new Set<string>();
  for (const { id, dependsOn } of requests) {
    if (seen.has(id)) throw badRequest(`The request id '${id.slice(0, 100)}' is used twice in the batch.`);
    const missing = dependsOn?.find((name) => !seen.has(name));
    if (missing !== undefined) {
      throw badRequest(
        `The request '${id.slice(0, 100)}' depends on '${missing.slice(0, 100)}', which does not come before it.`,
      );
    }
    seen.add(id);
  }
  return requests;
}

function partAnswer(id: string, answer: GraphAnswer): Json {
  const body: unknown = answer.json === undefined ? answer.body : JSON.parse(answer.json);
  const headers = {
    ...answer.headers,
    ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
  };
  return { id, status: answer.status, headers, body: body ?? null };
}

function failedDependency(id: string): Json {
  const error = { code: 'FailedDependency', message: 'A request that this one depends on failed.' };
  return { id, status: 424, headers: { 'Content-Type': 'application/json' }, body: { error } };
}

/**
 * `POST /$batch`: up to 20 parts, in order, each judged alone; the batch itself is 200. A part whose `dependsOn`
 * failed is 424. `run` answers one part and never throws. Source: concepts/json-batching.
 */
export async function runBatch(
  request: { readonly body: unknown; readonly caller: Caller; readonly base: string },
  run: (inner: InnerRequest) => Promise<GraphAnswer>,
): Promise<GraphAnswer> {
  const failed = new Set<string>();
  const responses: Json[] = [];
  for (const part of readParts(request.body)) {
    if (part.dependsOn?.some((name) => failed.has(name)) === true) {
      failed.add(part.id);
      responses.push(failedDependency(part.id));
      continue;
    }
    const answer = await run({
      method: part.method.toUpperCase(),
      url: part.url,
      headers: part.headers ?? {},
      body: part.body,
      caller: request.caller,
      base: request.base,
    });
    if (answer.status >= 400) failed.add(part.id);
    responses.push(partAnswer(part.id, answer));
  }
  return ok({ responses });
}
