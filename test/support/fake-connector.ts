import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** A call of the bot to Teams. */
export interface ConnectorCall {
  readonly method: string;
  readonly path: string;
  readonly body: ConnectorActivity;
  readonly authorization: string | undefined;
}

interface ConnectorActivity {
  readonly type?: string;
  readonly text?: string;
  readonly summary?: string;
  readonly attachments?: readonly {
    readonly content: { readonly body: readonly unknown[] } & Record<string, unknown>;
  }[];
}

interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly afterMs?: number;
}

/** Teams' connector as the bot sees it, with whatever misbehaviour a test wants. */
export interface FakeConnector {
  readonly url: string;
  readonly calls: ConnectorCall[];
  /** What stands in a chat now: the last content of each message, in order. */
  messages(conversationId: string): readonly ConnectorActivity[];
  /** Answers instead of the connector, when it gives something. */
  answer: (call: ConnectorCall) => Reply | undefined;
  /** Drops all that was noted. */
  forget(): void;
  close(): Promise<void>;
}

export async function startFakeConnector(): Promise<FakeConnector> {
  const calls: ConnectorCall[] = [];
  const chats = new Map<string, Map<string, ConnectorActivity>>();
  let nextId = 1;

  function usual({ method, path, body }: ConnectorCall): Reply {
    const [, , , conversation = '', kind, id] = path.split('?')[0]?.split('/') ?? [];
    const chat = chats.get(conversation) ?? new Map<string, ConnectorActivity>();
    chats.set(conversation, chat);
    if (kind !== 'activities') return { status: 404 };
    if (method === 'PUT') {
      if (id === undefined || !chat.has(id)) return { status: 404 };
      chat.set(id, body);
      return { status: 200, body: { id } };
    }
    const made = `m${nextId}`;
    nextId += 1;
    chat.set(made, body);
    return { status: 201, body: { id: made } };
  }

  const fake: FakeConnector & { url: string } = {
    url: '',
    calls,
    messages: (conversationId: string) => [
      ...(chats.get(encodeURIComponent(conversationId))?.values() ?? []),
    ],
    answer: (): Reply | undefined => undefined,
    forget: () => {
      calls.length = 0;
      chats.clear();
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  const server = createServer((request, response) => {
    void text(request).then(async (written) => {
      const call: ConnectorCall = {
        method: request.method ?? '',
        path: request.url ?? '',
        body: written === '' ? {} : (JSON.parse(written) as ConnectorActivity),
        authorization: request.headers.authorization,
      };
      calls.push(call);
      const { status, headers, body, afterMs } = fake.answer(call) ?? usual(call);
      if (afterMs !== undefined) await new Promise((resolve) => setTimeout(resolve, afterMs));
      response.writeHead(status, { 'content-type': 'application/json', ...headers });
      response.end(body === undefined ? '' : JSON.stringify(body));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  fake.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return fake;
}
