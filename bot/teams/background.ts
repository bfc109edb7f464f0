import type { Log } from '../../infra/runtime/log.ts';

/** Work that goes on after a request has been answered; waited for before the process ends. */
export interface Background {
  run(name: string, work: () => Promise<unknown>): void;
  /** Resolves when no work is left. */
  idle(): Promise<void>;
}

export function createBackground(log: Log): Background {
  const going = new Set<Promise<void>>();
  return {
    run(name, work) {
      const done = Promise.resolve()
        .then(work)
        .then(
          () => undefined,
          (error: unknown) => {
            log.error({ err: error, work: name }, 'work in the background failed');
          },
        )
        .finally(() => going.delete(done));
      going.add(done);
    },
    async idle() {
      while (going.size > 0) await Promise.all(going);
    },
  };
}
