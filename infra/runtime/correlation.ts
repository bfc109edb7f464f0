import { AsyncLocalStorage } from 'node:async_hooks';

const storage = new AsyncLocalStorage<string>();

/** Runs `work` so that every log line in it, however deep and however late, carries `correlationId`. */
export function withCorrelation<Result>(correlationId: string, work: () => Result): Result {
  return storage.run(correlationId, work);
}

/** The id of the request being served, if one is. */
export function currentCorrelation(): string | undefined {
  return storage.getStore();
}
