import type { Readable } from 'node:stream';
import type { Log } from './log.ts';

type Close = () => unknown;

/** What has been opened, to be closed in the opposite order, once, within a limit. */
export interface Shutdown {
  /** Aborted as soon as stopping begins: stop taking new work. */
  readonly signal: AbortSignal;
  /** Registers what undoes the thing just opened. */
  onClose(name: string, close: Close): void;
  /** Closes everything, last opened first; a second call waits for the first. A failure to close one is logged. */
  stop(reason: string): Promise<void>;
}

interface ShutdownOptions {
  readonly log: Log;
  /** After this long the process ends, whatever is still open. */
  readonly limitMs?: number;
  /** Whose `SIGINT` and `SIGTERM` stop it; the process unless a test says otherwise. */
  readonly signals?: Pick<NodeJS.EventEmitter, 'once'>;
  /** A stream from the parent, such as standard input: when it ends, the parent is gone. */
  readonly parent?: Readable;
  readonly exit?: (code: number) => void;
}

/** Stops on Ctrl-C, on `SIGTERM` and when the parent is gone, then ends the process with 0, or 1 when the limit ran out. */
export function createShutdown({
  log,
  limitMs = 10_000,
  signals = process,
  parent,
  exit = (code) => process.exit(code),
}: ShutdownOptions): Shutdown {
  const aborter = new AbortController();
  const opened: { readonly name: string; readonly close: Close }[] = [];
  let stopping: Promise<void> | undefined;

  async function closeAll(reason: string): Promise<void> {
    log.info({ reason }, 'stopping');
    aborter.abort(new Error(reason));
    for (let last = opened.pop(); last !== undefined; last = opened.pop()) {
      try {
        await last.close();
      } catch (error) {
        log.error({ err: error, part: last.name }, 'could not be closed');
      }
    }
    log.info('stopped');
  }

  function stop(reason: string): Promise<void> {
    stopping ??= closeAll(reason);
    return stopping;
  }

  function leave(reason: string): void {
    const limit = setTimeout(() => {
      log.error({ limitMs, open: opened.length }, 'did not stop in time');
      exit(1);
    }, limitMs);
    void stop(reason).then(() => {
      clearTimeout(limit);
      exit(0);
    });
  }

  signals.once('SIGINT', () => {
    leave('SIGINT');
  });
  signals.once('SIGTERM', () => {
    leave('SIGTERM');
  });
  parent?.once('close', () => {
    leave('the parent is gone');
  });
  return {
    signal: aborter.signal,
    onClose: (name, close) => {
      opened.push({ name, close });
    },
    stop,
  };
}
