import { connect, type Socket } from 'node:net';

/** What a run of concurrent clients saw. */
export interface LoadResult {
  readonly requestsPerSecond: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly requests: number;
  /** Answers with another status than the one that was wanted. */
  readonly failures: number;
}

export interface LoadOptions {
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  readonly clients: number;
  readonly durationMs: number;
  readonly path: string;
  readonly token: string;
  readonly wantedStatus: number;
  /** The JSON body of the nth request. */
  readonly body: (count: number) => string;
}

const headEnd = Buffer.from('\r\n\r\n');

/** One keep-alive connection that asks, reads the whole answer, and asks again. */
class LoadClient {
  readonly #socket: Socket;
  #pending: Buffer = Buffer.alloc(0);
  #settle: ((status: number) => void) | undefined;

  constructor(socket: Socket) {
    this.#socket = socket;
    socket.setNoDelay(true);
    socket.on('data', (chunk: Buffer) => {
      this.#pending = this.#pending.length === 0 ? chunk : Buffer.concat([this.#pending, chunk]);
      this.#look();
    });
  }

  #look(): void {
    const end = this.#pending.indexOf(headEnd);
    if (end < 0) return;
    const head = this.#pending.toString('latin1', 0, end);
    const length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0);
    if (this.#pending.length < end + 4 + length) return;
    this.#pending = this.#pending.subarray(end + 4 + length);
    this.#settle?.(Number(head.slice(9, 12)));
  }

  ask(text: string): Promise<number> {
    return new Promise((resolve) => {
      this.#settle = resolve;
      this.#socket.write(text);
    });
  }

  close(): void {
    this.#socket.destroy();
  }
}

function open(url: URL): Promise<LoadClient> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(url.port), url.hostname, () => {
      resolve(new LoadClient(socket));
    });
    socket.on('error', reject);
  });
}

/** Closed loop: every client sends its next request as soon as it has its answer. */
export async function loadHttp(options: LoadOptions): Promise<LoadResult> {
  const url = new URL(options.url);
  const clients = await Promise.all(Array.from({ length: options.clients }, () => open(url)));
  const times: number[] = [];
  let count = 0;
  let failures = 0;
  const startedMs = performance.now();
  await Promise.all(
    clients.map(async (client) => {
      while (performance.now() - startedMs < options.durationMs) {
        const body = options.body(count);
        count += 1;
        const text = `POST ${options.path} HTTP/1.1\r\nHost: ${url.host}\r\nAuthorization: Bearer ${options.token}\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
        const askedMs = performance.now();
        const status = await client.ask(text);
        times.push(performance.now() - askedMs);
        if (status !== options.wantedStatus) failures += 1;
      }
    }),
  );
  const elapsedMs = performance.now() - startedMs;
  for (const client of clients) client.close();
  times.sort((one, other) => one - other);
  const at = (share: number): number =>
    times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return {
    requestsPerSecond: (times.length / elapsedMs) * 1000,
    p50Ms: at(0.5),
    p95Ms: at(0.95),
    requests: times.length,
    failures,
  };
}
