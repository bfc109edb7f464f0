import type { ServerResponse } from 'node:http';
import type { AuthInfo, JSONRPCMessage, MessageExtraInfo, Transport } from '@modelcontextprotocol/server';

const keepAliveMs = 15_000;

/**
 * The HTTP+SSE pair of revision 2024-11-05: messages to the client on one event stream, messages from it by POST to
 * the address that the stream's first event names.
 */
export class SseTransport implements Transport {
  readonly sessionId: string;
  readonly #response: ServerResponse;
  readonly #endpoint: string;
  #keepAlive: NodeJS.Timeout | undefined;
  #closed = false;
  onclose?: () => void;
  onerror?: (error: Error) => void;
  onmessage?: Transport['onmessage'];

  constructor(sessionId: string, endpoint: string, response: ServerResponse) {
    this.sessionId = sessionId;
    this.#endpoint = endpoint;
    this.#response = response;
  }

  start(): Promise<void> {
    this.#response.writeHead(200, {
      'content-type': 'text/event-stream',
      'cache-control': 'no-cache, no-transform',
      connection: 'keep-alive',
      'x-accel-buffering': 'no',
    });
    this.#response.write(`event: endpoint\ndata: ${this.#endpoint}?sessionId=${this.sessionId}\n\n`);
    this.#response.once('close', () => {
      this.#end();
    });
    this.#keepAlive = setInterval(() => this.#response.write(': keepalive\n\n'), keepAliveMs);
    return Promise.resolve();
  }

  /** A message that was posted for this stream. */
  receive(message: JSONRPCMessage, authInfo: AuthInfo): void {
    const extra: MessageExtraInfo = { authInfo };
    this.onmessage?.(message, extra);
  }

  send(message: JSONRPCMessage): Promise<void> {
    if (this.#closed) return Promise.reject(new Error('The stream is closed.'));
    this.#response.write(`event: message\ndata: ${JSON.stringify(message)}\n\n`);
    return Promise.resolve();
  }

  close(): Promise<void> {
    this.#response.end();
    this.#end();
    return Promise.resolve();
  }

  #end(): void {
    if (this.#closed) return;
    this.#closed = true;
    clearInterval(this.#keepAlive);
    this.onclose?.();
  }
}
