import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the model saw last: the request's body. */
export interface SeenRequest {
  readonly messages: readonly { readonly role: string; readonly content: string | null }[];
  readonly tools: readonly { readonly function: { readonly name: string; readonly parameters: unknown } }[];
}

/** One turn of a scripted model: a function call, a text, or an HTTP failure. */
export type Turn =
  | { readonly call: string; readonly with: unknown }
  | { readonly say: string }
  | { readonly status: number; readonly error: object; readonly headers?: Readonly<Record<string, string>> }
  | { readonly finish: 'content_filter' };

export interface ModelServer {
  readonly url: string;
  readonly seen: readonly SeenRequest[];
  /** Of each request in `seen`. */
  readonly headers: readonly IncomingHttpHeaders[];
  close(): Promise<void>;
}

let calls = 0;

function completion(turn: Exclude<Turn, { status: number }>) {
  const usage = { prompt_tokens: 900, completion_tokens: 100, total_tokens: 1000 };
  const base = { id: 'c', object: 'chat.completion', created: 0, model: 'scripted', usage };
  if ('finish' in turn)
    return {
      ...base,
      choices: [{ index: 0, finish_reason: turn.finish, message: { role: 'assistant', content: null } }],
    };
  if ('say' in turn)
    return {
      ...base,
      choices: [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', content: turn.say } }],
    };
  const given = typeof turn.with === 'string' ? turn.with : JSON.stringify(turn.with);
  const call = {
    id: `call-${(calls += 1)}`,
    type: 'function',
    function: { name: turn.call, arguments: given },
  };
  const message = { role: 'assistant', content: null, tool_calls: [call] };
  return { ...base, choices: [{ index: 0, finish_reason: 'tool_calls', message }] };
}

/** A server that speaks the chat completions protocol and plays a script; each turn may look at what was asked. */
export async function startModelServer(
  script: (turn: number, request: SeenRequest) => Turn,
): Promise<ModelServer> {
  const seen: SeenRequest[] = [];
  const headers: IncomingHttpHeaders[] = [];
  const server = createServer((request, response) => {
    let text = '';
    request.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
    request.on('end', () => {
      const asked = JSON.parse(text) as SeenRequest;
      seen.push(asked);
      headers.push(request.headers);
      const turn = script(seen.length - 1, asked);
      const isFailure = 'status' in turn;
      response.writeHead(isFailure ? turn.status : 200, {
        'content-type': 'application/json',
        ...(isFailure ? turn.headers : {}),
      });
      response.end(JSON.stringify(isFailure ? { error: turn.error } : completion(turn)));
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    seen,
    headers,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
