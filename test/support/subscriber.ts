import { WebSocket } from 'ws';

/** What a subscriber of a meeting is sent. */
export interface FeedMessage {
  readonly type: string;
  readonly version: number;
  readonly previous?: number | null;
  readonly view?: { readonly status: string };
  readonly diff?: readonly { readonly value?: unknown }[];
}

/** Everything that a subscriber of one meeting is sent, in the order of arrival. */
export function subscribe(
  agentsUrl: string,
  token: string,
  meetingId: string,
  from?: number,
): { readonly messages: readonly FeedMessage[]; close(): void } {
  const messages: FeedMessage[] = [];
  const query = from === undefined ? '' : `?from=${from}`;
  const address = `${agentsUrl.replace('http', 'ws')}/subscriptions/meeting:${meetingId}${query}`;
  const socket = new WebSocket(address, { headers: { authorization: `Bearer ${token}` } });
  socket.on('message', (data: Buffer) => messages.push(JSON.parse(data.toString()) as FeedMessage));
  socket.on('error', () => undefined);
  return {
    messages,
    close: () => {
      socket.close();
    },
  };
}
