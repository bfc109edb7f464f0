import { Client as ModernClient, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import {
  createApplicationInputHandler,
  createTaskSessionFromClient,
} from '@modelcontextprotocol/ext-tasks/client';
import { Client as LegacyClient } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport as LegacyTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { ElicitRequestSchema } from '@modelcontextprotocol/sdk/types.js';

const clientInfo = { name: 'assent-test', version: '1.0.0' };
const revision = '2026-07-28';
export const tasksExtension = 'io.modelcontextprotocol/tasks';

/** What a test's person answers to a question of the server's. */
export type Answering = (message: string, schema: unknown) => Record<string, string> | undefined;

interface Options {
  readonly tasks?: boolean;
  readonly answering?: Answering;
}

function capabilitiesOf({ tasks = false, answering }: Options) {
  return {
    ...(answering === undefined ? {} : { elicitation: { form: {} } }),
    ...(tasks ? { extensions: { [tasksExtension]: {} } } : {}),
  };
}

/** A client of revision 2026-07-28, connected. */
export async function modernClient(url: string, token: string, options: Options = {}): Promise<ModernClient> {
  const client = new ModernClient(clientInfo, {
    capabilities: capabilitiesOf(options),
    versionNegotiation: { mode: 'auto' },
  });
  const { answering } = options;
  if (answering !== undefined)
    client.setRequestHandler('elicitation/create', ({ params }) => {
      const schema = 'requestedSchema' in params ? params.requestedSchema : undefined;
      const content = answering(params.message, schema);
      return content === undefined ? { action: 'decline' } : { action: 'accept', content };
    });
  await client.connect(
    new StreamableHTTPClientTransport(new URL(`${url}/mcp`), {
      authProvider: { token: () => Promise.resolve(token) },
    }),
  );
  return client;
}

/** A client of the revisions before, with a session, connected. */
export async function legacyClient(url: string, token: string, options: Options = {}): Promise<LegacyClient> {
  const client = new LegacyClient(clientInfo, { capabilities: capabilitiesOf(options) });
  const { answering } = options;
  if (answering !== undefined)
    client.setRequestHandler(ElicitRequestSchema, ({ params }) => {
      const schema = 'requestedSchema' in params ? params.requestedSchema : undefined;
      const content = answering(params.message, schema);
      return content === undefined ? { action: 'decline' } : { action: 'accept', content };
    });
  const transport = new LegacyTransport(new URL(`${url}/mcp`), {
    requestInit: { headers: { authorization: `Bearer ${token}` } },
  });
  // The package's own transport and its Transport type disagree under exactOptionalPropertyTypes.
  await client.connect(transport);
  return client;
}

/** A client of revision 2024-11-05 over HTTP+SSE, connected. */
export async function legacySseClient(url: string, token: string): Promise<LegacyClient> {
  const client = new LegacyClient(clientInfo);
  const headers = { authorization: `Bearer ${token}` };
  const module: SseModule = await import('@modelcontextprotocol/sdk/client/sse.js');
  await client.connect(new module.SSEClientTransport(new URL(`${url}/sse`), { requestInit: { headers } }));
  return client;
}

/** The class is deprecated, as its protocol is; today's clients of it are what is tested. */
interface SseModule {
  readonly SSEClientTransport: new (
    url: URL,
    options: { readonly requestInit: RequestInit },
  ) => Parameters<LegacyClient['connect']>[0];
}

let lastId = 1000;

/** One JSON-RPC exchange of revision 2026-07-28 as it goes over the wire; gives the HTTP status and the message. */
export async function exchange(
  url: string,
  token: string | undefined,
  method: string,
  params: Record<string, unknown> = {},
  given: { readonly capabilities?: object; readonly headers?: Record<string, string> } = {},
): Promise<{
  readonly status: number;
  readonly headers: Headers;
  readonly message: {
    readonly result?: Record<string, unknown>;
    readonly error?: { code: number; message: string };
  };
}> {
  const name = params['name'] ?? params['taskId'] ?? params['uri'];
  const { _meta, ...rest } = params;
  const response = await fetch(`${url}/mcp`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/json, text/event-stream',
      'mcp-protocol-version': revision,
      'mcp-method': method,
      ...(typeof name === 'string' ? { 'mcp-name': name } : {}),
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...given.headers,
    },
    body: JSON.stringify({
      jsonrpc: '2.0',
      id: (lastId += 1),
      method,
      params: {
        ...rest,
        _meta: {
          'io.modelcontextprotocol/protocolVersion': revision,
          'io.modelcontextprotocol/clientInfo': clientInfo,
          'io.modelcontextprotocol/clientCapabilities': given.capabilities ?? {},
          ...(typeof _meta === 'object' ? _meta : {}),
        },
      },
    }),
  });
  const text = await response.text();
  const isStream = response.headers.get('content-type')?.includes('event-stream') === true;
  const last = isStream
    ? text
        .split('\n')
        .findLast((line) => line.startsWith('data:'))
        ?.slice(5)
    : text;
  return {
    status: response.status,
    headers: response.headers,
    message: JSON.parse(last ?? '{}') as Record<string, never>,
  };
}

/** Tasks as the extension's own client package sees them. */
export function taskSession(
  client: ModernClient,
  url: string,
  token: string,
  answering: Answering = () => undefined,
) {
  const capabilities = capabilitiesOf({ tasks: true, answering });
  const session = createTaskSessionFromClient(client, {
    endpointId: 'assent',
    rawDispatch: async (request) => {
      const { method, params } = request as { method: string; params: Record<string, unknown> };
      const { message } = await exchange(url, token, method, params, { capabilities });
      return message as never;
    },
    v2RequestFraming: { protocolVersion: revision, clientInfo, clientCapabilities: capabilities },
    onInputRequest: createApplicationInputHandler({
      elicitation: (request: { params: { message: string; requestedSchema?: unknown } }) => {
        const content = answering(request.params.message, request.params.requestedSchema);
        return Promise.resolve(content === undefined ? { action: 'decline' } : { action: 'accept', content });
      },
      sampling: () => Promise.reject(new Error('no sampling')),
      roots: () => Promise.resolve({ roots: [] }),
    } as never),
  });
  return session;
}
