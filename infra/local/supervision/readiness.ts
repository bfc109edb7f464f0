import { setTimeout as sleep } from 'node:timers/promises';
import type { Child } from './child.ts';
import type { Readiness } from './service.ts';

const pollMs = 50;

async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(2_000), redirect: 'manual' });
    await response.body?.cancel();
    return response.ok || response.status === 302;
  } catch {
    return false;
  }
}

async function poll(check: () => Promise<boolean>, goOn: () => boolean): Promise<void> {
  while (goOn() && !(await check())) await sleep(pollMs);
}

/** Waits until the child is ready; false when it ended before, was not ready in time, or `signal` was aborted. */
export async function becomesReady(
  child: Child,
  readiness: Readiness,
  limitMs: number,
  signal: AbortSignal,
): Promise<boolean> {
  const until = performance.now() + limitMs;
  const goOn = () => child.isRunning() && !signal.aborted && performance.now() < until;
  switch (readiness.kind) {
    case 'url':
      await poll(() => answers(readiness.url), goOn);
      break;
    case 'check':
      await poll(readiness.check, goOn);
      break;
    case 'message': {
      let told = false;
      void child.told.then(() => {
        told = true;
      });
      await poll(() => Promise.resolve(told), goOn);
      break;
    }
  }
  return goOn();
}
