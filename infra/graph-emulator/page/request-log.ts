/** One request as the log tells it; no bodies and no tokens. */
export interface LoggedRequest {
  readonly at: string;
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  /** 0 where the connection was cut. */
  readonly status: number;
  readonly durationMs: number;
  readonly requestId: string;
  readonly clientRequestId?: string;
}

const maximumKept = 1_000;

/** `POST /users/{id}/events/{id}/accept`: ids taken out, so that the same kind of request has one name. */
function operationName(method: string, url: string): string {
  const path = (url.split('?')[0] ?? '').replace(/^\/v1\.0/, '');
  const named = path
    .split('/')
    .map((segment, position, all) => {
      const before = all[position - 1] ?? '';
      const collection =
        /^(users|events|groups|chats|teams|plans|tasks|buckets|subscriptions|installedApps|onlineMeetings)$/i;
      return collection.test(before) && segment !== '' ? '{id}' : segment;
    })
    .join('/');
  return `${method} ${named}`;
}

/** Counts every request and remembers the latest. */
export class RequestLog {
  #kept: LoggedRequest[] = [];
  #counts = new Map<string, number>();
  #statuses = new Map<string, number>();
  #total = 0;
  readonly #listeners = new Set<() => void>();

  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  add(request: LoggedRequest): void {
    this.#total += 1;
    const name = operationName(request.method, request.url);
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1);
    const status = String(request.status);
    this.#statuses.set(status, (this.#statuses.get(status) ?? 0) + 1);
    for (const listener of this.#listeners) listener();
    this.#kept.push(request);
    if (this.#kept.length > maximumKept * 2) this.#kept = this.#kept.slice(-maximumKept);
  }

  clear(): void {
    this.#kept = [];
    this.#counts = new Map();
    this.#statuses = new Map();
    this.#total = 0;
  }

  summary(): {
    total: number;
    byOperation: Record<string, number>;
    byStatus: Record<string, number>;
    latest: LoggedRequest[];
  } {
    return {
      total: this.#total,
      byOperation: Object.fromEntries([...this.#counts].sort(([, one], [, other]) => other - one)),
      byStatus: Object.fromEntries(this.#statuses),
      latest: this.#kept.slice(-maximumKept),
    };
  }
}
