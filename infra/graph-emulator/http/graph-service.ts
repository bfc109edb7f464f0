import { runBatch, type InnerRequest } from './batch.ts';
import type { Caller } from '../access/caller.ts';
import type { GraphAnswer } from '../protocol/graph-call.ts';
import { badRequest, GraphError } from '../graph-error.ts';
import { GraphRouter } from './router.ts';
import { graphRoutes } from '../routes.ts';
import type { EmulatorState } from '../emulator-state.ts';

/** One request to `/v1.0` from an identified caller. */
export interface ServiceRequest {
  readonly method: string;
  /** Path and query below `/v1.0`, as it was sent (percent-encoded). */
  readonly url: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: unknown;
  readonly caller: Caller;
  readonly base: string;
  readonly requestId: string;
}

/** An error as Graph writes it. `client-request-id` is the caller's own. */
export function errorAnswer(
  error: GraphError,
  requestId: string,
  clientRequestId: string | undefined,
  now: Date,
): GraphAnswer {
  return {
    status: error.status,
    headers: error.headers,
    body: {
      error: {
        code: error.code,
        message: error.message,
        innerError: {
          date: now.toISOString().slice(0, 19),
          'request-id': requestId,
          'client-request-id': clientRequestId ?? requestId,
        },
      },
    },
  };
}

function splitUrl(url: string): { path: string; query: URLSearchParams } {
  const [encodedPath = '', ...rest] = url.split('?');
  let path: string;
  try {
    path = encodedPath.split('/').map(decodeURIComponent).join('/');
  } catch {
    throw badRequest('The request URI is not valid: it holds a broken percent-encoding.');
  }
  return { path, query: new URLSearchParams(rest.join('?')) };
}

/** Graph v1.0 without HTTP: what a server and a `$batch` both call. */
export class GraphService {
  readonly #router: GraphRouter;
  readonly #world: EmulatorState;

  constructor(world: EmulatorState) {
    this.#world = world;
    this.#router = new GraphRouter(world, graphRoutes);
  }

  /** Never throws: an error becomes an answer. */
  async answer(request: ServiceRequest): Promise<GraphAnswer> {
    try {
      const { path, query } = splitUrl(request.url);
      if (path.toLowerCase() !== '/$batch') {
        const answer = await this.#router.handle({ ...request, path, query });
        if (request.method !== 'GET') await this.#world.database.committed();
        return answer;
      }
      if (request.method !== 'POST') throw badRequest('A batch is sent with POST.');
      return await runBatch(request, (inner) => this.#inner(inner, request.requestId));
    } catch (error) {
      if (!(error instanceof GraphError)) throw error;
      return errorAnswer(error, request.requestId, request.headers['client-request-id'], this.#world.now());
    }
  }

  async #inner(inner: InnerRequest, requestId: string): Promise<GraphAnswer> {
    const headers = Object.fromEntries(
      Object.entries(inner.headers).map(([name, value]) => [name.toLowerCase(), value]),
    );
    const url = inner.url.replace(/^https?:\/\/[^/]+/i, '').replace(/^\/v1\.0(?=\/)/i, '');
    const path = url.startsWith('/') ? url : `/${url}`;
    if (/^\/\$batch/i.test(path)) {
      const error = badRequest('A batch cannot hold another batch.');
      return errorAnswer(error, requestId, headers['client-request-id'], this.#world.now());
    }
    return this.answer({ ...inner, url: path, headers, requestId });
  }
}
