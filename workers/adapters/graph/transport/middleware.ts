import { setTimeout as pause } from 'node:timers/promises';

import type { Context, Middleware } from '@microsoft/microsoft-graph-client';

import { retryAfterMs } from './retry-after.ts';

/**
 * Waits where the service asks for it (429), as long as all waits of a request stay within `patienceMs`; a longer one
 * is left to the caller, who need not keep a connection for it.
 */
export class ThrottlingHandler implements Middleware {
  private readonly patienceMs: number;
  private next: Middleware | undefined;

  constructor(patienceMs: number) {
    this.patienceMs = patienceMs;
  }

  setNext(next: Middleware): void {
    this.next = next;
  }

  async execute(context: Context): Promise<void> {
    let leftMs = this.patienceMs;
    for (let attempt = 0; ; attempt += 1) {
      await this.next?.execute(context);
      if (context.response?.status !== 429) return;
      const waitMs =
        retryAfterMs(context.response.headers.get('retry-after'), Date.now()) ?? 1000 * 2 ** attempt;
      if (waitMs > leftMs) return;
      leftMs -= Math.max(waitMs, 1);
      await context.response.body?.cancel();
      await pause(waitMs);
    }
  }
}

/** Sends with a limit of time that covers the body too. The library's own handler has none. */
export class HttpHandler implements Middleware {
  private readonly timeoutMs: number;

  constructor(timeoutMs: number) {
    this.timeoutMs = timeoutMs;
  }

  async execute(context: Context): Promise<void> {
    const url: unknown = context.request;
    if (typeof url !== 'string') throw new TypeError('Requests are sent by their address.');
    context.response = await fetch(url, {
      ...context.options,
      signal: AbortSignal.timeout(this.timeoutMs),
    });
  }
}
