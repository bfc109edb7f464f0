import { z } from 'zod';

const revision = '2026-07-28';
const clientInfo = { name: 'assent-agent', version: '0.1.0' };
const clientCapabilities = { extensions: { 'io.modelcontextprotocol/tasks': {} }, elicitation: { form: {} } };

const answer = z.object({
  result: z.looseObject({}).optional(),
  error: z.object({ code: z.number(), message: z.string() }).optional(),
});

/** The server said no in the protocol's own words, or by HTTP. */
export class ServerCallError extends Error {
  override readonly name = 'ExchangeError';
  readonly status: number;
  readonly retryAfterMs: number | undefined;

  constructor(message: string, status: number, retryAfterMs: number | undefined) {
    super(message);
    this.status = status;
    this.retryAfterMs = retryAfterMs;
  }
}

export interface ServerAddress {
  readonly url: string;
  readonly token: string;
  /** For an agent with a token of its own: the organizer's directory id. */
  readonly onBehalfOf: string | undefined;
}

function lastMessage(text: string, contentType: string | null): unknown {
  if (contentType?.includes('event-stream') !== true) return JSON.parse(text);
  const line = text.split('\n').findLast((words) => words.startsWith('data:'));
  return JSON.parse(line?.slice('data:'.length) ?? '{}');
}

/**
 * One request of revision 2026-07-28. The SDK's client refuses results that are tasks, so calls of tools and
 * everything about tasks go over the wire from here. Rejects with `ServerCallError`.
 */
export async function callServer(
  { url, token, onBehalfOf }: ServerAddress,
  request: {
    readonly method: string;
    readonly params: Readonly<Record<string, unknown>>;
    readonly correlationId: string;
    readonly signal: AbortSignal;
  },
): Promise<Readonly<Record<string, unknown>>> {
  const { method, params, correlationId, signal } = request;
  const name = params['name'] ?? params['taskId'];
  const response = await fetch(url, {
    method: 'POST',
    signal,
    headers: {
      'content-type': 'application/json',
      accept: 'application/json, text/event-stream',
      authorization: `Bearer ${token}`,
      'mcp-protocol-version': revision,
      'mcp-method': method,
      'x-correlation-id': correlationId,
      ...(typeof name === 'string' ? { 'mcp-name': name } : {}),
      ...(onBehalfOf === undefined ? {} : { 'assent-on-behalf-of': onBehalfOf }),
    },
    body: JSON.stringify({
      jsonrpc: '2.0',
      id: correlationId,
      method,
      params: {
        ...params,
        _meta: {
          'io.modelcontextprotocol/protocolVersion': revision,
          'io.modelcontextprotocol/clientInfo': clientInfo,
          'io.modelcontextprotocol/clientCapabilities': clientCapabilities,
        },
      },
    }),
  });
  const text = await response.text();
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  const retryAfterMs = Number.isFinite(seconds) ? seconds * 1000 : undefined;
  if (response.status === 401 || response.status === 403 || response.status === 429 || response.status >= 500)
    throw new ServerCallError(`the server answered ${response.status}`, response.status, retryAfterMs);
  const { result, error } = answer.parse(lastMessage(text, response.headers.get('content-type')));
  if (result === undefined)
    throw new ServerCallError(error?.message ?? 'the server gave no result', response.status, undefined);
  return result;
}
